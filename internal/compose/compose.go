// Package compose builds documents of a family described by a shape: names and values go in, in any order, and XML
// comes out with every element at the place, in the namespace and with the prefix the shape gives it.
//
// A Document is made by New and filled through its Nodes (this file); write.go turns it into bytes, prose.go fits long
// texts into what an element may hold, verify.go says whether the result is complete. A name the shape does not know
// is not written: the first such mistake is kept and returned by the writing methods, so that filling needs no checks.
// The package knows nothing of customs.
package compose

import (
	"fmt"
	"strconv"
	"strings"

	"tamga/internal/shape"
)

// Document is a document being built. It is not for several goroutines at once.
type Document struct {
	shape *shape.Shape
	nodes []node
	fault error
}

// node is an element of the document; children are a list through next.
type node struct {
	element           int32
	first, last, next int32
	text              string
	state             state
}

type state uint8

const (
	// plain: a value, or children; left out when it has neither.
	plain state = iota
	// kept: written even when it is empty.
	kept
	// raw: text is the whole element, ready made.
	raw
)

// Node is one element of a document being built. The zero Node takes everything and keeps nothing: it stands where a
// name was not known.
type Node struct {
	document *Document
	index    int32
}

// New begins a document with the root element of that namespace and name.
func New(s *shape.Shape, space, name string) (*Document, error) {
	root := s.Root(space, name)
	if root < 0 {
		return nil, fmt.Errorf("no document %s of %s", name, space)
	}
	document := &Document{shape: s, nodes: make([]node, 1, 64)}
	document.nodes[0] = node{element: int32(root), first: -1, last: -1, next: -1, state: kept}
	return document, nil
}

// Root returns the root element.
func (d *Document) Root() Node { return Node{document: d} }

// Err returns the first mistake made while filling: a name that the shape does not know, or a value where children
// belong.
func (d *Document) Err() error { return d.fault }

// Text adds an element with the value; an empty value adds nothing.
func (n Node) Text(name, value string) Node {
	if value == "" {
		return Node{}
	}
	added, element := n.add(name, plain)
	if added.document == nil {
		return added
	}
	if element.Simple < 0 {
		n.document.fail("%s holds elements, not a value", name)
		return Node{}
	}
	added.document.nodes[added.index].text = value
	return added
}

// Part adds an element for children. Without any it is left out, unless the shape demands it.
func (n Node) Part(name string) Node {
	added, _ := n.add(name, plain)
	return added
}

// Row adds an element for children that is written even without any, so that the count of its kind is kept.
func (n Node) Row(name string) Node {
	added, _ := n.add(name, kept)
	return added
}

// Raw adds an element that is ready made: xml is the whole element with the declarations of namespaces it needs, name
// the one by which the shape knows it. An element that takes any content takes any name.
func (n Node) Raw(name, xml string) {
	added, _ := n.add(name, raw)
	if added.document != nil {
		added.document.nodes[added.index].text = xml
	}
}

// At returns the element at the end of a path from the root such as "/Order/Line[2]/Price", making what is missing.
// An ordinal counts elements of the name from 1; without one the first is meant.
func (d *Document) At(path string) Node {
	names := strings.Split(strings.Trim(path, "/"), "/")
	if names[0] != d.shape.Elements[d.nodes[0].element].Name {
		d.fail("path %s does not begin at the root", path)
		return Node{}
	}
	at := d.Root()
	for _, step := range names[1:] {
		name, ordinal := Step(step)
		at = at.child(name, ordinal)
	}
	return at
}

// Step splits a step of a path into name and ordinal: "Line[2]" is Line, 2; "Line" is Line, 1. A prefix is dropped.
func Step(step string) (name string, ordinal int) {
	name, rest, _ := strings.Cut(step, "[")
	if _, local, prefixed := strings.Cut(name, ":"); prefixed {
		name = local
	}
	ordinal, err := strconv.Atoi(strings.TrimSuffix(rest, "]"))
	if err != nil || ordinal < 1 {
		ordinal = 1
	}
	return name, ordinal
}

// child returns the child of that name and ordinal, adding one at most.
func (n Node) child(name string, ordinal int) Node {
	if n.document == nil {
		return n
	}
	d := n.document
	for i := d.nodes[n.index].first; i >= 0; i = d.nodes[i].next {
		if d.shape.Elements[d.nodes[i].element].Name != name || d.nodes[i].state == raw {
			continue
		}
		if ordinal--; ordinal == 0 {
			return Node{d, i}
		}
	}
	return n.Part(name)
}

// add appends a child. Its place among the others is found when the document is written.
func (n Node) add(name string, as state) (Node, *shape.Element) {
	if n.document == nil {
		return Node{}, nil
	}
	d := n.document
	parent := &d.shape.Elements[d.nodes[n.index].element]
	element := -1
	if parent.Type >= 0 {
		element = d.shape.Child(parent.Type, name)
	}
	anything := as == raw && parent.Type >= 0 && d.shape.Types[parent.Type].Any >= 0
	if element < 0 && !anything {
		d.fail("%s has no part %s", parent.Name, name)
		return Node{}, nil
	}
	index := int32(len(d.nodes))
	d.nodes = append(d.nodes, node{element: int32(element), first: -1, last: -1, next: -1, state: as})
	above := &d.nodes[n.index]
	if above.last >= 0 {
		d.nodes[above.last].next = index
	} else {
		above.first = index
	}
	above.last = index
	if element < 0 {
		return Node{d, index}, nil
	}
	return Node{d, index}, &d.shape.Elements[element]
}

func (d *Document) fail(format string, args ...any) {
	if d.fault == nil {
		d.fault = fmt.Errorf(format, args...)
	}
}
