package xsd

import (
	"fmt"
	"strconv"

	"tamga/internal/shape"
)

// root adds a document and everything it reaches.
func (r *reader) root(c *component) error {
	declared, err := r.declared(c.space, c.node)
	if err != nil {
		return err
	}
	declared.Least, declared.Most = 1, 1
	table := r.table(c.space)
	table.Roots = append(table.Roots, declared)
	return nil
}

// reach adds a type, once, and everything it reaches, and returns how a table of the namespace names it.
func (r *reader) reach(from string, of name) (string, error) {
	if of.space == schemaSpace {
		return r.plain(from, of.local)
	}
	c, defined := r.components[name{of.space, "type " + of.local}]
	if !defined {
		return "", fmt.Errorf("type %s of %s is not defined", of.local, of.space)
	}
	if !r.done[of] {
		r.done[of] = true
		translate := r.complexType
		if c.node.name == "simpleType" {
			translate = r.simpleType
		}
		if err := translate(c); err != nil {
			return "", fmt.Errorf("%s, %s: %w", c.file, of.local, err)
		}
	}
	return r.refer(from, of), nil
}

// plain names a type of XML Schema itself, used without conditions of its own.
func (r *reader) plain(from, kind string) (string, error) {
	own := name{from, "xs." + kind}
	if !r.done[own] {
		r.done[own] = true
		table := r.table(from)
		table.Simples = append(table.Simples, shape.TableSimple{Name: own.local, Kind: shape.ValueKind(kind)})
	}
	return own.local, nil
}

func (r *reader) complexType(c *component) error {
	if err := c.node.only("name"); err != nil {
		return err
	}
	kind := shape.TableType{Name: c.node.attrs["name"]}
	for _, n := range c.node.children {
		if err := r.part(c.space, &kind, n); err != nil {
			return err
		}
	}
	// The table is looked up last: reaching other types may have added to it.
	table := r.table(c.space)
	table.Types = append(table.Types, kind)
	return nil
}

// part translates a child of a complex type or of an extension.
func (r *reader) part(space string, kind *shape.TableType, n *node) error {
	switch n.name {
	case "sequence":
		return r.sequence(space, kind, n)
	case "choice":
		return r.choice(space, kind, n)
	case "attribute":
		return attribute(kind, n)
	case "complexContent":
		return r.extension(space, kind, n)
	}
	return n.refused(kind.Name)
}

func (r *reader) extension(space string, kind *shape.TableType, n *node) error {
	if err := n.only(); err != nil {
		return err
	}
	if len(n.children) != 1 || n.children[0].name != "extension" {
		return n.refused(kind.Name)
	}
	extension := n.children[0]
	base, err := extension.resolve(extension.attrs["base"])
	if err != nil {
		return err
	}
	if kind.Continues, err = r.reach(space, base); err != nil {
		return err
	}
	for _, n := range extension.children {
		if err := r.part(space, kind, n); err != nil {
			return err
		}
	}
	return nil
}

// attribute takes the only attributes documents have: required, with a fixed value.
func attribute(kind *shape.TableType, n *node) error {
	fixed, has := n.attrs["fixed"]
	if !has || n.attrs["use"] != "required" {
		return n.refused(kind.Name)
	}
	kind.Attributes = append(kind.Attributes, shape.Attribute{Name: n.attrs["name"], Fixed: fixed})
	return n.only("name", "type", "use", "fixed")
}

func (r *reader) sequence(space string, kind *shape.TableType, n *node) error {
	if err := n.only(); err != nil {
		return err
	}
	for _, child := range n.children {
		switch child.name {
		case "element":
			declared, err := r.declared(space, child)
			if err != nil {
				return err
			}
			kind.Slots = append(kind.Slots, shape.TableSlot{
				Elements: []shape.Declared{declared}, Least: declared.Least, Most: declared.Most,
			})
		case "choice", "sequence":
			if err := r.part(space, kind, child); err != nil {
				return err
			}
		case "any":
			least, most, err := child.occurs()
			if err != nil {
				return err
			}
			if child.attrs["processContents"] != "skip" {
				return child.refused(kind.Name)
			}
			kind.Slots = append(kind.Slots, shape.TableSlot{Least: least, Most: most})
		default:
			return child.refused(kind.Name)
		}
	}
	return nil
}

func (r *reader) choice(space string, kind *shape.TableType, n *node) error {
	if err := n.only("minOccurs", "maxOccurs"); err != nil {
		return err
	}
	least, most, err := n.occurs()
	if err != nil {
		return err
	}
	slot := shape.TableSlot{Least: least, Most: most}
	for _, child := range n.children {
		if child.name != "element" {
			return child.refused("a choice of " + kind.Name)
		}
		declared, err := r.declared(space, child)
		if err != nil {
			return err
		}
		slot.Elements = append(slot.Elements, declared)
	}
	if most != 1 || len(slot.Elements) < 2 {
		return n.refused(kind.Name)
	}
	kind.Slots = append(kind.Slots, slot)
	return nil
}

// declared translates the declaration of an element, or the reference to one.
func (r *reader) declared(space string, n *node) (shape.Declared, error) {
	var d shape.Declared
	least, most, err := n.occurs()
	if err != nil {
		return d, err
	}
	local := n.attrs["name"]
	if ref, is := n.attrs["ref"]; is {
		of, err := n.resolve(ref)
		if err != nil {
			return d, err
		}
		c, defined := r.components[name{of.space, "element " + of.local}]
		if !defined {
			return d, fmt.Errorf("element %s of %s is not defined", of.local, of.space)
		}
		n, local = c.node, r.refer(space, of)
	}
	if err := n.only("name", "type", "ref", "minOccurs", "maxOccurs"); err != nil {
		return d, err
	}
	if n.attrs["type"] == "" || len(n.children) > 0 {
		return d, n.refused("a sequence: an element without a named type")
	}
	of, err := n.resolve(n.attrs["type"])
	if err != nil {
		return d, err
	}
	kind, err := r.reach(space, of)
	return shape.Declared{Name: local, Type: kind, Least: least, Most: most}, err
}

func (n *node) occurs() (least, most int, err error) {
	read := func(attr string) (int, error) {
		switch text, has := n.attrs[attr]; {
		case !has:
			return 1, nil
		case text == "unbounded":
			return shape.Unbounded, nil
		default:
			return strconv.Atoi(text)
		}
	}
	if least, err = read("minOccurs"); err != nil {
		return 0, 0, err
	}
	if most, err = read("maxOccurs"); err != nil {
		return 0, 0, err
	}
	if most < 1 {
		return 0, 0, n.refused("a type: it may never stand")
	}
	return least, most, nil
}
