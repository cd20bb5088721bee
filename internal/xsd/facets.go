package xsd

import (
	"slices"
	"strings"

	"tamga/internal/shape"
)

// facetNames are the facets of XML Schema and their names in tables.
var facetNames = map[string]string{
	"length": "length", "minLength": "least", "maxLength": "most",
	"totalDigits": "digits", "fractionDigits": "decimals",
	"minInclusive": "from", "maxInclusive": "to",
	"pattern": "pattern", "enumeration": "value",
}

// facetOrder is the order in which tables write facets.
var facetOrder = []string{"length", "least", "most", "digits", "decimals", "from", "to", "pattern", "value"}

func (r *reader) simpleType(c *component) error {
	kind, facets, err := r.restriction(c)
	if err != nil {
		return err
	}
	slices.SortStableFunc(facets, func(a, b shape.Facet) int {
		return slices.Index(facetOrder, a.Name) - slices.Index(facetOrder, b.Name)
	})
	table := r.table(c.space)
	table.Simples = append(table.Simples, shape.TableSimple{Name: c.node.attrs["name"], Kind: kind, Facets: facets})
	return nil
}

// restriction follows the chain of types down to one of XML Schema itself. A facet nearer to the type replaces the
// same one further down, which it can only narrow; patterns add up.
func (r *reader) restriction(c *component) (shape.ValueKind, []shape.Facet, error) {
	if len(c.node.children) != 1 || c.node.children[0].name != "restriction" {
		return "", nil, c.node.refused("a simple type that is not a restriction: it")
	}
	own, err := facetsOf(c.node.children[0])
	if err != nil {
		return "", nil, err
	}
	base, err := c.node.children[0].resolve(c.node.children[0].attrs["base"])
	if err != nil {
		return "", nil, err
	}
	if base.space == schemaSpace {
		return shape.ValueKind(base.local), own, nil
	}
	below, defined := r.components[name{base.space, "type " + base.local}]
	if !defined || below.node.name != "simpleType" {
		return "", nil, c.node.refused("a restriction of something that is no simple type: it")
	}
	kind, facets, err := r.restriction(below)
	for _, facet := range own {
		if facet.Name != "pattern" && facet.Name != "value" {
			facets = slices.DeleteFunc(facets, func(f shape.Facet) bool { return f.Name == facet.Name })
		}
	}
	narrowed := slices.ContainsFunc(own, func(f shape.Facet) bool { return f.Name == "value" })
	if narrowed {
		facets = slices.DeleteFunc(facets, func(f shape.Facet) bool { return f.Name == "value" })
	}
	return kind, append(facets, own...), err
}

// facetsOf reads the facets of one step; its patterns are alternatives of each other.
func facetsOf(restriction *node) ([]shape.Facet, error) {
	var facets []shape.Facet
	var patterns []string
	for _, n := range restriction.children {
		facet, known := facetNames[n.name]
		if !known {
			return nil, n.refused("a restriction")
		}
		if err := n.only("value"); err != nil {
			return nil, err
		}
		if facet == "pattern" {
			patterns = append(patterns, n.attrs["value"])
			continue
		}
		facets = append(facets, shape.Facet{Name: facet, Value: n.attrs["value"]})
	}
	if len(patterns) > 0 {
		facets = append(facets, shape.Facet{Name: "pattern", Value: strings.Join(patterns, "|")})
	}
	return facets, nil
}
