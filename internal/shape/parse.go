package shape

import (
	"fmt"
	"strconv"
	"strings"
)

// ParseTable reads a table. An error names the line.
func ParseTable(text string) (*Table, error) {
	p := parser{table: &Table{}}
	for number, line := range strings.Split(text, "\n") {
		fields, err := split(strings.TrimSuffix(line, "\r"))
		if err == nil && len(fields) > 0 {
			err = p.line(fields, line[0] == ' ')
		}
		if err != nil {
			return nil, fmt.Errorf("line %d: %w", number+1, err)
		}
	}
	if p.choosing {
		return nil, fmt.Errorf("a choice is not closed")
	}
	if p.table.Space == "" {
		return nil, fmt.Errorf("no space")
	}
	return p.table, nil
}

// split takes a line apart; a comment is an empty line.
func split(line string) ([]string, error) {
	var fields []string
	rest := strings.TrimLeft(line, " ")
	if strings.HasPrefix(rest, "#") {
		return nil, nil
	}
	for rest != "" {
		if rest[0] == '"' {
			quoted, err := strconv.QuotedPrefix(rest)
			if err != nil {
				return nil, fmt.Errorf("bad quotes in %q", rest)
			}
			// QuotedPrefix has found a valid literal.
			value, _ := strconv.Unquote(quoted)
			fields, rest = append(fields, value), strings.TrimLeft(rest[len(quoted):], " ")
			continue
		}
		field, after, _ := strings.Cut(rest, " ")
		rest = after
		fields, rest = append(fields, field), strings.TrimLeft(rest, " ")
	}
	return fields, nil
}

type parser struct {
	table    *Table
	choosing bool
}

func (p *parser) line(fields []string, inner bool) error {
	if inner {
		return p.content(fields)
	}
	if p.choosing {
		return fmt.Errorf("a choice is not closed")
	}
	t := p.table
	switch word := fields[0]; {
	case word == "space" && len(fields) == 3:
		t.Space, t.Prefix = fields[1], fields[2]
	case word == "use" && len(fields) == 3:
		t.Uses = append(t.Uses, Use{fields[1], fields[2]})
	case word == "root" && len(fields) == 3:
		t.Roots = append(t.Roots, Declared{Name: fields[1], Type: fields[2], Least: 1, Most: 1})
	case word == "type" && len(fields) == 2:
		t.Types = append(t.Types, TableType{Name: fields[1]})
	case word == "type" && len(fields) == 4 && fields[2] == ":":
		t.Types = append(t.Types, TableType{Name: fields[1], Continues: fields[3]})
	case word == "simple" && len(fields) >= 3 && len(fields)%2 == 1:
		simple := TableSimple{Name: fields[1], Kind: ValueKind(fields[2])}
		for i := 3; i < len(fields); i += 2 {
			simple.Facets = append(simple.Facets, Facet{fields[i], fields[i+1]})
		}
		t.Simples = append(t.Simples, simple)
	default:
		return fmt.Errorf("not a definition: %q", strings.Join(fields, " "))
	}
	return nil
}

// content reads a line inside a type.
func (p *parser) content(fields []string) error {
	if len(p.table.Types) == 0 {
		return fmt.Errorf("content outside a type: %q", strings.Join(fields, " "))
	}
	kind := &p.table.Types[len(p.table.Types)-1]
	switch {
	case len(fields) == 1 && fields[0] == ")" && p.choosing && len(kind.Slots[len(kind.Slots)-1].Elements) > 1:
		p.choosing = false
		return nil
	case len(fields) == 3 && fields[0] != "" && fields[0][0] == '@' && fields[1] == "=":
		kind.Attributes = append(kind.Attributes, Attribute{fields[0][1:], fields[2]})
		return nil
	case len(fields) != 2 && len(fields) != 3:
		return fmt.Errorf("not content of a type: %q", strings.Join(fields, " "))
	}
	least, most, err := parseOccurrence(fields[1])
	if err != nil {
		return err
	}
	slot := TableSlot{Least: least, Most: most}
	if len(fields) == 3 {
		slot.Elements = []Declared{{Name: fields[0], Type: fields[2], Least: least, Most: most}}
	}
	switch last := len(kind.Slots) - 1; {
	case p.choosing && len(fields) == 3:
		kind.Slots[last].Elements = append(kind.Slots[last].Elements, slot.Elements[0])
	case p.choosing:
		return fmt.Errorf("a choice in a choice")
	case len(fields) == 3, fields[0] == "<any>":
		kind.Slots = append(kind.Slots, slot)
	case fields[0] == "(":
		p.choosing = true
		kind.Slots = append(kind.Slots, slot)
	default:
		return fmt.Errorf("not content of a type: %q", strings.Join(fields, " "))
	}
	return nil
}
