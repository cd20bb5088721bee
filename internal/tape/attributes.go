package tape

import (
	"tamga/internal/markup"
	"tamga/internal/shape"
)

// instanceSpace is the namespace whose two hints of locations may stand on any element.
const instanceSpace = "http://www.w3.org/2001/XMLSchema-instance"

// attributes compares the attributes of the start tag just read with those the element must have.
func (r *Reader) attributes(node int32, element *shape.Element) {
	var required []shape.Attribute
	if element.Type >= 0 {
		required = r.shape.Types[element.Type].Attributes
	}
	if len(required) == 0 && len(r.scanner.Attributes) == 0 {
		return
	}
	for _, a := range r.scanner.Attributes {
		if !a.Binding && !r.allowed(a, required) {
			r.report(Defect{
				Kind: AttributeUnknown, Node: node, Element: r.tape.Nodes[node].Element,
				Attribute: shorten(r.text[a.Name.Start:a.Name.End]), Start: a.Name.Start, End: a.ValueEnd + 1,
			})
		}
	}
	for _, wanted := range required {
		r.required(node, wanted)
	}
}

// allowed reports whether an attribute may stand; its value is not looked at.
func (r *Reader) allowed(a markup.Attribute, required []shape.Attribute) bool {
	local := string(r.text[a.Name.Local:a.Name.End])
	if a.Space == markup.NoSpace {
		for _, wanted := range required {
			if wanted.Name == local {
				return true
			}
		}
		return false
	}
	hint := local == "schemaLocation" || local == "noNamespaceSchemaLocation"
	return hint && r.scanner.URI(a.Space) == instanceSpace
}

// required looks for one attribute and compares its value.
func (r *Reader) required(node int32, wanted shape.Attribute) {
	defect := Defect{
		Kind: AttributeMissing, Node: node, Element: r.tape.Nodes[node].Element,
		Attribute: wanted.Name, Expected: wanted.Fixed, Start: r.scanner.Offset, End: r.scanner.EndOffset,
	}
	for _, a := range r.scanner.Attributes {
		if a.Space != markup.NoSpace || a.Binding || string(r.text[a.Name.Local:a.Name.End]) != wanted.Name {
			continue
		}
		value := markup.AttributeValue(nil, r.text[a.Value:a.ValueEnd])
		if collapsed(value) == wanted.Fixed {
			return
		}
		defect.Kind, defect.Found, defect.Start, defect.End = AttributeValue, shorten(value), a.Value, a.ValueEnd
	}
	r.report(defect)
}
