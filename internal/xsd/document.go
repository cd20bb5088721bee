package xsd

import (
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"maps"
	"strings"
)

// node is an element of a schema with the bindings of prefixes that hold there.
type node struct {
	name     string
	attrs    map[string]string
	children []*node
	bindings map[string]string
}

// schemaSpace is the namespace of XML Schema itself.
const schemaSpace = "http://www.w3.org/2001/XMLSchema"

// parse reads a schema; annotations and elements of other namespaces are left out.
func parse(r io.Reader) (*node, error) {
	decoder := xml.NewDecoder(r)
	root := &node{bindings: map[string]string{}}
	open := []*node{root}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		switch t := token.(type) {
		case xml.StartElement:
			if t.Name.Space != schemaSpace || t.Name.Local == "annotation" {
				err = decoder.Skip()
				break
			}
			parent := open[len(open)-1]
			child := child(parent, t)
			parent.children = append(parent.children, child)
			open = append(open, child)
		case xml.EndElement:
			open = open[:len(open)-1]
		}
		if err != nil {
			return nil, err
		}
	}
	if len(root.children) != 1 || root.children[0].name != "schema" {
		return nil, errors.New("not a schema")
	}
	return root.children[0], nil
}

func child(parent *node, t xml.StartElement) *node {
	n := &node{name: t.Name.Local, attrs: map[string]string{}, bindings: parent.bindings}
	for _, attr := range t.Attr {
		prefix, declares := attr.Name.Local, attr.Name.Space == "xmlns"
		if attr.Name.Space == "" && attr.Name.Local == "xmlns" {
			prefix, declares = "", true
		}
		switch {
		case declares:
			n.bindings = maps.Clone(n.bindings)
			n.bindings[prefix] = attr.Value
		case attr.Name.Space == "":
			n.attrs[attr.Name.Local] = attr.Value
		}
	}
	return n
}

// name is a name in a namespace.
type name struct{ space, local string }

// resolve reads a qualified name as it stands in an attribute.
func (n *node) resolve(text string) (name, error) {
	prefix, local, found := strings.Cut(text, ":")
	if !found {
		prefix, local = "", text
	}
	space, bound := n.bindings[prefix]
	if !bound && found {
		return name{}, fmt.Errorf("prefix of %s is not bound", text)
	}
	return name{space, local}, nil
}

// only refuses attributes that are not listed.
func (n *node) only(allowed ...string) error {
	for attr, value := range n.attrs {
		known := false
		for _, a := range allowed {
			known = known || a == attr
		}
		if !known {
			return fmt.Errorf("%s with %s=%q is not supported", n.name, attr, value)
		}
	}
	return nil
}

// refused is the error for a construct that is not translated.
func (n *node) refused(where string) error {
	label := n.attrs["name"]
	if label == "" {
		label = n.attrs["ref"]
	}
	return fmt.Errorf("%s %q in %s is not supported", n.name, label, where)
}
