package album

import (
	"slices"
	"strconv"

	"tamga/declaration"
	"tamga/internal/compose"
)

// step names a node in a path, with its ordinal when it may stand more than once.
func (f *filling) step(node, ordinal int) string {
	element := f.tape.Declaration(node)
	if element.Repeats() {
		return element.Name + "[" + strconv.Itoa(ordinal) + "]"
	}
	return element.Name
}

// keep puts an element aside that the model has no field for.
func (f *filling) keep(parent string, node, ordinal int) {
	f.opaque = append(f.opaque, declaration.Opaque{
		Parent: parent, Path: parent + "/" + f.step(node, ordinal), XML: string(f.xml(node)),
	})
}

// xml writes an element with everything the shape knows in it, and with the declarations of the namespaces it needs.
// It is written anew, so that it means the same wherever it stands and however the sender declared his namespaces.
func (f *filling) xml(node int) []byte {
	var spaces []int
	for i := node; i < int(f.tape.Nodes[node].After); i++ {
		if element := f.tape.Declaration(i); element != nil && !slices.Contains(spaces, element.Space) {
			spaces = append(spaces, element.Space)
		}
	}
	slices.Sort(spaces)
	var declarations []byte
	for _, space := range spaces {
		declarations = append(declarations, ` xmlns:`+f.tape.Shape.Prefixes[space]+`="`+f.tape.Shape.Spaces[space]+`"`...)
	}
	return f.element(nil, node, declarations)
}

func (f *filling) element(dst []byte, node int, declarations []byte) []byte {
	declared := f.tape.Declaration(node)
	if declared == nil {
		return dst
	}
	name := f.tape.Shape.Prefixes[declared.Space] + ":" + declared.Name
	dst = append(append(append(dst, '<'), name...), declarations...)
	begin := len(dst)
	dst = append(dst, '>')
	if declared.Simple >= 0 {
		dst = compose.Escape(dst, f.value(node))
	}
	for child := f.tape.First(node); child >= 0; child = f.tape.Next(child) {
		dst = f.element(dst, child, nil)
	}
	if len(dst) == begin+1 {
		return append(dst[:begin], '/', '>')
	}
	return append(append(append(dst, '<', '/'), name...), '>')
}
