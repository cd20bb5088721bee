package album

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tamga/declaration"
	"tamga/internal/need"
	"tamga/money"
)

// What is printed reads as what was printed, with every field of the model and the elements kept aside.
func TestPrintedReadsTheSame(t *testing.T) {
	d := printable()
	// What the form has no place for does not come back.
	d.Declarant.SameAsDeclarant = declaration.Absent
	d.Representative.RegistryDate = 0
	d.Shipment.Contract.TradingCountry.Name = ""
	for i := range d.Shipment.Payments {
		d.Shipment.Payments[i].Document.ValidFrom, d.Shipment.Payments[i].Document.ValidTo = 0, 0
	}
	for i := range d.Shipment.Goods {
		for j := range d.Shipment.Goods[i].PreviousDocuments {
			d.Shipment.Goods[i].PreviousDocuments[j].Packages = declaration.Number{}
		}
	}
	again(t, d)
}

func TestSamplePrintsAndReadsTheSame(t *testing.T) {
	body, err := os.ReadFile(filepath.Join(need.Shared(t), "formats", "samples-synthetic", "esadout_cu_im40.xml"))
	if err != nil {
		t.Fatal(err)
	}
	first := Read(body, Options{})
	if len(first.Findings) > 0 {
		t.Fatal(first.Findings)
	}
	printed := again(t, first.Declaration)
	schema(t, "ESADout_CU", printed)
	// An element without content says nothing and is not printed.
	empty := func(token string) bool { return strings.HasSuffix(token, " SignatoryPersonIdentityDetails") }
	if diff := cmp.Diff(slices.DeleteFunc(tokens(t, body), empty), tokens(t, printed)); diff != "" {
		t.Errorf("printed otherwise than it stood:\n%s", diff)
	}
}

// again prints a declaration, reads it, and prints what was read.
func again(t *testing.T, d *declaration.Declaration) []byte {
	t.Helper()
	body, err := Print(d)
	if err != nil {
		t.Fatal(err)
	}
	read := Read(body, Options{})
	if len(read.Findings) > 0 {
		t.Errorf("%v", read.Findings)
	}
	numbers := cmp.Comparer(func(a, b money.Decimal) bool { return a.Equal(b) })
	raw := cmp.FilterPath(func(p cmp.Path) bool { return p.Last().String() == ".XML" }, cmp.Ignore())
	if diff := cmp.Diff(d, read.Declaration, numbers, raw); diff != "" {
		t.Errorf("read otherwise than printed:\n%s", diff)
	}
	second, err := Print(read.Declaration)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(tokens(t, body), tokens(t, second)); diff != "" {
		t.Errorf("printed otherwise the second time:\n%s", diff)
	}
	return second
}

// tokens lists names with their namespaces and values of a document.
func tokens(t *testing.T, body []byte) []string {
	t.Helper()
	var list []string
	decoder := xml.NewDecoder(bytes.NewReader(body))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return list
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			list = append(list, token.Name.Space+" "+token.Name.Local)
		case xml.CharData:
			if text := strings.TrimSpace(string(token)); text != "" {
				list = append(list, text)
			}
		}
	}
}
