package shape

import (
	"fmt"
	"strconv"
	"strings"
)

// Table is what one schema defines. Its text has one line per definition:
//
//	space urn:example:order:1.0 ord        its namespace, and a prefix for it
//	use urn:example:leaf:1.0 leaf          another namespace it speaks of, and a prefix for it
//	root Order OrderType                   a document
//	type OrderType : leaf:HeadType         a type, and the type whose content it continues
//	 @Mode = 1006                          an attribute that must stand with this value
//	 Number 1 leaf:NumberType              an element, how often, and its type
//	 ( ?                                   a choice, and how often
//	  Person 1 PersonType
//	  Company 1 CompanyType
//	 )
//	type WrapType
//	 <any> 1                               one element of any name and content
//	simple NumberType token length 5 pattern [0-9]+
//
// How often is "1", "?", "*", "+" or "2..4". Fields are separated by blanks; one that contains a blank or a quotation
// mark is written as a Go string. A line beginning with "#" is a comment.
type Table struct {
	Space, Prefix string
	Uses          []Use
	Roots         []Declared
	Types         []TableType
	Simples       []TableSimple
}

// Use is a namespace a table speaks of and the prefix it uses for it.
type Use struct{ Space, Prefix string }

// Declared is an element with the name of its type, both with a prefix when they are of another namespace.
type Declared struct {
	Name, Type  string
	Least, Most int
}

// TableType is the type of an element that contains elements.
type TableType struct {
	Name, Continues string
	Attributes      []Attribute
	Slots           []TableSlot
}

// TableSlot is an element, a choice when there are several, or any element when there is none.
type TableSlot struct {
	Elements    []Declared
	Least, Most int
}

// TableSimple is the type of a value: its kind and its facets as pairs of name and value.
type TableSimple struct {
	Name   string
	Kind   ValueKind
	Facets []Facet
}

// Facet is one condition on a value.
type Facet struct{ Name, Value string }

// String writes the table as ParseTable reads it.
func (t *Table) String() string {
	var b strings.Builder
	line := func(indent int, fields ...string) {
		b.WriteString(strings.Repeat(" ", indent))
		for i, field := range fields {
			if i > 0 {
				b.WriteByte(' ')
			}
			b.WriteString(quote(field))
		}
		b.WriteByte('\n')
	}
	line(0, "space", t.Space, t.Prefix)
	for _, use := range t.Uses {
		line(0, "use", use.Space, use.Prefix)
	}
	for _, root := range t.Roots {
		line(0, "root", root.Name, root.Type)
	}
	for _, kind := range t.Types {
		writeType(line, kind)
	}
	for _, simple := range t.Simples {
		fields := []string{"simple", simple.Name, string(simple.Kind)}
		for _, facet := range simple.Facets {
			fields = append(fields, facet.Name, facet.Value)
		}
		line(0, fields...)
	}
	return b.String()
}

func writeType(line func(int, ...string), kind TableType) {
	head := []string{"type", kind.Name}
	if kind.Continues != "" {
		head = append(head, ":", kind.Continues)
	}
	line(0, head...)
	for _, attribute := range kind.Attributes {
		line(1, "@"+attribute.Name, "=", attribute.Fixed)
	}
	for _, slot := range kind.Slots {
		often := occurrence(slot.Least, slot.Most)
		switch len(slot.Elements) {
		case 0:
			line(1, "<any>", often)
		case 1:
			line(1, slot.Elements[0].Name, often, slot.Elements[0].Type)
		default:
			line(1, "(", often)
			for _, element := range slot.Elements {
				line(2, element.Name, occurrence(element.Least, element.Most), element.Type)
			}
			line(1, ")")
		}
	}
}

func quote(field string) string {
	if field == "" || strings.ContainsAny(field, " \t\n\"") {
		return strconv.Quote(field)
	}
	return field
}

func occurrence(least, most int) string {
	switch {
	case least == 1 && most == 1:
		return "1"
	case least == 0 && most == 1:
		return "?"
	case least == 0 && most == Unbounded:
		return "*"
	case least == 1 && most == Unbounded:
		return "+"
	}
	return fmt.Sprintf("%d..%d", least, most)
}

func parseOccurrence(text string) (least, most int, err error) {
	switch text {
	case "1":
		return 1, 1, nil
	case "?":
		return 0, 1, nil
	case "*":
		return 0, Unbounded, nil
	case "+":
		return 1, Unbounded, nil
	}
	low, high, _ := strings.Cut(text, "..")
	least, err = strconv.Atoi(low)
	if err == nil {
		most, err = strconv.Atoi(high)
	}
	if err != nil || least < 0 || most < max(1, least) || most > Unbounded {
		return 0, 0, fmt.Errorf("%q is not a number of occurrences", text)
	}
	return least, most, nil
}
