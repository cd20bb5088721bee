package album

import (
	"strings"

	"tamga/customs"
	"tamga/internal/compose"
	"tamga/internal/tape"
)

// Tree is a document of the album, or an element of one, as names and values: for the documents that have no nouns of
// their own here, such as the adjustment of a declaration (KDTout_CU) and the declaration of customs value (DTSout_CU).
// It has no attributes: the album has only such whose value it fixes.
type Tree struct {
	// Name is the local name of the element, Space its namespace.
	Name, Space string
	// Value is what an element without parts holds: references resolved, white space that does not count removed.
	Value string
	// Parts are the elements in this one, in order.
	Parts []Tree
	// Unread marks a document in a container that is not of the album; what it holds is not here.
	Unread bool
}

// ReadTree reads any document of the album, and says what is wrong with its form. The tree has the elements that the
// album knows, as many as could be read; it is zero when the document is none of the album.
func ReadTree(body []byte, options Options) (Tree, []customs.Finding) {
	read, findings := options.check(body)
	if read == nil || len(read.Nodes) == 0 {
		return Tree{}, findings
	}
	return grow(read, 0), findings
}

// grow makes the tree of a node. The limits of the scanner bound how deep it goes.
func grow(read *tape.Tape, node int) Tree {
	tree, declared := Tree{Name: read.Name(node)}, read.Declaration(node)
	if declared == nil {
		tree.Unread = true
		return tree
	}
	tree.Space = read.Shape.Spaces[declared.Space]
	if declared.Simple >= 0 {
		// At a fault the open elements are closed at the end of the text: what is between is no value.
		if cut := read.Fault != nil && int(read.Nodes[node].End) == len(read.Source.Text()); !cut {
			tree.Value = string(read.Value(node))
		}
		return tree
	}
	for child := read.First(node); child >= 0; child = read.Next(child) {
		tree.Parts = append(tree.Parts, grow(read, child))
	}
	return tree
}

// Text returns the value of the first element at the path, or "". Paths are those of All.
func (t Tree) Text(path string) string {
	if all := t.All(path); len(all) > 0 {
		return all[0].Value
	}
	return ""
}

// All returns the elements at a path of names below the tree, such as "Goods/Price", in order. An ordinal picks one
// among those of its name in its parent: "Goods[2]/Price". A path that begins with "/" begins with the tree's own
// name, as the places of findings do. No path is the tree itself.
func (t Tree) All(path string) []Tree {
	all := []Tree{t}
	if below, rooted := strings.CutPrefix(path, "/"); rooted {
		first, rest, _ := strings.Cut(below, "/")
		if name, ordinal := compose.Step(first); name != t.Name || ordinal != 1 {
			return nil
		}
		path = rest
	}
	if path == "" {
		return all
	}
	for step := range strings.SplitSeq(path, "/") {
		var next []Tree
		for i := range all {
			next = append(next, all[i].step(step)...)
		}
		all = next
	}
	return all
}

func (t Tree) step(step string) []Tree {
	name, ordinal := compose.Step(step)
	var named []Tree
	for _, part := range t.Parts {
		if part.Name == name {
			named = append(named, part)
		}
	}
	if !strings.Contains(step, "[") {
		return named
	}
	if ordinal > len(named) {
		return nil
	}
	return named[ordinal-1 : ordinal]
}
