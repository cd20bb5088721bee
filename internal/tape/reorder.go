package tape

import "sort"

// reorder judges the order of a content as a whole: what stands too often is named first; then as few elements as
// possible are named as out of order.
func (r *Reader) reorder(f *frame) {
	var children []int32
	chosen := map[int32]int32{}
	counts := map[int32]int{}
	for child := f.node + 1; child < int32(len(r.tape.Nodes)); child = r.tape.Nodes[child].After {
		n := &r.tape.Nodes[child]
		element := &r.shape.Elements[n.Element]
		slot := int32(element.Slot)
		f.taken[slot>>6] |= 1 << (slot & 63)
		first, taken := chosen[slot]
		if !taken {
			chosen[slot] = n.Element
		}
		counts[slot]++
		switch {
		case n.Flags&Surplus != 0:
		case taken && first != n.Element:
			r.surplus(OtherChoice, child, first)
		case counts[slot] > element.Most:
			r.surplus(TooMany, child, -1)
		default:
			children = append(children, child)
		}
	}
	r.nameDisordered(children)
	for slot, s := range r.shape.Types[f.kind].Slots {
		if count := counts[int32(slot)]; count > 0 && count < s.Least {
			r.absent(TooFew, f, int32(s.First))
		}
	}
}

// nameDisordered names the children outside the longest run that is in order.
func (r *Reader) nameDisordered(children []int32) {
	ordered := r.inOrder(children)
	last, next := int32(-1), 0
	for _, child := range children {
		if next < len(ordered) && ordered[next] == child {
			last = child
			next++
			continue
		}
		slot := r.slotOf(child)
		if last >= 0 && r.slotOf(last) > slot {
			r.misplaced(TooLate, child, r.tape.Nodes[last].Element)
			continue
		}
		// What is neither in the run nor behind a later one stands before an earlier one.
		r.misplaced(TooEarly, child, r.tape.Nodes[ordered[next]].Element)
	}
}

// inOrder returns a longest run of children whose slots do not fall.
func (r *Reader) inOrder(children []int32) []int32 {
	// ends[n] is the index of the child that ends a run of n+1 with the lowest slot; before links the runs.
	var ends []int
	before := make([]int, len(children))
	for i, child := range children {
		slot := r.slotOf(child)
		n := sort.Search(len(ends), func(n int) bool { return r.slotOf(children[ends[n]]) > slot })
		before[i] = -1
		if n > 0 {
			before[i] = ends[n-1]
		}
		if n == len(ends) {
			ends = append(ends, i)
		}
		ends[n] = i
	}
	run := make([]int32, len(ends))
	if len(run) == 0 {
		return nil
	}
	at := ends[len(ends)-1]
	for n := len(ends) - 1; n >= 0; n-- {
		run[n], at = children[at], before[at]
	}
	return run
}

func (r *Reader) slotOf(node int32) int {
	return r.shape.Elements[r.tape.Nodes[node].Element].Slot
}
