package shape

import (
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"
)

const order = `space urn:order:1.0 ord
use urn:leaf:1.0 leaf
root Order OrderType
type HeadType
 leaf:Number 1 leaf:NumberType
type OrderType : HeadType
 @Mode = 1006
 Line 1..3 LineType
 ( ?
  Person 1 HeadType
  Company * HeadType
 )
 Note * leaf:TextType
type LineType
 Part * LineType
 Wrap ? WrapType
type WrapType
 <any> 1
`

const leaf = `space urn:leaf:1.0 leaf
simple NumberType token length 5 pattern [0-9]+
simple TextType string least 1 most 10 value "a b" value ""
`

func TestTablesPrintAsTheyRead(t *testing.T) {
	for _, text := range []string{order, leaf} {
		table, err := ParseTable("# made by hand\n\n" + text)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(text, table.String()); diff != "" {
			t.Error(diff)
		}
	}
}

func TestLoad(t *testing.T) {
	files := fstest.MapFS{"v/order.tbl": {Data: []byte(order)}, "v/leaf.tbl": {Data: []byte(leaf)}}
	s, err := Load(files, "v")
	if err != nil {
		t.Fatal(err)
	}
	root := s.Root("urn:order:1.0", "Order")
	if root != 0 || s.Root("urn:order:2.0", "Order") >= 0 || s.Root("urn:order:1.0", "Line") >= 0 {
		t.Fatal("roots")
	}
	kind := s.Types[s.Elements[root].Type]
	var names []string
	for i := kind.First; i < kind.End; i++ {
		e := s.Elements[i]
		names = append(names, s.Spaces[e.Space]+" "+e.Name)
		if e.Owner != s.Elements[root].Type || kind.Slots[e.Slot].First > i || kind.Slots[e.Slot].End <= i {
			t.Errorf("%s does not know where it belongs", e.Name)
		}
	}
	want := []string{
		"urn:leaf:1.0 Number", "urn:order:1.0 Line", "urn:order:1.0 Person", "urn:order:1.0 Company", "urn:order:1.0 Note",
	}
	if diff := cmp.Diff(want, names); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]Attribute{{"Mode", "1006"}}, kind.Attributes); diff != "" {
		t.Error(diff)
	}
	choice := kind.Slots[2]
	if !choice.Choice() || choice.Least != 0 || choice.Most != Unbounded || kind.Slots[1].Choice() || kind.Slots[1].Most != 3 {
		t.Errorf("slots %+v", kind.Slots)
	}
	line := s.Child(s.Elements[root].Type, "Line")
	wrap := s.Child(s.Elements[line].Type, "Wrap")
	if s.Elements[s.Child(s.Elements[line].Type, "Part")].Type != s.Elements[line].Type || s.Types[s.Elements[wrap].Type].Any != 0 {
		t.Error("a type in itself, or any element")
	}
}

func TestTablesRefused(t *testing.T) {
	const head = "space urn:x x\n"
	for name, text := range map[string]string{
		"no space":               "root A AType\n",
		"unknown line":           head + "colour red\n",
		"content outside a type": head + " A 1 AType\n",
		"bad occurrence":         head + "type T\n A 3..2 T\n",
		"bad quotes":             head + "simple T token value \"a\n",
		"facet without value":    head + "simple T token length\n",
		"open choice":            head + "type T\n ( 1\n  A 1 T\n",
		"choice in a choice":     head + "type T\n ( 1\n  A 1 T\n ( 1\n",
		"unknown kind":           head + "simple T colour\n",
		"unknown facet":          head + "simple T token colour red\n",
		"bound of a text":        head + "simple T token from 1\n",
		"bad bound":              head + "simple T decimal from x\n",
		"bad pattern":            head + "simple T token pattern [\n",
		"bad length":             head + "simple T token length x\n",
		"type twice":             head + "type T\ntype T\n",
		"simple type twice":      head + "simple T token\nsimple T token\n",
		"unknown type":           head + "root A AType\n",
		"unknown prefix":         head + "root A y:AType\n",
		"no table":               head + "use urn:y y\nroot y:A AType\ntype AType\n",
		"element twice":          head + "root A T\ntype T\n B 1 T\n C 1 T\n B 1 T\n",
		"choice made twice":      head + "root A T\ntype T\n ( *\n  B 1 T\n  C 1 T\n )\n",
		"any beside others":      head + "root A T\ntype T\n B 1 T\n <any> 1\n",
		"continues itself":       head + "root A T\ntype T : T\n",
		"continues nothing":      head + "root A T\ntype T : U\n",
	} {
		t.Run(name, func(t *testing.T) {
			if _, err := Load(fstest.MapFS{"a.tbl": {Data: []byte(text)}}, "."); err == nil {
				t.Error("it is taken")
			}
		})
	}
	if _, err := Load(fstest.MapFS{}, "."); err == nil {
		t.Error("no tables are taken")
	}
	if _, err := Load(fstest.MapFS{"a.tbl": {Data: []byte(head)}, "b.tbl": {Data: []byte(head)}}, "."); err == nil {
		t.Error("two tables of a namespace are taken")
	}
}
