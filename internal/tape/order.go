package tape

import "tamga/internal/shape"

type shapeType = shape.Type

// lookup finds the element of the type that has the name just read: forwards from the cursor, where it almost always
// is, then from the beginning. An element of that name in another namespace is found when there is none in the right
// one.
func (r *Reader) lookup(f *frame, kind *shapeType) int {
	name := r.localName()
	key := shape.Key(name)
	from := max(int(f.cursor), kind.First)
	other := -1
	for n := range kind.End - kind.First {
		i := from + n
		if i >= kind.End {
			i -= kind.End - kind.First
		}
		if kind.Keys[i-kind.First] != key || r.shape.Elements[i].Name != string(name) {
			continue
		}
		if r.shape.Elements[i].Space == r.scanner.Space {
			return i
		}
		other = i
	}
	return other
}

// wrongSpace names a wrong namespace: one the shape does not know only the first time, since one binding of a prefix
// is the cause of all; one it knows each time.
func (r *Reader) wrongSpace(node int32) {
	space := r.scanner.URI(r.scanner.Space)
	if r.scanner.Space >= len(r.shape.Spaces) {
		if r.foreign[space] {
			return
		}
		if r.foreign == nil {
			r.foreign = map[string]bool{}
		}
		r.foreign[space] = true
	}
	element := r.tape.Nodes[node].Element
	r.report(Defect{
		Kind: WrongSpace, Node: node, Element: element, Start: r.scanner.Offset, End: r.scanner.EndOffset,
		Found: shorten(r.localName()), Space: shorten([]byte(space)), Expected: r.shape.Spaces[r.shape.Elements[element].Space],
	})
}

// unknown names an element that may not stand here and skips it.
func (r *Reader) unknown(f *frame) {
	r.report(Defect{
		Kind: Unknown, Node: f.node, Element: -1, Start: r.scanner.Offset, End: r.scanner.EndOffset,
		Found: shorten(r.localName()), Space: shorten([]byte(r.scanner.URI(r.scanner.Space))), Expected: r.expected(f),
	})
	r.skip()
}

// expected names the elements that may stand next, up to the first that must.
func (r *Reader) expected(f *frame) string {
	const most = 5
	text, count := "", 0
	kind := &r.shape.Types[f.kind]
	for slot := max(0, f.slot); slot < int32(len(kind.Slots)); slot++ {
		s := kind.Slots[slot]
		if slot == f.slot && f.count >= int32(s.Most) {
			continue
		}
		for element := s.First; element < s.End && count < most; element++ {
			if count > 0 {
				text += ", "
			}
			text += r.shape.Elements[element].Name
			count++
		}
		if s.Least > 0 && slot != f.slot || count >= most {
			break
		}
	}
	return text
}

// place compares the node just pushed with the order of its parent's content. Once the order is broken, it is
// judged as a whole when the parent ends.
func (r *Reader) place(f *frame, node int32) {
	index := r.tape.Nodes[node].Element
	element := &r.shape.Elements[index]
	slot := int32(element.Slot)
	switch {
	case f.disordered:
		r.recount(f, node)
	case slot > f.slot:
		r.leave(f)
		f.taken[slot>>6] |= 1 << (slot & 63)
		f.slot, f.cursor, f.count = slot, index, 1
	case slot < f.slot:
		f.disordered = true
		r.recount(f, node)
	case index != f.cursor:
		r.surplus(OtherChoice, node, f.cursor)
	default:
		f.count++
		r.tape.Nodes[node].Ordinal = f.count
		if f.count > int32(element.Most) {
			r.surplus(TooMany, node, -1)
		}
	}
}

// recount gives a node its ordinal where equal elements need not stand together.
func (r *Reader) recount(f *frame, node int32) {
	if f.counts == nil {
		f.counts = map[int32]int32{}
		for child := f.node + 1; child < node; child = r.tape.Nodes[child].After {
			f.counts[r.tape.Nodes[child].Element]++
		}
	}
	element := r.tape.Nodes[node].Element
	f.counts[element]++
	r.tape.Nodes[node].Ordinal = f.counts[element]
}

// surplus names a node that stands once too often, beside another element perhaps.
func (r *Reader) surplus(kind Kind, node, beside int32) {
	r.tape.Nodes[node].Flags |= Surplus
	r.misplaced(kind, node, beside)
}

func (r *Reader) misplaced(kind Kind, node, beside int32) {
	n := &r.tape.Nodes[node]
	defect := Defect{
		Kind: kind, Node: node, Element: n.Element, Start: int(n.Start), End: int(n.Inner),
		Found: r.shape.Elements[n.Element].Name,
	}
	if beside >= 0 {
		defect.Expected = r.shape.Elements[beside].Name
	}
	r.report(defect)
}

// leave names a slot that was begun but does not have enough.
func (r *Reader) leave(f *frame) {
	if f.slot < 0 || f.disordered {
		return
	}
	if slot := r.shape.Types[f.kind].Slots[f.slot]; f.count < int32(slot.Least) {
		r.absent(TooFew, f, int32(slot.First))
	}
}

// complete names what is missing when the parent ends.
func (r *Reader) complete(f *frame) {
	kind := &r.shape.Types[f.kind]
	if kind.Any >= 0 {
		if f.count < int32(kind.Slots[0].Least) {
			r.absent(Missing, f, -1)
		}
		return
	}
	if f.disordered {
		r.reorder(f)
	}
	r.leave(f)
	for slot := range kind.Slots {
		if kind.Slots[slot].Least > 0 && f.taken[slot>>6]&(1<<(slot&63)) == 0 {
			r.absent(Missing, f, int32(kind.Slots[slot].First))
		}
	}
}

// absent names an element that is not there; for a choice, all elements it offers.
func (r *Reader) absent(kind Kind, f *frame, element int32) {
	defect := Defect{Kind: kind, Node: f.node, Element: element, Start: r.scanner.Offset, End: r.scanner.EndOffset}
	if element >= 0 {
		slot := r.shape.Types[f.kind].Slots[r.shape.Elements[element].Slot]
		for i := slot.First; i < slot.End; i++ {
			if i > slot.First {
				defect.Expected += ", "
			}
			defect.Expected += r.shape.Elements[i].Name
		}
	}
	r.report(defect)
}
