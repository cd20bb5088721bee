// Package tape reads a document against a shape in one pass and keeps what it read as a tape: a flat list of nodes in
// document order, each knowing its element, its parent and its bytes. The same pass finds every defect of structure
// and value.
//
// A Reader makes tapes (reader.go: elements and their content; order.go and reorder.go: the order of a content; leaf.go: values; attributes.go). Tape answers what was read and where it stands (tape.go,
// place.go). Defects are named in defect.go. The package knows nothing of customs.
//
// Reading goes on after a defect by a stated rule. An element that comes later in the order is taken, and what should
// have stood before it is missing if it has not come by the end of its parent. When elements are not in order, as few
// as possible are named as too late or too early, so that the others are in order. One that may not stand here at all
// is named once and skipped with everything in it. So one cause gives one defect.
package tape

import (
	"bytes"

	"tamga/internal/markup"
	"tamga/internal/shape"
)

// Tape is a document that was read. It does not change and may be used by several goroutines.
type Tape struct {
	// Source is the document.
	Source *markup.Source
	// Shape is what it was read against.
	Shape *shape.Shape
	// Nodes are the elements the shape knows, in document order; the root is the first. Elements that may not stand
	// where they stand are not here.
	Nodes []Node
	// Defects are what is wrong, in document order of their discovery; More counts those beyond the limit.
	Defects []Defect
	More    int
	// Fault is why reading ended early, or nil.
	Fault *markup.Fault
}

// Node is an element.
type Node struct {
	// Element is the index of its declaration in the shape; Any for an element taken by an any-slot.
	Element int32
	// Parent is the index of the node it stands in; -1 for the root.
	Parent int32
	// After is the index of the first node behind the element and everything in it.
	After int32
	// Ordinal counts the node among those of its element in its parent, from 1.
	Ordinal int32
	// Start and End bound the element with its tags in the source's text, Inner and InnerEnd what is between the
	// tags.
	Start, End, Inner, InnerEnd uint32
	// Flags say more of the node.
	Flags Flags
}

// Any is the Element of a node the shape allows without knowing it.
const Any = -1

// Flags say more of a node.
type Flags uint8

// The flags.
const (
	// Rich: the value has references, sections, comments or carriage returns and must be unfolded.
	Rich Flags = 1 << iota
	// Loose: the value has white space that does not count.
	Loose
	// Defective: a defect was found at this node, in its value, its attributes or its place.
	Defective
	// Surplus: the element stands once too often.
	Surplus
)

// Declaration returns the declaration of the node's element, or nil for an unknown one.
func (t *Tape) Declaration(node int) *shape.Element {
	if e := t.Nodes[node].Element; e >= 0 {
		return &t.Shape.Elements[e]
	}
	return nil
}

// Name returns the local name of the node's element.
func (t *Tape) Name(node int) string {
	if declaration := t.Declaration(node); declaration != nil {
		return declaration.Name
	}
	text := t.Source.Text()[t.Nodes[node].Start+1:]
	name := text[:bytes.IndexAny(text, " \t\r\n/>")]
	return string(name[bytes.IndexByte(name, ':')+1:])
}

// First returns the first node in the node, or -1.
func (t *Tape) First(node int) int {
	if next := node + 1; next < int(t.Nodes[node].After) {
		return next
	}
	return -1
}

// Next returns the next node in the same parent, or -1.
func (t *Tape) Next(node int) int {
	after, parent := int(t.Nodes[node].After), t.Nodes[node].Parent
	if parent >= 0 && after < int(t.Nodes[parent].After) {
		return after
	}
	return -1
}

// Find returns the first node of that element in the node, or -1.
func (t *Tape) Find(node, element int) int {
	for child := t.First(node); child >= 0; child = t.Next(child) {
		if int(t.Nodes[child].Element) == element {
			return child
		}
	}
	return -1
}

// Value returns the value of a node as its type means it: references resolved, white space collapsed where it does
// not count.
func (t *Tape) Value(node int) []byte {
	n := &t.Nodes[node]
	raw := t.Source.Text()[n.Inner:n.InnerEnd]
	if n.Flags&Rich != 0 {
		raw = markup.Characters(nil, raw)
	}
	if n.Flags&Loose != 0 {
		raw = bytes.Join(bytes.Fields(raw), []byte(" "))
	}
	return raw
}

// Plain reports whether the value of the node is exactly the bytes between its tags.
func (n *Node) Plain() bool { return n.Flags&(Rich|Loose) == 0 }
