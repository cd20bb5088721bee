package compose

import (
	"encoding/xml"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"

	"tamga/internal/shape"
)

const order = `space urn:order ord
use urn:leaf leaf
root Order OrderType
type OrderType
 @Mode = 7
 Number 1 leaf:Short
 ( ?
  Person 1 leaf:Short
  Company 1 leaf:Short
 )
 Note 0..3 leaf:Short
 Line + LineType
 Wrap ? WrapType
type LineType
 leaf:Price ? leaf:Short
 Tag * leaf:Short
 Place 1 PlaceType
type PlaceType
 Town ? leaf:Short
type WrapType
 <any> 1
`

const leaf = `space urn:leaf leaf
simple Short string least 1 most 10
`

func family(t testing.TB) *shape.Shape {
	t.Helper()
	var tables []*shape.Table
	for _, text := range []string{order, leaf} {
		table, err := shape.ParseTable(text)
		if err != nil {
			t.Fatal(err)
		}
		tables = append(tables, table)
	}
	s, err := shape.Compile(tables)
	if err != nil {
		t.Fatal(err)
	}
	return s
}

func begin(t testing.TB) *Document {
	t.Helper()
	d, err := New(family(t), "urn:order", "Order")
	if err != nil {
		t.Fatal(err)
	}
	return d
}

func TestOrderSpaceAndRaw(t *testing.T) {
	d := begin(t)
	line := d.Root().Row("Line")
	line.Text("Tag", "b")
	line.Text("Tag", "a & <c>\x01")
	line.Text("Price", "1")
	d.Root().Raw("Company", `<x:Company xmlns:x="urn:order">Q</x:Company>`)
	d.Root().Text("Number", "5")
	d.Root().Part("Wrap").Raw("Other", "<Other/>")
	d.Root().Part("Line")
	d.At("/Order/Line[2]/Place").Text("Town", "T")
	got, err := d.Append(nil, Compact)
	if err != nil {
		t.Fatal(err)
	}
	want := `<Order xmlns="urn:order" xmlns:leaf="urn:leaf" Mode="7"><Number>5</Number>` +
		`<x:Company xmlns:x="urn:order">Q</x:Company>` +
		`<Line><leaf:Price>1</leaf:Price><Tag>b</Tag><Tag>a &amp; &lt;c&gt;` + "\uFFFD" + `</Tag></Line>` +
		`<Line><Place><Town>T</Town></Place></Line><Wrap><Other/></Wrap></Order>`
	if string(got) != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if err := d.Verify(); err == nil || !strings.HasPrefix(err.Error(), "/Order/Line[1]: Place") {
		t.Errorf("got %v", err)
	}
}

func TestVerifyNamesThePlace(t *testing.T) {
	d := begin(t)
	d.Root().Text("Number", "1")
	for _, town := range []string{"A", "01234567890"} {
		line := d.Root().Row("Line")
		line.Text("Tag", "x")
		line.Part("Place").Text("Town", town)
	}
	if err := d.Verify(); err == nil || !strings.HasPrefix(err.Error(), "/Order/Line[2]/Place/Town:") {
		t.Errorf("got %v", err)
	}
}

func TestUnknownNamesAreRefused(t *testing.T) {
	for name, fill := range map[string]func(Node){
		"name":          func(n Node) { n.Text("Nothing", "1") },
		"part":          func(n Node) { n.Part("Nothing").Part("More").Text("Deep", "1") },
		"raw":           func(n Node) { n.Raw("Nothing", "<Nothing/>") },
		"value of part": func(n Node) { n.Text("Line", "1") },
		"part of value": func(n Node) { n.Text("Number", "1").Text("Deep", "1") },
		"path":          func(n Node) { n.document.At("/Order/Nothing[3]/More") },
		"root":          func(n Node) { n.document.At("/Other/Line") },
	} {
		d := begin(t)
		fill(d.Root())
		if _, err := d.Bytes(Compact); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
	if _, err := New(family(t), "urn:leaf", "Order"); err == nil {
		t.Error("a root of another namespace was taken")
	}
}

func TestVerify(t *testing.T) {
	for name, c := range map[string]struct {
		fill func(Node)
		good bool
	}{
		"sound":       {func(n Node) { n.Row("Line").Row("Place") }, true},
		"demanded":    {func(n Node) { n.Row("Line").Part("Place") }, true},
		"missing":     {func(Node) {}, false},
		"too long":    {func(n Node) { n.Row("Line").Row("Place").Text("Town", "01234567890") }, false},
		"both chosen": {func(n Node) { n.Row("Line").Row("Place"); n.Text("Person", "A"); n.Text("Company", "B") }, false},
		"too many":    {func(n Node) { n.Row("Line").Row("Place"); n.Text("Number", "2") }, false},
	} {
		d := begin(t)
		d.Root().Text("Number", "1")
		c.fill(d.Root())
		if err := d.Verify(); (err == nil) != c.good {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestProseFits(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		text := rapid.String().Draw(t, "text")
		d, _ := New(family(noTest{}), "urn:order", "Order")
		d.Root().Prose("Note", text)
		d.Root().Row("Line").Row("Place").Prose("Town", text)
		for _, n := range d.nodes {
			if utf8.RuneCountInString(n.text) > 10 {
				t.Fatalf("%q is too long", n.text)
			}
		}
	})
	d := begin(t)
	d.Root().Prose("Note", "слово другое и ещё одно слово подлиннее")
	got, _ := d.Append(nil, Compact)
	if want := "<Note>слово</Note><Note>другое и</Note><Note>ещё одно…</Note>"; !strings.Contains(string(got), want) {
		t.Errorf("got %s", got)
	}
}

// noTest lets family be made inside a rapid check.
type noTest struct{ testing.TB }

func (noTest) Helper()           {}
func (noTest) Fatal(args ...any) { panic(args) }

func TestIndentedIsTheSameDocument(t *testing.T) {
	d := begin(t)
	d.Root().Text("Number", "1")
	d.Root().Row("Line").Text("Tag", " a ")
	compact, _ := d.Bytes(Compact)
	indented, _ := d.Bytes(Indented)
	if tokens(t, compact) != tokens(t, indented) || len(indented) <= len(compact) {
		t.Errorf("%s\n%s", compact, indented)
	}
}

func tokens(t *testing.T, text []byte) string {
	t.Helper()
	var out strings.Builder
	decoder := xml.NewDecoder(strings.NewReader(string(text)))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return out.String()
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			out.WriteString("<" + token.Name.Space + " " + token.Name.Local)
		case xml.EndElement:
			out.WriteString(">")
		case xml.CharData:
			if s := string(token); strings.TrimSpace(s) != "" {
				out.WriteString(s)
			}
		}
	}
}
