package tape

import "strings"

// root takes the first element: a document of the shape, or nothing this reader can read.
func (r *Reader) root() {
	if element := r.rootElement(); element >= 0 {
		r.open(r.push(element))
		return
	}
	r.unknownDocument(-1)
	r.skip()
}

// unknownDocument names a document that is not of the shape: another version of one that is, or something else.
func (r *Reader) unknownDocument(node int32) {
	name := r.localName()
	defect := Defect{
		Kind: UnknownDocument, Node: node, Element: -1, Start: r.scanner.Offset, End: r.scanner.EndOffset,
		Found: shorten(name), Space: shorten([]byte(r.scanner.URI(r.scanner.Space))),
	}
	for i := range r.shape.Roots {
		space := r.shape.Spaces[r.shape.Elements[i].Space]
		if r.shape.Elements[i].Name == string(name) && family(space) == family(defect.Space) {
			defect.Kind, defect.Element, defect.Expected = OtherVersion, int32(i), space
		}
	}
	// Where any document may stand, only another version of one that is read is worth a word.
	if node < 0 || defect.Kind == OtherVersion {
		r.report(defect)
	}
}

func (r *Reader) rootElement() int {
	name := r.localName()
	for i := range r.shape.Roots {
		if r.shape.Elements[i].Space == r.scanner.Space && r.shape.Elements[i].Name == string(name) {
			return i
		}
	}
	return -1
}

// any takes the one element of an any-slot: read when it is a document of the shape, else skipped unread.
func (r *Reader) any(f *frame, kind *shapeType) {
	f.count++
	if f.count > int32(kind.Slots[0].Most) {
		r.unknown(f)
		return
	}
	if element := r.rootElement(); element >= 0 {
		r.open(r.push(element))
		return
	}
	node := r.push(Any)
	r.unknownDocument(node)
	r.skip()
	r.finish(node)
}

// family is a namespace without the version at its end.
func family(space string) string {
	if cut := strings.LastIndexByte(space, ':'); cut >= 0 {
		return space[:cut]
	}
	return space
}

func (r *Reader) localName() []byte {
	return r.text[r.scanner.Name.Local:r.scanner.Name.End]
}
