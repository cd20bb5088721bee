package album

import (
	"fmt"
	"unicode/utf8"

	"tamga/customs"
	"tamga/internal/compose"
)

// PrintTree writes a document of the album: every element in its order, namespace and prefix, with the attributes it
// must have. Parts may come in any order, and those without a Space are taken by their name. An error tells what the
// album cannot hold; what is printed always passes ReadTree without findings, and gives the tree again when its values
// have no white space that does not count.
func PrintTree(t Tree) ([]byte, error) {
	id := customs.DocumentID(t.Text("DocumentID"))
	document, err := plant(t)
	if err != nil {
		return nil, putRefused(t.Name, id, err)
	}
	return putFinish(document, t.Name, id)
}

// plant makes a document of a tree whose root is one of the album.
func plant(t Tree) (*compose.Document, error) {
	document, err := putBegin(t.Space, t.Name)
	if err != nil {
		return nil, err
	}
	root := Current().shape.Root(t.Space, t.Name)
	if err := putParts(document.Root(), root, t); err != nil {
		return nil, err
	}
	return document, document.Err()
}

// putParts adds the parts of a tree to its node, whose declaration is element.
func putParts(n compose.Node, element int, t Tree) error {
	family := Current().shape
	declared := &family.Elements[element]
	if declared.Type < 0 || t.Value != "" {
		return fmt.Errorf("%s: a value and parts do not go together", t.Name)
	}
	for _, part := range t.Parts {
		if family.Types[declared.Type].Any >= 0 {
			if err := putInner(n, part); err != nil {
				return err
			}
			continue
		}
		at := family.Child(declared.Type, part.Name)
		if at < 0 || part.Space != "" && part.Space != family.Spaces[family.Elements[at].Space] {
			return fmt.Errorf("%s has no part %s of %q", t.Name, part.Name, part.Space)
		}
		if err := putPart(n, at, part); err != nil {
			return err
		}
	}
	return nil
}

// putPart adds one element: with its parts, or with its value, be it empty.
func putPart(n compose.Node, element int, part Tree) error {
	declared := &Current().shape.Elements[element]
	switch {
	case declared.Type >= 0:
		return putParts(n.Row(part.Name), element, part)
	case len(part.Parts) > 0:
		return fmt.Errorf("%s holds a value, not parts", part.Name)
	case !writable(part.Value):
		return fmt.Errorf("%s: XML cannot carry a character of %q", part.Name, part.Value)
	case part.Value == "":
		n.Row(part.Name)
	default:
		n.Text(part.Name, part.Value)
	}
	return nil
}

// putInner adds a whole document where any may stand.
func putInner(n compose.Node, t Tree) error {
	if t.Unread {
		return fmt.Errorf("%s was not read and cannot be printed", t.Name)
	}
	document, err := plant(t)
	if err != nil {
		return err
	}
	if err := document.Verify(); err != nil {
		return err
	}
	written, err := document.Append(nil, compose.Indented)
	if err != nil {
		return err
	}
	n.Raw(t.Name, string(written))
	return nil
}

// writable reports whether XML can carry the text.
func writable(text string) bool {
	for _, r := range text {
		if r < ' ' && r != '\t' && r != '\n' && r != '\r' || r == 0xFFFE || r == 0xFFFF {
			return false
		}
	}
	return utf8.ValidString(text)
}
