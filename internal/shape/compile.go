package shape

import (
	"fmt"
	"io/fs"
	"path"
	"slices"
	"strings"
)

// MaxSlots is how many slots a type may have.
const MaxSlots = 128

// Load reads all files *.tbl of a directory and compiles them.
func Load(fsys fs.FS, dir string) (*Shape, error) {
	names, err := fs.Glob(fsys, path.Join(dir, "*.tbl"))
	if err != nil || len(names) == 0 {
		return nil, fmt.Errorf("no tables in %s", dir)
	}
	var tables []*Table
	for _, name := range names {
		text, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, err
		}
		table, err := ParseTable(string(text))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		tables = append(tables, table)
	}
	return Compile(tables)
}

// Compile ties tables together. Every type they name must be in one of them.
func Compile(tables []*Table) (*Shape, error) {
	c := compiler{shape: &Shape{}, types: map[qualified]int{}, simples: map[qualified]int{}, definitions: map[qualified]definition{}}
	tables = slices.Clone(tables)
	slices.SortFunc(tables, func(a, b *Table) int { return strings.Compare(a.Space, b.Space) })
	for i, table := range tables {
		if i > 0 && tables[i-1].Space == table.Space {
			return nil, fmt.Errorf("two tables of %s", table.Space)
		}
		c.shape.Spaces = append(c.shape.Spaces, table.Space)
		c.shape.Prefixes = append(c.shape.Prefixes, table.Prefix)
		if err := c.define(table); err != nil {
			return nil, fmt.Errorf("%s: %w", table.Space, err)
		}
	}
	for _, table := range tables {
		if err := c.roots(table); err != nil {
			return nil, fmt.Errorf("%s: %w", table.Space, err)
		}
	}
	// Types are compiled in the order they are met, so that every one that is reached is compiled and no other.
	for next := 0; next < len(c.queue); next++ {
		if err := c.content(next); err != nil {
			return nil, fmt.Errorf("%s %s: %w", c.queue[next].table.Space, c.queue[next].kind.Name, err)
		}
	}
	return c.shape, nil
}

// qualified is a name in a namespace.
type qualified struct{ space, name string }

// definition is a type of a table.
type definition struct {
	table *Table
	kind  *TableType
}

type compiler struct {
	shape       *Shape
	definitions map[qualified]definition
	types       map[qualified]int
	simples     map[qualified]int
	queue       []definition
}

// define takes the definitions of a table; simple types are compiled at once.
func (c *compiler) define(table *Table) error {
	for i := range table.Types {
		name := qualified{table.Space, table.Types[i].Name}
		if _, twice := c.definitions[name]; twice {
			return fmt.Errorf("type %s is defined twice", name.name)
		}
		c.definitions[name] = definition{table, &table.Types[i]}
	}
	for _, simple := range table.Simples {
		name := qualified{table.Space, simple.Name}
		if _, twice := c.simples[name]; twice {
			return fmt.Errorf("simple type %s is defined twice", name.name)
		}
		compiled, err := compileSimple(simple)
		if err != nil {
			return fmt.Errorf("simple type %s: %w", simple.Name, err)
		}
		c.simples[name] = len(c.shape.Simples)
		c.shape.Simples = append(c.shape.Simples, compiled)
	}
	return nil
}

func (c *compiler) roots(table *Table) error {
	for _, root := range table.Roots {
		element, err := c.element(table, root)
		if err != nil {
			return err
		}
		element.Owner = -1
		c.shape.Elements = append(c.shape.Elements, element)
		c.shape.Roots = len(c.shape.Elements)
	}
	return nil
}

// element compiles a declaration; owner and slot are left to the caller.
func (c *compiler) element(table *Table, declared Declared) (Element, error) {
	element := Element{Type: -1, Simple: -1, Least: declared.Least, Most: declared.Most}
	name, err := table.qualify(declared.Name)
	if err != nil {
		return element, err
	}
	kind, err := table.qualify(declared.Type)
	if err != nil {
		return element, err
	}
	element.Name, element.Space = name.name, slices.Index(c.shape.Spaces, name.space)
	if element.Space < 0 {
		return element, fmt.Errorf("element %s is of a namespace without a table", declared.Name)
	}
	if simple, known := c.simples[kind]; known {
		element.Simple = simple
		return element, nil
	}
	if element.Type, err = c.reach(kind); err != nil {
		return element, fmt.Errorf("element %s: %w", declared.Name, err)
	}
	return element, nil
}

// reach returns the number a type has or will have.
func (c *compiler) reach(name qualified) (int, error) {
	if number, met := c.types[name]; met {
		return number, nil
	}
	found, defined := c.definitions[name]
	if !defined {
		return 0, fmt.Errorf("type %s of %s is not defined", name.name, name.space)
	}
	c.types[name] = len(c.queue)
	c.queue = append(c.queue, found)
	return c.types[name], nil
}

// content compiles a type: the content it continues, then its own.
func (c *compiler) content(number int) error {
	chain := []definition{c.queue[number]}
	for chain[0].kind.Continues != "" {
		name, err := chain[0].table.qualify(chain[0].kind.Continues)
		if err != nil {
			return err
		}
		earlier, defined := c.definitions[name]
		if !defined || len(chain) > 32 {
			return fmt.Errorf("continues %s, which is not defined", name.name)
		}
		chain = slices.Insert(chain, 0, earlier)
	}
	c.shape.Types = append(c.shape.Types, Type{Name: c.queue[number].kind.Name, First: len(c.shape.Elements), Any: -1})
	for _, part := range chain {
		for _, slot := range part.kind.Slots {
			if err := c.slot(part.table, slot); err != nil {
				return err
			}
		}
		kind := &c.shape.Types[number]
		kind.Attributes = append(kind.Attributes, part.kind.Attributes...)
	}
	kind := &c.shape.Types[number]
	kind.End = len(c.shape.Elements)
	for i := kind.First; i < kind.End; i++ {
		kind.Keys = append(kind.Keys, Key([]byte(c.shape.Elements[i].Name)))
	}
	return c.settle(kind)
}

func (c *compiler) slot(table *Table, from TableSlot) error {
	owner := len(c.shape.Types) - 1
	kind := &c.shape.Types[owner]
	slot := Slot{First: len(c.shape.Elements), Least: from.Least, Most: from.Most}
	if len(from.Elements) == 0 {
		kind.Any = len(kind.Slots)
	}
	if len(from.Elements) > 1 && from.Most > 1 {
		return fmt.Errorf("a choice that may be made more than once")
	}
	for _, declared := range from.Elements {
		element, err := c.element(table, declared)
		if err != nil {
			return err
		}
		element.Owner, element.Slot = owner, len(kind.Slots)
		c.shape.Elements = append(c.shape.Elements, element)
		slot.Least, slot.Most = min(slot.Least, declared.Least), max(slot.Most, declared.Most)
	}
	slot.End = len(c.shape.Elements)
	kind.Slots = append(kind.Slots, slot)
	return nil
}

// settle refuses what a reader with one pass and one position could not tell apart.
func (c *compiler) settle(kind *Type) error {
	if len(kind.Slots) > MaxSlots {
		return fmt.Errorf("%d slots, at most %d", len(kind.Slots), MaxSlots)
	}
	if kind.Any >= 0 && len(kind.Slots) > 1 {
		return fmt.Errorf("any element beside others")
	}
	seen := map[qualified]bool{}
	for i := kind.First; i < kind.End; i++ {
		name := qualified{c.shape.Spaces[c.shape.Elements[i].Space], c.shape.Elements[i].Name}
		if seen[name] {
			return fmt.Errorf("element %s stands in two places", name.name)
		}
		seen[name] = true
	}
	return nil
}

// qualify resolves a name with an optional prefix.
func (t *Table) qualify(name string) (qualified, error) {
	prefix, local, found := strings.Cut(name, ":")
	if !found {
		return qualified{t.Space, name}, nil
	}
	if prefix == t.Prefix {
		return qualified{t.Space, local}, nil
	}
	for _, use := range t.Uses {
		if use.Prefix == prefix {
			return qualified{use.Space, local}, nil
		}
	}
	return qualified{}, fmt.Errorf("prefix of %s is not declared", name)
}
