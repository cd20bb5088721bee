package tape

import (
	"bytes"
	"encoding/xml"
	"math/rand/v2"
	"strings"

	"pgregory.net/rapid"

	"tamga/internal/shape"
)

// author writes valid documents of a shape at random.
type author struct {
	*rand.Rand
	*shape.Shape
}

func (a author) document(root int) *element { return a.element(root, 0) }

func (a author) element(at, depth int) *element {
	declared := a.Elements[at]
	e := &element{space: a.Spaces[declared.Space], name: declared.Name, texts: []string{""}}
	if declared.Simple >= 0 {
		e.texts[0] = a.value(&a.Simples[declared.Simple])
		return e
	}
	kind := a.Types[declared.Type]
	for _, required := range kind.Attributes {
		e.attributes = append(e.attributes, xml.Attr{Name: xml.Name{Local: required.Name}, Value: required.Fixed})
	}
	for i, slot := range kind.Slots {
		if i == kind.Any {
			a.add(e, &element{name: "anything", texts: []string{"x"}})
			continue
		}
		count := slot.Least
		if a.IntN(1+depth) == 0 {
			count = min(slot.Most, slot.Least+a.IntN(2))
		}
		chosen := slot.First + a.IntN(slot.End-slot.First)
		count = min(count, a.Elements[chosen].Most)
		for range count {
			a.add(e, a.element(chosen, depth+1))
		}
	}
	return e
}

func (a author) add(e, child *element) {
	e.children, e.texts = append(e.children, child), append(e.texts, "\n ")
}

func (a author) value(s *shape.Simple) string {
	switch {
	case len(s.Patterns) > 0:
		return rapid.StringMatching(strings.Join(s.Patterns, "|")).Example(a.IntN(1000))
	case len(s.Values) > 0:
		return s.Values[a.IntN(len(s.Values))]
	}
	switch s.Kind {
	case shape.Boolean:
		return "true"
	case shape.Decimal, shape.Integer:
		if s.From != "" && s.From != "0" {
			return s.From
		}
		return "1"
	case shape.Date:
		return "2020-02-29"
	case shape.DateTime:
		return "2020-02-29T12:30:00+03:00"
	case shape.Time:
		return "12:30:00.5"
	case shape.Year:
		return "2020"
	}
	const letters = "АБВ-xyz019&<"
	runes := []rune(letters)
	var text strings.Builder
	for range min(max(1, s.Least)+a.IntN(5), s.Most) {
		text.WriteRune(runes[a.IntN(len(runes))])
	}
	return text.String()
}

// write prints a tree; every element declares its own namespace as the default one or by a prefix.
func write(root *element) []byte {
	var b bytes.Buffer
	var emit func(e *element, space string)
	emit = func(e *element, space string) {
		name, binding := e.name, ""
		if e.space != space {
			binding = ` xmlns="` + e.space + `"`
		}
		if len(e.children) == 0 && len(e.name)%2 == 0 && e.space != space && e.space != "" {
			name, binding = "p:"+e.name, ` xmlns:p="`+e.space+`"`
		} else {
			space = e.space
		}
		b.WriteString("<" + name + binding)
		for _, a := range e.attributes {
			if a.Name.Space == "" && a.Name.Local != "xmlns" {
				b.WriteString(" " + a.Name.Local + `="`)
				_ = xml.EscapeText(&b, []byte(a.Value))
				b.WriteString(`"`)
			}
		}
		b.WriteString(">")
		for i, text := range e.texts {
			_ = xml.EscapeText(&b, []byte(text))
			if i < len(e.children) {
				emit(e.children[i], space)
			}
		}
		b.WriteString("</" + name + ">")
	}
	emit(root, "")
	return b.Bytes()
}

// mutation changes a tree at the n-th element below the root; it reports false when it does not apply there.
type mutation struct {
	name  string
	apply func(parent *element, i int, r *rand.Rand) bool
}

var mutations = []mutation{
	{"drop", func(p *element, i int, _ *rand.Rand) bool {
		p.children = append(p.children[:i:i], p.children[i+1:]...)
		p.texts = append(p.texts[:i+1:i+1], p.texts[i+2:]...)
		return true
	}},
	{"duplicate", func(p *element, i int, _ *rand.Rand) bool {
		p.children = append(p.children[:i+1:i+1], p.children[i:]...)
		p.texts = append(p.texts, "")
		return true
	}},
	{"swap", func(p *element, i int, _ *rand.Rand) bool {
		if i+1 >= len(p.children) {
			return false
		}
		p.children[i], p.children[i+1] = p.children[i+1], p.children[i]
		return true
	}},
	{"move", func(p *element, i int, r *rand.Rand) bool {
		j := r.IntN(len(p.children))
		p.children[i], p.children[j] = p.children[j], p.children[i]
		return i != j
	}},
	{"rename", func(p *element, i int, _ *rand.Rand) bool { p.children[i].name += "X"; return true }},
	{"namespace", func(p *element, i int, _ *rand.Rand) bool { p.children[i].space = "urn:other"; return true }},
	{"borrow namespace", func(p *element, i int, _ *rand.Rand) bool { p.children[i].space = p.space; return true }},
	{"empty", func(p *element, i int, _ *rand.Rand) bool {
		if len(p.children[i].children) > 0 {
			return false
		}
		p.children[i].texts = []string{""}
		return true
	}},
	{"value", func(p *element, i int, r *rand.Rand) bool {
		if len(p.children[i].children) > 0 {
			return false
		}
		text := p.children[i].text()
		p.children[i].texts = []string{[]string{
			text + "0", " " + text + " ", "-1", "0", "1.5", "2019-02-30", "Ы", text + text + text + text, strings.ToLower(text), "true", "1 1",
		}[r.IntN(11)]}
		return true
	}},
	{"text", func(p *element, i int, _ *rand.Rand) bool { p.texts[i] += "x"; return true }},
	{"attribute", func(p *element, i int, _ *rand.Rand) bool {
		p.children[i].attributes = append(p.children[i].attributes, xml.Attr{Name: xml.Name{Local: "colour"}, Value: "red"})
		return true
	}},
	{"nest", func(p *element, i int, _ *rand.Rand) bool {
		child := p.children[i]
		child.children, child.texts = append(child.children, &element{space: p.space, name: "Inner", texts: []string{""}}), append(child.texts, "")
		return true
	}},
}

// places lists every element below the root as its parent and index.
func places(root *element) (parents []*element, indexes []int) {
	for i, child := range root.children {
		parents, indexes = append(parents, root), append(indexes, i)
		below, at := places(child)
		parents, indexes = append(parents, below...), append(indexes, at...)
	}
	return parents, indexes
}
