package documents_test

import (
	"slices"
	"testing"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/wording"
	"tamga/validation"
	"tamga/validation/documents"
)

// clean is an import by sea that was bought, with the documents such a purchase has.
func clean() *declaration.Declaration {
	const day calendar.Date = 20190201
	return &declaration.Declaration{
		Kind: "ИМ", Procedure: "40", RecipientCountry: "RU",
		Shipment: declaration.Shipment{
			Consignment: declaration.Consignment{Border: declaration.Transport{Mode: "10"}},
			Contract:    declaration.Contract{DealNature: "010", InvoiceTotal: declaration.Count(1)},
			Goods: []declaration.GoodsItem{{
				Procedure: declaration.ItemProcedure{Main: "40", Preceding: "00"},
				Documents: []declaration.PresentedDocument{
					{Kind: "01191", Number: "EX-01191-001", Date: day, ValidFrom: day, ValidTo: 20200201},
					{Kind: "02011", Number: "EX-02011-002", Date: day}, {Kind: "02011", Number: "EX-02011-003", Date: day},
					{Kind: "04131", Number: "Б/ Н", Date: day}, {Kind: "04131", Number: "Б/ Н", Date: day},
					{Kind: "09023", Number: "EX-09023-006", Date: day},
					{Kind: "03011", Number: "EX-03011-010", Date: day}, {Kind: "03031", Number: "EX-03031-012", Date: day},
					{Kind: "04021", Number: "EX-04021-013", Date: day},
				},
			}},
		},
	}
}

// stored is goods taken out of a customs warehouse for domestic consumption.
func stored() *declaration.Declaration {
	d := clean()
	item := &d.Shipment.Goods[0]
	item.Procedure.Preceding = "70"
	item.PreviousDocuments = []declaration.PreviousDocument{{
		Office: "10702030", Date: 20180601, Number: "0000001", Item: declaration.Count(1), NetMassKG: declaration.Count(10),
	}}
	d.Shipment.Consignment.Border.Mode = ""
	return d
}

func judge(t *testing.T, d *declaration.Declaration) []customs.Finding {
	t.Helper()
	facts := validation.Facts{
		Day: calendar.MustDate("2019-02-14"), State: customs.Russia, Office: "10702030", Classifiers: book(t),
	}
	return validation.Judge(&declaration.Document{Declaration: d}, documents.Rules(), facts).Findings
}

func TestCleanDeclarations(t *testing.T) {
	for name, d := range map[string]*declaration.Declaration{"import": clean(), "stored": stored()} {
		if findings := judge(t, d); len(findings) != 0 {
			t.Errorf("%s: %+v", name, findings)
		}
	}
}

func TestBreaches(t *testing.T) {
	for _, rule := range documents.Rules() {
		occasions := 0
		for _, d := range []*declaration.Declaration{clean(), stored()} {
			if !rule.Breach(d) {
				continue
			}
			occasions++
			findings := judge(t, d)
			if len(findings) != 1 || findings[0].Code != rule.Code || findings[0].Box != rule.Field.Box() {
				t.Errorf("%s: %+v", rule.Code, findings)
			}
		}
		if occasions == 0 {
			t.Errorf("%s: no clean declaration gives occasion for its breach", rule.Code)
		}
	}
}

func TestRulesAreComplete(t *testing.T) {
	texts := wording.MustLoad(documents.Texts)
	if faults := texts.Faults(); len(faults) != 0 {
		t.Error(faults)
	}
	codes := texts.Codes()
	for _, rule := range documents.Rules() {
		code := string(rule.Code)
		if !texts.Has("ru", code, "text") || !texts.Has("ru", code, "fix") {
			t.Errorf("%s has no texts", code)
		}
		if (rule.Consequence == customs.RefuseRegistration) != (rule.Ground != "") || rule.Law == "" {
			t.Errorf("%s: refusal and ground go together, and every rule cites the law", code)
		}
		codes = slices.DeleteFunc(codes, func(other string) bool { return other == code })
	}
	if len(codes) != 0 {
		t.Errorf("texts without a rule: %v", codes)
	}
}

// An empty declaration shows which rules demand that something be there; all others are silent about what is not said.
func TestSilenceAboutWhatIsNotSaid(t *testing.T) {
	demanding := []customs.FindingCode{}
	empty := &declaration.Declaration{Shipment: declaration.Shipment{Goods: []declaration.GoodsItem{{}}}}
	for _, finding := range judge(t, empty) {
		if !slices.Contains(demanding, finding.Code) {
			t.Errorf("%s found in nothing", finding.Code)
		}
	}
}
