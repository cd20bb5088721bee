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
	ordinal := int(t.Nodes[node].Ordinal)
	if ordinal > 1 || declaration != nil && declaration.Repeats() {
		return name + "[" + strconv.Itoa(ordinal) + "]"
	}
	return name
}
