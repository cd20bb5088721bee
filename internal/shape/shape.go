// Package shape says what documents of a family may contain: which elements, in which namespace and order, how
// often, with which values.
//
// A family is written down as tables in a text format of our own: one file per namespace, read by ParseTable and
// written by Table.String (table.go). Compile ties tables together into a Shape (compile.go): flat arrays made for
// reading documents fast. Values are checked by Simple.Check (value.go, number.go, moment.go); patterns become
// automata (pattern.go). The package knows nothing of customs and nothing of where the tables came from.
package shape

// Unbounded is the Most of what may stand any number of times.
const Unbounded = 1<<31 - 1

// Shape is a family of documents. It does not change after Compile and may be used by several goroutines.
type Shape struct {
	// Spaces are the namespaces of the tables, sorted; an Element's Space is an index.
	Spaces []string
	// Prefixes are the usual prefixes of the Spaces, in the same order.
	Prefixes []string
	// Elements are all declarations of elements: the roots first, then type by type, in the order of the content.
	Elements []Element
	// Types are the types of elements that contain elements.
	Types []Type
	// Simples are the types of elements that contain a value.
	Simples []Simple
	// Roots is how many of the Elements are roots of documents.
	Roots int
}

// Element is one element at one place of one type, or a root.
type Element struct {
	// Name is the local name.
	Name string
	// Space is the index of the namespace.
	Space int
	// Type is the index of the type of the content, or -1.
	Type int
	// Simple is the index of the type of the value, or -1.
	Simple int
	// Owner is the index of the type the element is a part of; -1 for a root.
	Owner int
	// Slot is the index of the slot among the owner's.
	Slot int
	// Least and Most are how often the element may stand in a row where it is chosen.
	Least, Most int
}

// Repeats reports whether the element may stand more than once.
func (e *Element) Repeats() bool { return e.Most > 1 }

// Type is the content of an element: slots in a fixed order.
type Type struct {
	// Name is the name of the type in its schema, for messages of the makers of tables.
	Name string
	// First and End bound the elements of the type among Shape.Elements, half open.
	First, End int
	// Keys has for each element of the type the Key of its name, so that a name is found without comparing texts.
	Keys []uint64
	// Slots are the places of the content in order.
	Slots []Slot
	// Attributes are the attributes the element must have.
	Attributes []Attribute
	// Any is the slot that takes one element of any name, or -1. Such a type has no other slot.
	Any int
}

// Slot is one place in the order of a type: an element, or a choice of one element among several.
type Slot struct {
	// First and End bound the elements of the slot among Shape.Elements, half open.
	First, End int
	// Least is 0 when the slot may stay empty, else 1 or, for a single element, its own least.
	Least int
	// Most is how often elements of the slot may stand; in a choice, how often the chosen one may.
	Most int
}

// Choice reports whether the slot offers more than one element.
func (s Slot) Choice() bool { return s.End-s.First > 1 }

// Attribute is an attribute that must stand, with the value it must have.
type Attribute struct{ Name, Fixed string }

// Root returns the index of the root element of that namespace and name, or -1.
func (s *Shape) Root(space, name string) int {
	for i := range s.Roots {
		if s.Elements[i].Name == name && s.Spaces[s.Elements[i].Space] == space {
			return i
		}
	}
	return -1
}

// Child returns the index of the element of that name in the type, whatever its namespace, or -1.
func (s *Shape) Child(kind int, name string) int {
	if kind < 0 {
		return -1
	}
	for i := s.Types[kind].First; i < s.Types[kind].End; i++ {
		if s.Elements[i].Name == name {
			return i
		}
	}
	return -1
}

// Key folds a name into a number: equal names have equal keys, and different names almost always different ones.
func Key(name []byte) uint64 {
	const odd = 0x9E3779B97F4A7C15
	n := len(name)
	if n >= 8 {
		return word(name)*odd ^ word(name[n-8:])>>7 ^ uint64(n)
	}
	var key uint64
	for _, b := range name {
		key = key<<8 | uint64(b)
	}
	return key*odd ^ uint64(n)
}

func word(b []byte) uint64 {
	_ = b[7]
	return uint64(b[0]) | uint64(b[1])<<8 | uint64(b[2])<<16 | uint64(b[3])<<24 |
		uint64(b[4])<<32 | uint64(b[5])<<40 | uint64(b[6])<<48 | uint64(b[7])<<56
}
