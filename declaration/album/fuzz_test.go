package album

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tamga/declaration"
)

// FuzzRead: whatever the bytes, a document comes back with places inside them; what has no findings is printed, and
// reading that gives the same declaration.
func FuzzRead(f *testing.F) {
	body, err := Print(printable())
	if err != nil {
		f.Fatal(err)
	}
	f.Add(body)
	d := printable()
	d.Shipment.Goods, d.Opaque = d.Shipment.Goods[:1], d.Opaque[:1]
	d.Shipment.Goods[0] = declaration.GoodsItem{Ordinal: declaration.Count(1)}
	container, err := PrintContainer(d)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(container)
	f.Fuzz(func(t *testing.T, body []byte) {
		document := Read(body, Options{})
		for _, finding := range document.Findings {
			if place := finding.Place; place.Offset < 0 || place.Offset > place.End || place.End > len(body) {
				t.Fatalf("%+v", finding)
			}
		}
		for field := range declaration.FieldCount {
			if place := document.Places.Place(declaration.Ref{Field: field, Item: 1, Row: 2}); place.End > len(body) {
				t.Fatalf("%+v", place)
			}
		}
		if len(document.Findings) > 0 {
			return
		}
		printed, err := Print(document.Declaration)
		if err != nil {
			return // an empty element that must not be: the model does not tell it from a missing one
		}
		again := Read(printed, Options{})
		if len(again.Findings) > 0 {
			t.Fatalf("printed with findings: %v", again.Findings)
		}
		if diff := cmp.Diff(document.Declaration, again.Declaration, models); diff != "" {
			t.Error(diff)
		}
	})
}
