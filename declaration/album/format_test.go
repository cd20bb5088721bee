package album

import (
	"io/fs"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/go-cmp/cmp"

	"tamga/internal/shape"
)

// later is the present version with other version numbers and an element that is gone.
func later(t *testing.T) *Format {
	t.Helper()
	files := fstest.MapFS{}
	names, err := fs.Glob(tables, "tables/"+Version+"/*.tbl")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(tables, name)
		if err != nil {
			t.Fatal(err)
		}
		changed := strings.ReplaceAll(string(text), ":5.23.0", ":5.99.0")
		files[strings.TrimPrefix(name, "tables/")] = &fstest.MapFile{Data: []byte(strings.ReplaceAll(changed, "\n IntellectPropertySign ? clt_ru:LetterIndicatorType", ""))}
	}
	format, err := LoadFormat("5.99.0", files, Version)
	if err != nil {
		t.Fatal(err)
	}
	return format
}

func TestAnotherVersionIsReadWhenItsTablesAreThere(t *testing.T) {
	body := strings.ReplaceAll(sampleText(t), ":5.23.0", ":5.99.0")
	body = strings.ReplaceAll(body, "<catESAD_cu:IntellectPropertySign>И</catESAD_cu:IntellectPropertySign>", "")
	if findings := Read([]byte(body), Options{}).Findings; len(findings) != 1 || findings[0].Code != "FMT-VERSION" {
		t.Fatal(findings)
	}
	for _, formats := range [][]*Format{{Current(), later(t)}, {later(t), Current()}} {
		document := Read([]byte(body), Options{Formats: formats})
		if len(document.Findings) > 0 || len(document.Declaration.Shipment.Goods) != 2 {
			t.Fatal(document.Findings)
		}
	}
	if _, err := LoadFormat("1", fstest.MapFS{}, "."); err == nil {
		t.Error("no tables are taken")
	}
}

func TestDocumentsOfTheAlbum(t *testing.T) {
	want := []string{
		"CustomsPaymentCalculation", "DTSout_CU", "ESADout_CU", "GTDoutCustomsMark", "KDTout_CU", "RepudDeclRegistration",
		"ReqCorrectedData", "ED_Container", "ErrorList", "NotifGTDRegistration", "ReqDataDecl",
	}
	if diff := cmp.Diff(want, Current().Documents()); diff != "" {
		t.Error(diff)
	}
}

// TestEveryLinkHasItsElement: no link of the model or of an answer is without an element in every place it is used in.
func TestEveryLinkHasItsElement(t *testing.T) {
	u := uses{shape: Current().shape, tied: map[string]bool{}, idle: map[string]string{}}
	for root, links := range map[string][]link{
		declarationRoot: declarationLinks, "NotifGTDRegistration": registrationNoticeForm.links,
		"RepudDeclRegistration": registrationRefusalForm.links, "ErrorList": errorListForm.links,
		"GTDoutCustomsMark": decisionForm.links, "ReqDataDecl": documentRequestForm.links,
		"ReqCorrectedData": changeDemandForm.links, "CustomsPaymentCalculation": paymentCalculationForm.links,
	} {
		for _, element := range u.shape.Elements[:u.shape.Roots] {
			if element.Name == root {
				u.follow(root, element.Type, links)
			}
		}
	}
	for name, path := range u.idle {
		if !u.tied[name] {
			t.Errorf("%s has no %s", path, name)
		}
	}
}

// uses tells which links found their element somewhere.
type uses struct {
	shape *shape.Shape
	tied  map[string]bool
	idle  map[string]string
}

func (u *uses) follow(path string, kind int, links []link) {
	for _, l := range links {
		element := u.shape.Child(kind, l.element)
		if element < 0 || (u.shape.Elements[element].Simple >= 0) != (l.set != nil) {
			u.idle[l.element] = path
			continue
		}
		u.tied[l.element] = true
		if l.set == nil {
			u.follow(path+"/"+l.element, u.shape.Elements[element].Type, l.inner)
		}
	}
}

func TestCheck(t *testing.T) {
	body, err := PrintDecision(decided("10"))
	if err != nil {
		t.Fatal(err)
	}
	if name, findings := Check(body, Options{}); name != "GTDoutCustomsMark" || len(findings) > 0 {
		t.Error(name, findings)
	}
	broken := strings.Replace(string(body), "<GTDDocumentID>", "<Colour/><GTDDocumentID>", 1)
	if name, findings := Check([]byte(broken), Options{}); name != "GTDoutCustomsMark" || len(findings) != 1 || findings[0].Code != "FMT-UNKNOWN" {
		t.Error(name, findings)
	}
	if name, findings := Check([]byte("<KDTout_CU/>"), Options{}); name != "" || len(findings) != 1 {
		t.Error(name, findings)
	}
}
