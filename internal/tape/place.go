package tape

import (
	"bytes"
	"strconv"
	"strings"
)

func collapsed(value []byte) string { return string(bytes.Join(bytes.Fields(value), []byte(" "))) }

// Path names a node from the root: "/Order/Line[2]/Part". An element that may stand more than once, or does, has its
// ordinal.
func (t *Tape) Path(node int) string { return t.PathFrom(node, 0) }

// PathFrom names a node from the given one above it, that one included.
func (t *Tape) PathFrom(node, top int) string {
	var steps []string
	for at := node; at >= 0; at = int(t.Nodes[at].Parent) {
		steps = append(steps, t.step(at))
		if at == top {
			break
		}
	}
	var path strings.Builder
	for i := len(steps) - 1; i >= 0; i-- {
		path.WriteByte('/')
		path.WriteString(steps[i])
	}
	return path.String()
}

func (t *Tape) step(node int) string {
	name := t.Name(node)
	declaration := t.Declaration(node)
	ordinal := t.Ordinal(node)
	if ordinal > 1 || declaration != nil && declaration.Repeats() {
		return name + "[" + strconv.Itoa(ordinal) + "]"
	}
	return name
}

// Ordinal counts the node among those of the same element in the same parent, from 1.
func (t *Tape) Ordinal(node int) int {
	parent := int(t.Nodes[node].Parent)
	if parent < 0 {
		return 1
	}
	ordinal := 1
	for sibling := t.First(parent); sibling >= 0 && sibling != node; sibling = t.Next(sibling) {
		if t.Nodes[sibling].Element == t.Nodes[node].Element {
			ordinal++
		}
	}
	return ordinal
}
