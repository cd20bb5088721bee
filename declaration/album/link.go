package album

import (
	"strings"

	"tamga/calendar"
	"tamga/declaration"
	"tamga/internal/shape"
	"tamga/money"
)

// link ties an element to a field of the model.
type link struct {
	// element is the local name of the element.
	element string
	// field is what rules call it; NoField when they call it as what it is part of.
	field declaration.Field
	// set stores a value; false when it cannot be stored as what it is. Nil for an element that holds others.
	set func(target any, text string) bool
	// every tells that each occurrence of a repeated element is stored; else the first is, and the rest is kept as it
	// is.
	every bool
	// into returns the record that the elements inside fill: target itself, a part of it, or a new row of the rows
	// that are to come.
	into  func(target any, rows int) any
	inner []link
}

// is names the field of a link.
func (l link) is(field declaration.Field) link {
	l.field = field
	return l
}

// through makes a link for a record serve the record around it.
func (l link) through(at func(any) any) link {
	if set := l.set; set != nil {
		l.set = func(target any, text string) bool { return set(at(target), text) }
	}
	if into := l.into; into != nil {
		l.into = func(target any, rows int) any { return into(at(target), rows) }
	}
	return l
}

// text ties an element to a string or a code.
func text[S any, F ~string](element string, at func(*S) *F) link {
	return link{element: element, set: func(target any, text string) bool {
		*at(target.(*S)) = F(text)
		return true
	}}
}

// texts ties a repeated element to a list.
func texts[S any, F ~string](element string, at func(*S) *[]F) link {
	return link{element: element, every: true, set: func(target any, text string) bool {
		list := at(target.(*S))
		*list = append(*list, F(text))
		return true
	}}
}

// number ties an element to a number, which keeps how it was written.
func number[S any](element string, at func(*S) *declaration.Number) link {
	return link{element: element, set: func(target any, text string) bool {
		value, err := money.ParseDecimal(plainNumber(text))
		*at(target.(*S)) = declaration.Number{Value: value, Text: text, Given: true}
		return err == nil
	}}
}

// numbers ties a repeated element to a list of numbers.
func numbers[S any](element string, at func(*S) *[]declaration.Number) link {
	return link{element: element, every: true, set: func(target any, text string) bool {
		value, err := money.ParseDecimal(plainNumber(text))
		list := at(target.(*S))
		*list = append(*list, declaration.Number{Value: value, Text: text, Given: true})
		return err == nil
	}}
}

// plainNumber writes a number of XML Schema without what only schemas allow: a plus, a bare point, leading zeros.
func plainNumber(text string) string {
	if text == "" || text[0] != '+' && text[0] != '0' && text[0] != '-' && text[0] != '.' && text[len(text)-1] != '.' {
		return text
	}
	sign := ""
	if text[0] == '-' || text[0] == '+' {
		if text[0] == '-' {
			sign = "-"
		}
		text = text[1:]
	}
	text = strings.TrimLeft(strings.TrimSuffix(text, "."), "0")
	if text == "" || text[0] == '.' {
		text = "0" + text
	}
	return sign + text
}

// date ties an element to a civil day. A zone behind the day is left aside: the day is the one written.
func date[S any](element string, at func(*S) *calendar.Date) link {
	return link{element: element, set: func(target any, text string) bool {
		day, err := calendar.ParseDate(text[:min(len(text), len("2006-01-02"))])
		*at(target.(*S)) = day
		return err == nil
	}}
}

// flag ties an element to a yes or no.
func flag[S any](element string, at func(*S) *declaration.Flag) link {
	return link{element: element, set: func(target any, text string) bool {
		*at(target.(*S)) = declaration.FlagOf(text == "true" || text == "1")
		return text == "true" || text == "1" || text == "false" || text == "0"
	}}
}

// group ties the elements inside an element to the record around it.
func group(element string, inner ...link) link {
	return link{element: element, inner: inner, into: func(target any, _ int) any { return target }}
}

// part ties an element to a part of the record.
func part[S, T any](element string, at func(*S) *T, inner []link) link {
	return link{element: element, inner: inner, into: func(target any, _ int) any { return at(target.(*S)) }}
}

// rows ties a repeated element to a list of records.
func rows[S, T any](element string, at func(*S) *[]T, inner []link) link {
	return link{element: element, every: true, inner: inner, into: func(target any, rows int) any {
		list := at(target.(*S))
		if *list == nil {
			*list = make([]T, 0, rows)
		}
		*list = append(*list, *new(T))
		return &(*list)[len(*list)-1]
	}}
}

// pair ties an element that stands once or twice to two parts of the record.
func pair[S, T any](element string, first, second func(*S) *T, inner []link) link {
	return link{element: element, every: true, inner: inner, into: func(target any, rows int) any {
		// The reader announces the rows to come at the first of them only.
		if rows > 0 {
			return first(target.(*S))
		}
		return second(target.(*S))
	}}
}

// plan is a list of links made ready for one type of the shape.
type plan struct {
	// first is the first element of the type.
	first int
	// steps has for each element of the type its link, or nil.
	steps []*step
	// listed are the steps in the order of the links.
	listed []*step
}

// step is a link at its element.
type step struct {
	link    *link
	element int
	// inner is for the elements inside; nil for a value.
	inner *plan
}

// newPlan ties links to the elements of a type.
func newPlan(s *shape.Shape, kind int, links []link) *plan {
	t := &s.Types[kind]
	p := &plan{first: t.First, steps: make([]*step, t.End-t.First)}
	for i := range links {
		element := s.Child(kind, links[i].element)
		if element < 0 {
			continue
		}
		declaration := &s.Elements[element]
		if (declaration.Simple >= 0) != (links[i].set != nil) {
			continue
		}
		made := &step{link: &links[i], element: element}
		if declaration.Type >= 0 {
			made.inner = newPlan(s, declaration.Type, links[i].inner)
		}
		p.steps[element-t.First] = made
		p.listed = append(p.listed, made)
	}
	return p
}

// step returns the link of an element, or nil.
func (p *plan) step(element int32) *step {
	if i := int(element) - p.first; i >= 0 && i < len(p.steps) {
		return p.steps[i]
	}
	return nil
}
