package tape

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"math/big"
	"regexp"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"tamga/internal/shape"
)

// element is a document as a tree, for the slow checker and for mutations.
type element struct {
	space, name string
	attributes  []xml.Attr
	children    []*element
	// texts stand before, between and behind the children.
	texts []string
}

func (e *element) text() string { return strings.Join(e.texts, "") }

// parse reads a document with encoding/xml, which knows nothing of our scanner.
func parse(body []byte) (*element, error) {
	decoder := xml.NewDecoder(bytes.NewReader(body))
	root := &element{texts: []string{""}}
	open := []*element{root}
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, err
		}
		top := open[len(open)-1]
		switch t := token.(type) {
		case xml.StartElement:
			child := &element{space: t.Name.Space, name: t.Name.Local, attributes: slices.Clone(t.Attr), texts: []string{""}}
			top.children, top.texts = append(top.children, child), append(top.texts, "")
			open = append(open, child)
		case xml.EndElement:
			open = open[:len(open)-1]
		case xml.CharData:
			top.texts[len(top.texts)-1] += string(t)
		}
	}
	if len(root.children) != 1 {
		return nil, errors.New("not one root")
	}
	return root.children[0], nil
}

// oracle is a slow and plain checker over the same tables.
type oracle struct{ *shape.Shape }

// document reports whether the document is valid.
func (o oracle) document(root *element) bool {
	at := o.Root(root.space, root.name)
	return at >= 0 && o.element(at, root)
}

func (o oracle) element(at int, e *element) bool {
	declared := o.Elements[at]
	if declared.Simple >= 0 {
		return len(e.children) == 0 && o.attributes(nil, e) && value(&o.Simples[declared.Simple], e.text())
	}
	kind := o.Types[declared.Type]
	if strings.Trim(e.text(), " \n\t\r") != "" || !o.attributes(kind.Attributes, e) {
		return false
	}
	if kind.Any >= 0 {
		return o.anything(kind.Slots[0], e)
	}
	children := e.children
	for _, slot := range kind.Slots {
		count, chosen := 0, -1
		for len(children) > 0 {
			child := o.within(slot, children[0])
			if child < 0 || chosen >= 0 && child != chosen {
				break
			}
			if !o.element(child, children[0]) {
				return false
			}
			chosen, children = child, children[1:]
			count++
		}
		if count < slot.Least || chosen >= 0 && count > o.Elements[chosen].Most {
			return false
		}
	}
	return len(children) == 0
}

// anything takes any elements, and documents only when they are valid.
func (o oracle) anything(slot shape.Slot, e *element) bool {
	for _, child := range e.children {
		if o.Root(child.space, child.name) >= 0 && !o.document(child) {
			return false
		}
	}
	return len(e.children) >= slot.Least && len(e.children) <= slot.Most
}

func (o oracle) within(slot shape.Slot, e *element) int {
	for i := slot.First; i < slot.End; i++ {
		if o.Elements[i].Name == e.name && o.Spaces[o.Elements[i].Space] == e.space {
			return i
		}
	}
	return -1
}

func (o oracle) attributes(required []shape.Attribute, e *element) bool {
	met := 0
	for _, a := range e.attributes {
		switch {
		case a.Name.Space == "xmlns" || a.Name.Space == "" && a.Name.Local == "xmlns":
		case a.Name.Space == instanceSpace && strings.HasSuffix(strings.ToLower(a.Name.Local), "schemalocation"):
		case a.Name.Space == "" && slices.Contains(required, shape.Attribute{Name: a.Name.Local, Fixed: strings.Join(strings.Fields(a.Value), " ")}):
			met++
		default:
			return false
		}
	}
	return met == len(required)
}

var lexical = map[shape.ValueKind]*regexp.Regexp{
	shape.Boolean: regexp.MustCompile(`^(true|false|0|1)$`),
	shape.Decimal: regexp.MustCompile(`^[+-]?([0-9]+\.?[0-9]*|\.[0-9]+)$`),
	shape.Integer: regexp.MustCompile(`^[+-]?[0-9]+$`),
	shape.Date:    regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}(Z|[+-][0-9]{2}:[0-9]{2})?$`),
	shape.Time:    regexp.MustCompile(`^[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?$`),
	shape.DateTime: regexp.MustCompile(
		`^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\.[0-9]+)?(Z|[+-][0-9]{2}:[0-9]{2})?$`),
	shape.Year: regexp.MustCompile(`^[0-9]{4}$`),
}

// value checks a value by other means than the shape does.
func value(s *shape.Simple, text string) bool {
	if s.Kind != shape.Text {
		text = strings.Join(strings.Fields(text), " ")
	}
	if form := lexical[s.Kind]; form != nil && !form.MatchString(text) {
		return false
	}
	if strings.HasPrefix(string(s.Kind), "date") {
		if _, err := time.Parse(time.DateOnly, text[:10]); err != nil || strings.HasPrefix(text, "0000") {
			return false
		}
	}
	if s.Kind == shape.Time && (text[:2] > "23" || text[3:5] > "59" || text[6:8] > "59") {
		return false
	}
	length := utf8.RuneCountInString(text)
	if s.Kind != shape.Binary && (length < s.Least || length > s.Most) {
		return false
	}
	for _, pattern := range s.Patterns {
		if !regexp.MustCompile(`^(?:` + pattern + `)$`).MatchString(text) {
			return false
		}
	}
	return (len(s.Values) == 0 || slices.Contains(s.Values, text)) && numeric(s, text)
}

func numeric(s *shape.Simple, text string) bool {
	if s.Kind != shape.Decimal && s.Kind != shape.Integer {
		return true
	}
	n, ok := new(big.Rat).SetString(strings.TrimPrefix(text, "+"))
	if !ok {
		return false
	}
	compare := func(bound string) int {
		b, _ := new(big.Rat).SetString(bound)
		return n.Cmp(b)
	}
	if s.From != "" && compare(s.From) < 0 || s.To != "" && compare(s.To) > 0 {
		return false
	}
	scale := int64(0)
	for whole := new(big.Rat).Set(n); !whole.IsInt(); scale++ {
		whole.Mul(whole, big.NewRat(10, 1))
		n = whole
	}
	digits := len(strings.TrimLeft(new(big.Int).Abs(n.Num()).String(), "0"))
	return (s.Decimals < 0 || scale <= int64(s.Decimals)) && (s.Digits < 0 || digits <= s.Digits)
}
