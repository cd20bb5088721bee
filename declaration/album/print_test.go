package album

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/need"
	"tamga/internal/shape"
	"tamga/money"
)

// full is a declaration with every field of the model filled, with values of the right form.
func full() *declaration.Declaration {
	d := &declaration.Declaration{}
	fill(reflect.ValueOf(d).Elem(), "")
	d.Opaque = []declaration.Opaque{
		{
			Parent: "/ESADout_CU", Path: "/ESADout_CU/SealNumber[1]",
			XML: `<d:SealNumber xmlns:d="` + spaceDocuments + `ESADout_CU:5.23.0">A &amp; 1</d:SealNumber>`,
		},
		{
			Parent: "/ESADout_CU/ESADout_CUGoodsShipment/ESADout_CUGoods[2]",
			Path:   "/ESADout_CU/ESADout_CUGoodsShipment/ESADout_CUGoods[2]/LanguageGoods",
			XML:    `<LanguageGoods xmlns="` + spaceDocuments + `ESADout_CU:5.23.0">RU</LanguageGoods>`,
		},
	}
	return d
}

// sound are values for fields whose form is narrower than their type.
var sound = map[string]string{
	"Kind": "ИМ", "Feature": "ПВД", "Created": "2019-02-14T09:30:00+03:00", "SignedAt": "2019-02-14T09:25:00", "Code": "R.036",
	"Envelope": "P.LL.01.MSG.001", "Language": "RU", "Procedure": "40", "ElectronicMark": "ЭД", "SourceCountry": "RU", "DestinationCountry": "RU",
	"OGRN": "1209900000012", "INN": "9901000010", "KPP": "990101001", "Certificate": "000001", "RegistryKind": "09034",
	"Excise": "-", "Region": "001", "ID": "EXMU1000010", "Full": "1", "Type": "%", "Currency": "643", "Compare": "1", "Operation": "+",
	"IDs": "RU-430302-ABC1234567", "RestrictionMarks": "Р1", "ExcludedCountries": "RU",
}

// soundAt are values for fields by the name of their struct and their own.
var soundAt = map[string]string{
	"IdentityDocument.Code": "21", "Location.Kind": "99", "TransportMeans.Kind": "10_", "PreviousDocument.Kind": "09013",
	"Address.Region": "ПРИМОРСКИЙ КРАЙ", "Address.Kind": "1", "AEOCertificate.Kind": "1", "DeliveryTerms.Code": "CFR",
	"DeliveryTerms.PlaceCode": "01", "ItemProcedure.Feature": "000", "Calculation.Feature": "ИУ", "Contract.DealNature": "010",
	"Contract.DealFeature": "00", "Calculation.BaseCurrency": "643", "Contract.Currency": "USD", "Packaging.Kind": "1", "Package.Kind": "BX", "Package.Info": "0",
	"Container.Kind": "CN", "Office.Country": "643", "PresentedDocument.Presenting": "0", "Preference.Fee": "ОО",
	"Preference.Duty": "ОО", "Preference.VAT": "ОО", "Payment.Way": "00", "Guarantee.Way": "01", "Transport.Mode": "10",
	"GoodsItem.ProhibitionMark": "С", "GoodsItem.IPMark": "И", "GoodsItem.TraceabilityMark": "П",
	"GoodsItem.IdentificationMark": "М", "GoodsItem.AdditionalCommodityCode": "0001", "GoodsItem.ValuationMethod": "1",
	"ExciseMarks.Series": "A1", "FurMarks.Sign": "01", "FurMarkRange.First": "RU-430302-ABC1234567", "FurMarkRange.Last": "RU-430302-ABC1234569",
	"Vehicle.MakeCode": "001", "Vehicle.Year": "2019", "Transport.Line": "1", "TransportMeans.Mark": "001", "GoodsItem.Feature": "МПО",
	"GoodsItem.ClassificationMark": "1", "PreviousDocument.Change": "01", "PreviousDocument.Addition": "01",
	"Location.VehicleMode": "10", "Guarantee.UNP": "100000001", "Guarantee.BIC": "040000001", "Declaration.DocumentUse": "СД",
	"PreliminaryInformationNumber.Number": "000000001", "TIRCarnet.Series": "XX", "TIRCarnet.Number": "00000001",
	"TransitGuarantee.Measure": "01", "TransitGuarantee.CertificateNumber": "0000001", "TransitGuarantee.NationalKind": "1",
	"TransitGuarantee.UNP": "100000001", "TransitGuarantee.BIC": "040000001",
	"VehicleDeclaration.Number": "0000001", "VehicleDeclaration.Mode": "10", "RailwayStation.Code": "00001", "Transshipment.Mode": "10",
	"IdentificationMeans.Sign": "ПВ", "IdentificationLevel.Aggregation": "1", "IdentificationCode.Kind": "001", "IdentificationUnit.ApplicationID": "01",
	"DocumentReference.Number": "N-1", "AEOCertificate.Number": "RU/0001/T1", "PreviousDocument.Number": "5000123",
}

// soundOf are values by type.
var soundOf = map[reflect.Type]string{
	reflect.TypeFor[customs.Country](): "RU", reflect.TypeFor[customs.OfficeCode](): "10702030",
	reflect.TypeFor[customs.CommodityCode](): "0803901000", reflect.TypeFor[customs.PaymentCode](): "2010",
	reflect.TypeFor[customs.DocumentKind](): "01191", reflect.TypeFor[customs.UnitCode](): "166",
	reflect.TypeFor[customs.ProcedureCode](): "40", reflect.TypeFor[customs.DocumentID](): "3F2504E0-4F89-11D3-9A0C-0305E82C3301",
	reflect.TypeFor[money.Currency](): "USD",
}

func fill(v reflect.Value, field string) {
	switch {
	case v.Type() == reflect.TypeFor[declaration.Number]():
		v.Set(reflect.ValueOf(declaration.Number{Value: money.FromInt(1), Text: "1", Given: true}))
	case v.Type() == reflect.TypeFor[calendar.Date]():
		v.Set(reflect.ValueOf(calendar.MustDate("2019-02-14")))
	case v.Type() == reflect.TypeFor[declaration.Flag]():
		v.Set(reflect.ValueOf(declaration.Yes))
	case v.Type() == reflect.TypeFor[declaration.TaxIDs]():
		// The form holds the identifiers of one state.
		v.Set(reflect.ValueOf(declaration.TaxIDs{OGRN: sound["OGRN"], INN: sound["INN"], KPP: sound["KPP"]}))
	case v.Type() == reflect.TypeFor[[]declaration.Opaque]():
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			name := v.Type().Field(i).Name
			if value, known := soundAt[v.Type().Name()+"."+name]; known {
				v.Field(i).SetString(value)
				continue
			}
			fill(v.Field(i), name)
		}
	case v.Kind() == reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), 2, 2))
		for i := range 2 {
			fill(v.Index(i), field)
		}
	case v.Kind() == reflect.Array:
		for i := range v.Len() {
			fill(v.Index(i), field)
		}
	case soundOf[v.Type()] != "":
		v.SetString(soundOf[v.Type()])
	case sound[field] != "":
		v.SetString(sound[field])
	case v.Kind() == reflect.String:
		v.SetString("E\"&<")
	}
}

// printable takes from the full declaration what the form has no place for.
func printable() *declaration.Declaration {
	d := full()
	d.Shipment.FinanciallyResponsible.AEO = declaration.AEOCertificate{}
	d.Shipment.Carrier.Party.AEO, d.Shipment.Carrier.Party.SameAsDeclarant = declaration.AEOCertificate{}, declaration.Absent
	return d
}

func TestPrintWholeModel(t *testing.T) {
	d := printable()
	body, err := Print(d)
	if err != nil {
		t.Fatal(err)
	}
	valid(t, "ESADout_CU", body)
	again, err := Print(d)
	if err != nil || !bytes.Equal(body, again) {
		t.Errorf("printed differently the second time: %v", err)
	}
	container, err := PrintContainer(d)
	if err != nil {
		t.Fatal(err)
	}
	valid(t, "ED_Container", container)
	schema(t, "ESADout_CU", body)
	schema(t, "ED_Container", container)
}

// Every field of the model that the form has a place for is in what is printed: each is changed alone, and the bytes
// must change with it.
func TestPrintReadsEveryField(t *testing.T) {
	homeless := map[string]bool{
		".Declarant.SameAsDeclarant": true, ".Shipment.Payments.Document.ValidFrom": true,
		".Shipment.Payments.Document.ValidTo": true, ".Representative.RegistryDate": true, ".Shipment.Contract.TradingCountry.Name": true,
		".Shipment.Goods.PreviousDocuments.Packages": true, ".Shipment.FinanciallyResponsible.AEO.Country": true,
		".Shipment.Carrier.Party.AEO.Country": true, ".Shipment.Carrier.Party.AEO.Number": true,
		".Shipment.Carrier.Party.AEO.Kind": true, ".Shipment.Carrier.Party.SameAsDeclarant": true,
		".Shipment.FinanciallyResponsible.AEO.Number": true, ".Shipment.FinanciallyResponsible.AEO.Kind": true,
	}
	d := printable()
	before, err := Print(d)
	if err != nil {
		t.Fatal(err)
	}
	var walk func(v reflect.Value, path string)
	walk = func(v reflect.Value, path string) {
		switch {
		case homeless[path] || path == ".Opaque" || v.Type() == reflect.TypeFor[money.Decimal]():
		case v.Type() == reflect.TypeFor[declaration.TaxIDs](), v.Type() == reflect.TypeFor[declaration.Number](), !composite(v):
			kept := reflect.New(v.Type()).Elem()
			kept.Set(v)
			v.SetZero()
			after, err := PrintFaulty(d)
			v.Set(kept)
			if err != nil || bytes.Equal(before, after) {
				t.Errorf("%s is not printed (%v)", path, err)
			}
		case v.Kind() == reflect.Struct:
			for i := range v.NumField() {
				walk(v.Field(i), path+"."+v.Type().Field(i).Name)
			}
		default:
			walk(v.Index(v.Len()-1), path)
		}
	}
	walk(reflect.ValueOf(d).Elem(), "")
}

func composite(v reflect.Value) bool {
	return v.Kind() == reflect.Struct || v.Kind() == reflect.Slice || v.Kind() == reflect.Array
}

func TestPrintRefusesWhatTheFormCannotHold(t *testing.T) {
	for name, spoil := range map[string]func(*declaration.Declaration){
		"missing":       func(d *declaration.Declaration) { d.Kind = "" },
		"too long":      func(d *declaration.Declaration) { d.Feature = "ДЛИННО" },
		"no goods":      func(d *declaration.Declaration) { d.Shipment.Goods = nil; d.Opaque = nil },
		"no such place": func(d *declaration.Declaration) { d.Opaque[0].Path = "/ESADout_CU/Nothing" },
		"no AEO":        func(d *declaration.Declaration) { d.Shipment.FinanciallyResponsible = d.Declarant },
	} {
		d := printable()
		spoil(d)
		if _, err := Print(d); !customs.Is(err, customs.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// valid reads a printed document with a slow reader of its own and holds it against the tables.
func valid(t *testing.T, root string, body []byte) {
	t.Helper()
	c := checker{T: t, shape: Current().shape, root: root}
	decoder := xml.NewDecoder(bytes.NewReader(body))
	for {
		token, err := decoder.Token()
		if errors.Is(err, io.EOF) {
			return
		}
		if err != nil {
			t.Fatal(err)
		}
		switch token := token.(type) {
		case xml.StartElement:
			c.begin(token.Name)
		case xml.CharData:
			if len(c.stack) > 0 {
				c.stack[len(c.stack)-1].text += string(token)
			}
		case xml.EndElement:
			c.end()
		}
	}
}

type checker struct {
	*testing.T
	shape *shape.Shape
	root  string
	stack []*open
}

// open is an element that has begun: how often each slot was filled, the last part, the text.
type open struct {
	element shape.Element
	counts  map[int]int
	last    int
	text    string
}

func (c *checker) begin(name xml.Name) {
	var at int
	if len(c.stack) == 0 || c.kind().Any >= 0 {
		at = c.shape.Root(name.Space, name.Local)
	} else {
		parent := c.stack[len(c.stack)-1]
		at = c.shape.Child(parent.element.Type, name.Local)
		if at < parent.last {
			c.Errorf("%s: %s is unknown or out of order", c.root, name.Local)
		}
		parent.last = at
		parent.counts[c.shape.Elements[max(at, 0)].Slot]++
	}
	if at < 0 || c.shape.Spaces[c.shape.Elements[at].Space] != name.Space {
		c.Fatalf("%s: no %s here", c.root, name.Local)
	}
	c.stack = append(c.stack, &open{element: c.shape.Elements[at], counts: map[int]int{}})
}

func (c *checker) kind() *shape.Type {
	return &c.shape.Types[c.stack[len(c.stack)-1].element.Type]
}

func (c *checker) end() {
	top := c.stack[len(c.stack)-1]
	if top.element.Simple >= 0 {
		simple := &c.shape.Simples[top.element.Simple]
		if breach := simple.Check([]byte(top.text)); breach != shape.Fits {
			c.Errorf("%s: %s = %q: must be %s", c.root, top.element.Name, top.text, simple.Want(breach))
		}
		c.stack = c.stack[:len(c.stack)-1]
		return
	}
	for i, slot := range c.kind().Slots {
		if n := top.counts[i]; c.kind().Any < 0 && (n < slot.Least || n > slot.Most) {
			c.Errorf("%s: %s: %s stands %d times", c.root, top.element.Name, c.shape.Elements[slot.First].Name, n)
		}
	}
	c.stack = c.stack[:len(c.stack)-1]
}

// schema holds a printed document against the official schema.
func schema(t *testing.T, root string, body []byte) {
	t.Helper()
	lint, shared := need.Tool(t, "xmllint"), need.Shared(t)
	file := filepath.Join(t.TempDir(), root+".xml")
	if err := os.WriteFile(file, body, 0o600); err != nil {
		t.Fatal(err)
	}
	xsd := filepath.Join(shared, "formats", "fts-album-5.23.0", "xsd", root+".xsd")
	out, err := exec.Command(lint, "--noout", "--nonet", "--schema", xsd, file).CombinedOutput()
	if err != nil {
		t.Errorf("%s: %v\n%s", root, err, out)
	}
}

func BenchmarkPrint999(b *testing.B) {
	d := printable()
	for len(d.Shipment.Goods) < 999 {
		d.Shipment.Goods = append(d.Shipment.Goods, d.Shipment.Goods[0])
	}
	for b.Loop() {
		body, err := Print(d)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(len(body)))
	}
}

func ExamplePrintRegistrationNotice() {
	body, _ := PrintRegistrationNotice(RegistrationNotice{
		Head: Head{ID: "11111111-1111-4111-8111-111111111101"}, Registered: Moment{calendar.MustDate("2019-02-14"), "09:31:12"},
		Sign: "0", Office: declaration.Office{Code: "10702030"},
		Number: Reference{Number: declaration.NewNumber("10702030", calendar.MustDate("2019-02-14"), 5000123)},
	})
	fmt.Println(strings.Count(string(body), "10702030"))
	// Output: 2
}
