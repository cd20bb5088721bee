package album

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"

	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/need"
	"tamga/internal/wording"
	"tamga/money"
)

// models compares declarations; numbers also by how they are written.
var models = cmp.Options{cmp.Comparer(func(a, b money.Decimal) bool { return a.Equal(b) })}

// unheld takes out what the album has no element for.
func unheld(d *declaration.Declaration) {
	d.Representative.RegistryDate, d.Declarant.SameAsDeclarant = 0, declaration.Absent
	d.Shipment.Contract.TradingCountry.Name = ""
	for i := range d.Shipment.Goods {
		for j := range d.Shipment.Goods[i].PreviousDocuments {
			d.Shipment.Goods[i].PreviousDocuments[j].Packages = declaration.Number{}
		}
	}
	for i := range d.Shipment.Payments {
		d.Shipment.Payments[i].Document.ValidFrom, d.Shipment.Payments[i].Document.ValidTo = 0, 0
	}
}

func TestReadIsTheInverseOfPrint(t *testing.T) {
	want := printable()
	unheld(want)
	body, err := Print(want)
	if err != nil {
		t.Fatal(err)
	}
	container, err := PrintContainer(want)
	if err != nil {
		t.Fatal(err)
	}
	for name, printed := range map[string][]byte{"alone": body, "in a container": container} {
		got := Read(printed, Options{})
		if len(got.Findings) > 0 {
			t.Fatalf("%s: %v", name, got.Findings)
		}
		again, err := Print(got.Declaration)
		if err != nil {
			t.Fatal(err)
		}
		reread := Read(again, Options{})
		if diff := cmp.Diff(got.Declaration, reread.Declaration, models); diff != "" {
			t.Errorf("%s: printing what was read changes it: %s", name, diff)
		}
		for i := range want.Opaque {
			want.Opaque[i].XML = got.Declaration.Opaque[i].XML
		}
		if diff := cmp.Diff(want, got.Declaration, models); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestReadAnswers(t *testing.T) {
	roundTrip(t, notice(), PrintRegistrationNotice, ReadRegistrationNotice)
	roundTrip(t, refusal(), PrintRegistrationRefusal, ReadRegistrationRefusal)
	roundTrip(t, protocol(), PrintErrorList, ReadErrorList)
	roundTrip(t, decided("10", "90"), PrintDecision, ReadDecision)
	roundTrip(t, request(), PrintDocumentRequest, ReadDocumentRequest)
	roundTrip(t, demand(), PrintChangeDemand, ReadChangeDemand)
	roundTrip(t, calculated(), PrintPaymentCalculation, ReadPaymentCalculation)
}

// roundTrip prints an answer and reads it; texts that were fitted into their elements stay as they are from then on.
func roundTrip[T any](t *testing.T, answer T, print func(T) ([]byte, error), read func([]byte) (T, []customs.Finding)) {
	t.Helper()
	body, err := print(answer)
	if err != nil {
		t.Fatal(err)
	}
	once, findings := read(body)
	if len(findings) > 0 {
		t.Fatal(findings)
	}
	again, err := print(once)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(body, again) {
		t.Errorf("%T: something was lost:\n%s", answer, cmp.Diff(string(body), string(again)))
	}
	if _, findings := read([]byte("<a/>")); len(findings) != 1 || findings[0].Code != "FMT-DOCUMENT" {
		t.Errorf("%T of another document: %v", answer, findings)
	}
}

func TestSamplesAreClean(t *testing.T) {
	dir := filepath.Join(need.Shared(t), "formats", "samples-synthetic")
	body, err := os.ReadFile(filepath.Join(dir, "esadout_cu_im40.xml"))
	if err != nil {
		t.Fatal(err)
	}
	container, err := os.ReadFile(filepath.Join(dir, "ed_container_im40.xml"))
	if err != nil {
		t.Fatal(err)
	}
	alone, contained := Read(body, Options{}), Read(container, Options{})
	if len(alone.Findings)+len(contained.Findings) > 0 {
		t.Fatal(alone.Findings, contained.Findings)
	}
	if diff := cmp.Diff(alone.Declaration, contained.Declaration, models); diff != "" {
		t.Error(diff)
	}
	if got := alone.Declaration.Shipment.Goods[0].Calculations[3].Amount.Text; got != "861529.90" {
		t.Errorf("VAT %s", got)
	}
	if _, findings := ReadErrorList(mustRead(t, dir, "error_list_flk.xml")); len(findings) > 0 {
		t.Error(findings)
	}
	if decision, findings := ReadDecision(mustRead(t, dir, "gtd_out_customs_mark_auto_release.xml")); len(findings) > 0 ||
		decision.Resolution.Officer.Name != "АВТОМАТ" || decision.Number.Number.String() != "10702030/140219/5000123" {
		t.Error(decision, findings)
	}
	if notice, findings := ReadRegistrationNotice(mustRead(t, dir, "notif_gtd_registration_auto.xml")); len(findings) > 0 ||
		notice.Registered.Time != "09:31:12" {
		t.Error(notice, findings)
	}
}

func mustRead(t *testing.T, dir, name string) []byte {
	t.Helper()
	body, err := os.ReadFile(filepath.Join(dir, name))
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// sampleText is a declaration as Print lays it out.
func sampleText(t *testing.T) string {
	t.Helper()
	body, err := Print(printable())
	if err != nil {
		t.Fatal(err)
	}
	return string(body)
}

// TestFindingsArePlaced breaks a declaration in one place and looks at the one finding.
func TestFindingsArePlaced(t *testing.T) {
	sound := sampleText(t)
	for name, c := range map[string]struct {
		old, new  string
		code      customs.FindingCode
		box, path string
		item      int
		marks     declaration.Field
	}{
		"facet":             {"<catESAD_cu:GoodsTNVEDCode>0803901000<", "<catESAD_cu:GoodsTNVEDCode>08039O1000<", "FMT-PATTERN", "33", "GoodsTNVEDCode", 1, declaration.FieldCommodity},
		"date":              {"<catESAD_cu:RateUseDate>2019-02-14<", "<catESAD_cu:RateUseDate>2019-02-30<", "FMT-DATE", "47", "RateUseDate", 1, declaration.FieldCalculationRate},
		"date huge":         {"<catESAD_cu:RateUseDate>2019-02-14<", "<catESAD_cu:RateUseDate>12019-02-14<", "FMT-DATE", "47", "RateUseDate", 1, declaration.FieldCalculationRate},
		"number":            {"<catESAD_cu:CustomsCost>1<", "<catESAD_cu:CustomsCost>1,5<", "FMT-NUMBER", "45", "CustomsCost", 1, declaration.FieldCustomsValue},
		"flag":              {"<catESAD_cu:ContainerIndicator>true<", "<catESAD_cu:ContainerIndicator>да<", "FMT-FLAG", "19", "ContainerIndicator", 0, declaration.FieldContainerised},
		"long":              {"<CustomsProcedure>ИМ<", "<CustomsProcedure>ИМП<", "FMT-LONG", "1", "CustomsProcedure", 0, declaration.FieldKind},
		"empty":             {"<CustomsProcedure>ИМ<", "<CustomsProcedure><", "FMT-EMPTY", "1", "CustomsProcedure", 0, declaration.FieldKind},
		"missing":           {"<CustomsProcedure>ИМ</CustomsProcedure>", "", "FMT-MISSING", "1", "CustomsProcedure", 0, declaration.FieldKind},
		"twice":             {"<CustomsProcedure>ИМ</CustomsProcedure>", "<CustomsProcedure>ИМ</CustomsProcedure><CustomsProcedure>ИМ</CustomsProcedure>", "FMT-MANY", "1", "CustomsProcedure[2]", 0, declaration.FieldKind},
		"unknown":           {"<CustomsProcedure>", "<Colour/><CustomsProcedure>", "FMT-UNKNOWN", "", "Colour", 0, declaration.NoField},
		"namespace":         {"<CustomsProcedure>", `<CustomsProcedure xmlns="urn:other">`, "FMT-NAMESPACE", "1", "CustomsProcedure", 0, declaration.FieldKind},
		"text":              {"<CustomsProcedure>", "слово<CustomsProcedure>", "FMT-TEXT", "", "ESADout_CU", 0, declaration.NoField},
		"attribute":         {`DocumentModeID="1006107E"`, "", "FMT-ATTRIBUTE", "", "ESADout_CU", 0, declaration.NoField},
		"other mode":        {`DocumentModeID="1006107E"`, `DocumentModeID="1006108E"`, "FMT-ATTRIBUTE-VALUE", "", "ESADout_CU", 0, declaration.NoField},
		"attribute unknown": {`<CustomsProcedure>`, `<CustomsProcedure colour="red">`, "FMT-ATTRIBUTE-UNKNOWN", "1", "CustomsProcedure", 0, declaration.FieldKind},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(sound, c.old) {
				t.Fatalf("no %s", c.old)
			}
			broken := strings.Replace(sound, c.old, c.new, 1)
			document := Read([]byte(broken), Options{})
			if len(document.Findings) != 1 {
				t.Fatalf("%v", document.Findings)
			}
			f := document.Findings[0]
			if f.Code != c.code || f.Box != c.box || f.Item != c.item || !strings.HasSuffix(f.Place.Path, "/"+c.path) ||
				f.Consequence != customs.RefuseRegistration || f.Place.Line == 0 {
				t.Errorf("%+v", f)
			}
			if c.marks != declaration.NoField && document.Sound(c.marks, c.item) {
				t.Errorf("the field is not marked: %v", document.Defective)
			}
		})
	}
}

// TestTechnicalRejects: what cannot be read is rejected, with one finding and an empty declaration.
func TestTechnicalRejects(t *testing.T) {
	sound := sampleText(t)
	for name, c := range map[string]struct {
		body string
		code customs.FindingCode
	}{
		"nothing":        {"", "XML-EMPTY"},
		"no XML":         {"PK\x03\x04", "XML-OUTSIDE"},
		"doctype":        {"<!DOCTYPE a>" + sound[strings.Index(sound, "<ESADout_CU"):], "XML-DOCTYPE"},
		"cut":            {sound[:len(sound)/2], "XML-UNCLOSED"},
		"other version":  {strings.ReplaceAll(sound, "ESADout_CU:5.23.0", "ESADout_CU:5.14.0"), "FMT-VERSION"},
		"other document": {`<a xmlns="urn:a"/>`, "FMT-DOCUMENT"},
		"encoding":       {`<?xml version="1.0" encoding="KOI8-R"?><a/>`, "XML-ENCODING"},
	} {
		document := Read([]byte(c.body), Options{})
		if len(document.Findings) != 1 || document.Findings[0].Code != c.code ||
			document.Findings[0].Consequence != customs.TechnicalReject || document.Declaration == nil {
			t.Errorf("%s: %v", name, document.Findings)
		}
		document.Places.Place(declaration.Ref{Field: declaration.FieldKind})
	}
	answer, err := PrintRegistrationNotice(notice())
	if err != nil {
		t.Fatal(err)
	}
	if findings := Read(answer, Options{}).Findings; len(findings) != 1 || findings[0].Code != codeOther {
		t.Error(findings)
	}
	container, err := PrintContainer(printable())
	if err != nil {
		t.Fatal(err)
	}
	begin, end := bytes.Index(container, []byte("<ESADout_CU")), bytes.Index(container, []byte("</ESADout_CU>"))
	for other, code := range map[string]customs.FindingCode{
		`<b xmlns="urn:b"/>`: codeContainer,
		`<ESADout_CU xmlns="urn:customs.ru:Information:CustomsDocuments:ESADout_CU:5.14.0"/>`: "FMT-VERSION",
	} {
		body := string(container[:begin]) + other + string(container[end+len("</ESADout_CU>"):])
		if findings := Read([]byte(body), Options{}).Findings; len(findings) != 1 || findings[0].Code != code {
			t.Errorf("%s: %v", other, findings)
		}
	}
}

// TestPlacesAreOfTheReceivedBytes: in windows-1251 with CRLF, the place cuts the value out of the received bytes.
func TestPlacesAreOfTheReceivedBytes(t *testing.T) {
	sound := strings.Replace(sampleText(t), `encoding="UTF-8"`, `encoding="windows-1251"`, 1)
	narrow, err := charmap.Windows1251.NewEncoder().String(strings.ReplaceAll(sound, "\n", "\r\n"))
	if err != nil {
		t.Fatal(err)
	}
	document := Read([]byte(narrow), Options{})
	if len(document.Findings) > 0 {
		t.Fatal(document.Findings)
	}
	for _, c := range []struct {
		ref   declaration.Ref
		want  string
		lines int
	}{
		{declaration.Ref{Field: declaration.FieldKind}, "\xC8\xCC", 0},
		{declaration.Ref{Field: declaration.FieldProhibitionMark, Item: 2}, "\xD1", 0},
		{declaration.Ref{Field: declaration.FieldCalculationFeature, Item: 2, Row: 2}, "\xC8\xD3", 0},
		{declaration.Ref{Field: declaration.FieldPaymentPayer, Row: 2}, "", 0},
		// The item has no third calculation: the place is its end.
		{declaration.Ref{Field: declaration.FieldCalculationFeature, Item: 2, Row: 3}, "</ESADout_CUGoods>", 0},
	} {
		place := document.Places.Place(c.ref)
		if got := narrow[place.Offset:place.End]; c.want != "" && got != c.want {
			t.Errorf("%v: %q at %+v", c.ref, got, place)
		}
		if line := strings.Count(narrow[:place.Offset], "\n") + 1; line != place.Line {
			t.Errorf("%v: line %d, want %d", c.ref, place.Line, line)
		}
	}
}

// TestEveryFieldHasAPlace: in a declaration with every field, each has a place of its own, and its box agrees.
func TestEveryFieldHasAPlace(t *testing.T) {
	document := Read([]byte(sampleText(t)), Options{})
	top := document.Places.Place(declaration.Ref{})
	for field := declaration.NoField + 1; field < declaration.FieldCount; field++ {
		header := document.Places.Place(declaration.Ref{Field: field})
		item := document.Places.Place(declaration.Ref{Field: field, Item: 2})
		if header == top || item == top || header.Line == 0 {
			t.Errorf("field %d of box %s has no place", field, field.Box())
		}
	}
}

// TestFindingsAreBounded: a hostile document costs no more findings than asked for, and the rest is counted.
func TestFindingsAreBounded(t *testing.T) {
	body := strings.Replace(sampleText(t), "<CustomsProcedure>", strings.Repeat("<A/>", 5000)+"<CustomsProcedure>", 1)
	document := Read([]byte(body), Options{MaxFindings: 10})
	if len(document.Findings) != 10 || document.More != 4990 {
		t.Errorf("%d findings and %d more", len(document.Findings), document.More)
	}
}

func TestTexts(t *testing.T) {
	catalogue, err := wording.Load(Texts)
	if err != nil {
		t.Fatal(err)
	}
	if faults := catalogue.Faults(); len(faults) > 0 {
		t.Error(faults)
	}
	codes := FindingCodes()
	for _, code := range codes {
		for _, key := range []string{"text", "fix"} {
			if !catalogue.Has("ru", string(code), key) {
				t.Errorf("%s has no %s", code, key)
			}
		}
	}
	if len(codes) != len(catalogue.Codes()) {
		t.Errorf("%d codes, %d texts", len(codes), len(catalogue.Codes()))
	}
}

func BenchmarkRead(b *testing.B) {
	for _, c := range []struct {
		name  string
		items int
	}{{"1", 1}, {"100", 100}, {"999", 999}} {
		d := printable()
		d.Shipment.Goods = make([]declaration.GoodsItem, c.items)
		for i := range d.Shipment.Goods {
			d.Shipment.Goods[i] = printable().Shipment.Goods[0]
		}
		d.Opaque = nil
		body, err := Print(d)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(c.name, func(b *testing.B) {
			b.SetBytes(int64(len(body)))
			b.ReportAllocs()
			for b.Loop() {
				if document := Read(body, Options{}); len(document.Findings) > 0 {
					b.Fatal(document.Findings)
				}
			}
			b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "docs/s")
		})
	}
}
