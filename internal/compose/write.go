package compose

import (
	"slices"
	"strings"
	"unicode/utf8"

	"tamga/internal/shape"
)

// Layout is how a document is laid out.
type Layout uint8

// The layouts.
const (
	// Compact: no white space between elements.
	Compact Layout = iota
	// Indented: an element a line, two blanks deeper for each level.
	Indented
)

// header is the XML declaration of a whole document.
const header = `<?xml version="1.0" encoding="UTF-8"?>` + "\n"

// Bytes returns the document in UTF-8 with its XML declaration.
func (d *Document) Bytes(layout Layout) ([]byte, error) {
	written, err := d.Append(append(make([]byte, 0, 1024+64*len(d.nodes)), header...), layout)
	if err != nil {
		return nil, err
	}
	return append(written, '\n'), nil
}

// Append appends the document to dst as an element, without the XML declaration, so that it may stand in another.
func (d *Document) Append(dst []byte, layout Layout) ([]byte, error) {
	if d.fault != nil {
		return nil, d.fault
	}
	w := writer{Document: d, out: dst, layout: layout, filled: d.filled(), home: d.space(0)}
	w.element(0, 0)
	return w.out, nil
}

type writer struct {
	*Document
	out    []byte
	layout Layout
	filled []bool
	// home is the namespace that is the default one.
	home int
	// line holds the children of the elements being written, one after another.
	line []int32
}

// filled says for every node whether it is written: because it has content, or because the shape demands it in a parent
// that is written. Children stand after their parents, so two passes do.
func (d *Document) filled() []bool {
	filled := make([]bool, len(d.nodes))
	for i := len(d.nodes) - 1; i >= 0; i-- {
		n := &d.nodes[i]
		filled[i] = n.state != plain || n.text != ""
		for child := n.first; child >= 0 && !filled[i]; child = d.nodes[child].next {
			filled[i] = filled[child]
		}
	}
	for i := range d.nodes {
		for child := d.nodes[i].first; child >= 0; child = d.nodes[child].next {
			filled[child] = filled[i] && (filled[child] || d.demanded(&d.nodes[child]))
		}
	}
	return filled
}

// demanded reports whether the shape wants the element in its parent even without content.
func (d *Document) demanded(n *node) bool {
	if n.element < 0 {
		return false
	}
	element := &d.shape.Elements[n.element]
	return element.Owner >= 0 && element.Type >= 0 && d.shape.Types[element.Owner].Slots[element.Slot].Least > 0
}

func (d *Document) space(i int32) int {
	if d.nodes[i].element < 0 {
		return -1
	}
	return d.shape.Elements[d.nodes[i].element].Space
}

func (w *writer) element(i int32, depth int) {
	n := &w.nodes[i]
	if n.state == raw {
		w.out = append(w.out, n.text...)
		return
	}
	w.out = append(w.out, '<')
	w.name(n)
	if i == 0 {
		w.spaces()
	}
	w.attributes(n)
	begin := len(w.line)
	w.gather(n)
	if n.text == "" && len(w.line) == begin {
		w.out = append(w.out, '/', '>')
		return
	}
	w.out = append(w.out, '>')
	w.out = Escape(w.out, n.text)
	for at := begin; at < len(w.line); at++ {
		w.indent(depth + 1)
		w.element(w.line[at], depth+1)
	}
	if len(w.line) > begin {
		w.indent(depth)
	}
	w.line = w.line[:begin]
	w.out = append(w.out, '<', '/')
	w.name(n)
	w.out = append(w.out, '>')
}

// gather appends the children to the line in the order of the shape; equal ones keep the order in which they came.
func (w *writer) gather(n *node) {
	begin, sorted, before := len(w.line), true, int32(-1)
	for child := n.first; child >= 0; child = w.nodes[child].next {
		if !w.filled[child] {
			continue
		}
		w.line = append(w.line, child)
		sorted = sorted && w.nodes[child].element >= before
		before = w.nodes[child].element
	}
	if !sorted {
		slices.SortStableFunc(w.line[begin:], func(a, b int32) int { return int(w.nodes[a].element - w.nodes[b].element) })
	}
}

func (w *writer) name(n *node) {
	element := &w.shape.Elements[n.element]
	if element.Space != w.home {
		w.out = append(w.out, w.shape.Prefixes[element.Space]...)
		w.out = append(w.out, ':')
	}
	w.out = append(w.out, element.Name...)
}

// spaces declares the namespaces that are used, in the order of the shape.
func (w *writer) spaces() {
	used := make([]bool, len(w.shape.Spaces))
	for i := range w.nodes {
		if space := w.space(int32(i)); space >= 0 && w.filled[i] && w.nodes[i].state != raw {
			used[space] = true
		}
	}
	w.attribute("xmlns", w.shape.Spaces[w.home])
	for space, is := range used {
		if is && space != w.home {
			w.attribute("xmlns:"+w.shape.Prefixes[space], w.shape.Spaces[space])
		}
	}
}

func (w *writer) attributes(n *node) {
	if kind := w.shape.Elements[n.element].Type; kind >= 0 {
		for _, fixed := range w.shape.Types[kind].Attributes {
			w.attribute(fixed.Name, fixed.Fixed)
		}
	}
}

func (w *writer) attribute(name, value string) {
	w.out = append(w.out, ' ')
	w.out = append(w.out, name...)
	w.out = append(w.out, '=', '"')
	w.out = Escape(w.out, strings.ReplaceAll(value, `"`, "'"))
	w.out = append(w.out, '"')
}

func (w *writer) indent(depth int) {
	if w.layout == Compact {
		return
	}
	w.out = append(w.out, '\n')
	for range depth {
		w.out = append(w.out, ' ', ' ')
	}
}

// Escape appends the text as it may stand in an element. What XML cannot carry at all becomes U+FFFD.
func Escape(dst []byte, text string) []byte {
	from := 0
	for i := 0; i < len(text); {
		r, size := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if with := escape(r, size); with != "" {
			dst = append(append(dst, text[from:i]...), with...)
			from = i + size
		}
		i += size
	}
	return append(dst, text[from:]...)
}

// escape returns what stands for the character, or "" when it stands for itself.
func escape(r rune, size int) string {
	switch {
	case r == '&':
		return "&amp;"
	case r == '<':
		return "&lt;"
	case r == '>':
		return "&gt;"
	case r == '\r':
		return "&#13;"
	case r == '\t' || r == '\n':
		return ""
	case r < ' ', r == utf8.RuneError && size == 1, r == 0xFFFE, r == 0xFFFF:
		return "\uFFFD"
	}
	return ""
}

// declaration returns the declaration of a node, or nil when the shape has none.
func (d *Document) declaration(i int32) *shape.Element {
	if d.nodes[i].element < 0 {
		return nil
	}
	return &d.shape.Elements[d.nodes[i].element]
}
