package tape

import (
	"bytes"

	"tamga/internal/markup"
	"tamga/internal/shape"
)

// leaf reads the value of the node whose start tag was just read, up to its end tag.
func (r *Reader) leaf(node int32, simple *shape.Simple) {
	kind := r.scanner.Next()
	var value []byte
	if kind == markup.Text {
		value = r.text[r.scanner.Offset:r.scanner.EndOffset]
		plain := r.scanner.Plain
		kind = r.scanner.Next()
		if kind == markup.End && plain {
			r.finish(node)
			r.value(node, simple, value)
			return
		}
	}
	if kind == markup.End && len(value) == 0 {
		r.finish(node)
		r.value(node, simple, nil)
		return
	}
	r.rich(node, simple, kind)
}

// rich reads a value that is not only plain text.
func (r *Reader) rich(node int32, simple *shape.Simple, kind markup.Kind) {
	r.tape.Nodes[node].Flags |= Rich
	for ; kind != markup.End; kind = r.scanner.Next() {
		switch kind {
		case markup.Failed:
			return
		case markup.Start:
			r.child(node)
			if r.scanner.Fault != nil {
				return
			}
		}
	}
	r.finish(node)
	n := &r.tape.Nodes[node]
	if n.Flags&Defective != 0 {
		// Elements stand in the value: there is no value to check.
		n.InnerEnd = n.Inner
		return
	}
	r.scratch = markup.Characters(r.scratch[:0], r.text[n.Inner:n.InnerEnd])
	r.value(node, simple, r.scratch)
}

// child names an element in a value, once, and skips it.
func (r *Reader) child(node int32) {
	n := &r.tape.Nodes[node]
	if n.Flags&Defective == 0 {
		r.report(Defect{
			Kind: Unknown, Node: node, Element: -1, Start: r.scanner.Offset, End: r.scanner.EndOffset,
			Found: shorten(r.localName()), Space: shorten([]byte(r.scanner.URI(r.scanner.Space))),
		})
		n.Flags |= Defective
	}
	r.skip()
}

// value checks a value against its type.
func (r *Reader) value(node int32, simple *shape.Simple, value []byte) {
	if simple.Collapses() && loose(value) {
		r.tape.Nodes[node].Flags |= Loose
		value = bytes.Join(bytes.Fields(value), []byte(" "))
	}
	breach := simple.Check(value)
	if breach == shape.Fits {
		return
	}
	n := &r.tape.Nodes[node]
	defect := Defect{
		Kind: Value, Node: node, Element: n.Element, Breach: breach, Start: int(n.Inner), End: int(n.InnerEnd),
		Found: shorten(value), Expected: simple.Want(breach),
	}
	if len(value) == 0 {
		defect.Kind, defect.Start, defect.End = Empty, int(n.Start), int(n.End)
	}
	r.report(defect)
}

// loose reports whether a value has white space that does not count.
func loose(value []byte) bool {
	blank := true
	for _, b := range value {
		if b > ' ' {
			blank = false
			continue
		}
		if blank || b != ' ' {
			return true
		}
		blank = true
	}
	return blank && len(value) > 0
}
