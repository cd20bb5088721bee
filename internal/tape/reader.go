package tape

import (
	"bytes"

	"tamga/internal/markup"
	"tamga/internal/shape"
)

// Options bound the reading. The zero Options mean the defaults.
type Options struct {
	// Limits are those of the scanner.
	Limits markup.Limits
	// Defects is how many defects are listed before the rest is only counted; 0 means 1000.
	Defects int
}

// Reader reads documents against one shape. It may be used again for other documents, by one goroutine at a time.
type Reader struct {
	shape      *shape.Shape
	scanner    markup.Scanner
	tape       *Tape
	text       []byte
	maxDefects int
	frames     []frame
	// foreign are the namespaces already named as wrong.
	foreign map[string]bool
	scratch []byte
}

// frame is an open element with content.
type frame struct {
	node int32
	kind int32
	// cursor is the element of the type taken last, as an index into the shape, or the type's first minus 1.
	cursor int32
	// slot is the slot of the cursor, or -1; count how often it was taken.
	slot, count int32
	// taken has a bit for each slot that was taken.
	taken [shape.MaxSlots / 64]uint64
	// disordered tells that an element came too late or too early; order is then judged when the parent ends.
	disordered bool
	// counts are the ordinals of each element, kept only once the order is broken.
	counts map[int32]int32
}

// NewReader returns a reader of documents of the shape.
func NewReader(s *shape.Shape) *Reader { return &Reader{shape: s} }

// Read reads a document. The tape is never nil: reading ends at a fault, and the tape has what was read before it.
func (r *Reader) Read(source *markup.Source, options Options) *Tape {
	r.text = source.Text()
	r.tape = &Tape{Source: source, Shape: r.shape}
	// Elements of documents take some fifty bytes each with their tags and indents.
	r.tape.Nodes = make([]Node, 0, len(r.text)/56+16)
	r.maxDefects = options.Defects
	if r.maxDefects == 0 {
		r.maxDefects = 1000
	}
	r.frames, r.foreign = r.frames[:0], nil
	r.scanner.Reset(source, r.shape.Spaces, options.Limits)
	r.document()
	tape := r.tape
	r.tape, r.text = nil, nil
	return tape
}

// document reads from the first token to the last.
func (r *Reader) document() {
	for {
		switch r.scanner.Next() {
		case markup.Failed:
			r.tape.Fault = r.scanner.Fault
			r.abandon()
			return
		case markup.Done:
			return
		case markup.Start:
			r.start()
		case markup.End:
			r.end()
		case markup.Text:
			if !r.scanner.Blank {
				r.characters()
			}
		case markup.Section:
			r.characters()
		}
	}
}

// start takes an element: the root, or a child of the innermost open one.
func (r *Reader) start() {
	if len(r.frames) == 0 {
		r.root()
		return
	}
	f := &r.frames[len(r.frames)-1]
	kind := &r.shape.Types[f.kind]
	if kind.Any >= 0 {
		r.any(f, kind)
		return
	}
	element := r.lookup(f, kind)
	if element < 0 {
		r.unknown(f)
		return
	}
	node := r.push(element)
	if r.shape.Elements[element].Space != r.scanner.Space {
		r.wrongSpace(node)
	}
	r.place(f, node)
	r.open(node)
}

// open reads the attributes of a node and prepares for its content.
func (r *Reader) open(node int32) {
	element := &r.shape.Elements[r.tape.Nodes[node].Element]
	if len(r.scanner.Attributes) > 0 || element.Type >= 0 {
		r.attributes(node, element)
	}
	if element.Simple >= 0 {
		r.leaf(node, &r.shape.Simples[element.Simple])
		return
	}
	first := int32(r.shape.Types[element.Type].First)
	r.frames = append(r.frames, frame{node: node, kind: int32(element.Type), cursor: first - 1, slot: -1})
}

// push adds a node for the element whose start tag was just read.
func (r *Reader) push(element int) int32 {
	node := int32(len(r.tape.Nodes))
	parent := int32(-1)
	if len(r.frames) > 0 {
		parent = r.frames[len(r.frames)-1].node
	}
	r.tape.Nodes = append(r.tape.Nodes, Node{
		Element: int32(element), Parent: parent, After: node + 1, Ordinal: 1,
		Start: uint32(r.scanner.Offset), Inner: uint32(r.scanner.EndOffset),
	})
	return node
}

// end closes the innermost open element: what has not come by now is missing.
func (r *Reader) end() {
	f := &r.frames[len(r.frames)-1]
	r.complete(f)
	r.finish(f.node)
	r.frames = r.frames[:len(r.frames)-1]
}

// finish sets where a node ends; the scanner stands at its end tag.
func (r *Reader) finish(node int32) {
	n := &r.tape.Nodes[node]
	n.InnerEnd, n.End = uint32(r.scanner.Offset), uint32(r.scanner.EndOffset)
	n.After = int32(len(r.tape.Nodes))
}

// abandon closes what is open when reading ends at a fault. Nothing is missing then: it may have stood behind.
func (r *Reader) abandon() {
	for i := range r.tape.Nodes {
		n := &r.tape.Nodes[i]
		if n.End == 0 {
			n.InnerEnd, n.End = uint32(len(r.text)), uint32(len(r.text))
			n.After = int32(len(r.tape.Nodes))
		}
	}
}

// skip reads over the element whose start tag was just read, checking only that it is well-formed.
func (r *Reader) skip() {
	depth := r.scanner.Depth()
	for r.scanner.Depth() >= depth {
		if r.scanner.Next() == markup.Failed {
			return
		}
	}
}

// characters names text where only elements may stand, once for a parent. References to white space are white space.
func (r *Reader) characters() {
	f := &r.frames[len(r.frames)-1]
	r.scratch = markup.Characters(r.scratch[:0], r.text[r.scanner.Offset:r.scanner.EndOffset])
	if len(bytes.Trim(r.scratch, " \t\r\n")) == 0 {
		return
	}
	if last := len(r.tape.Defects) - 1; last >= 0 && r.tape.Defects[last].Kind == Characters && r.tape.Defects[last].Node == f.node {
		return
	}
	r.report(Defect{
		Kind: Characters, Node: f.node, Element: r.tape.Nodes[f.node].Element,
		Start: r.scanner.Offset, End: r.scanner.EndOffset, Found: shorten(r.scratch),
	})
}
