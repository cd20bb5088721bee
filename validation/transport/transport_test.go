package transport_test

import (
	"slices"
	"testing"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/wording"
	"tamga/validation"
	"tamga/validation/transport"
)

// clean is an import by sea in two containers, in a warehouse of its state.
func clean() *declaration.Declaration {
	return &declaration.Declaration{
		Kind: "ИМ", Procedure: "40", RecipientCountry: "RU",
		Shipment: declaration.Shipment{
			Locations: []declaration.Location{{
				Kind: "11", Office: "10702030",
				Warehouse: declaration.DocumentReference{Number: "10702/100118/00001/0", Date: 20180110},
			}},
			Consignment: declaration.Consignment{
				Containerised: declaration.Yes, BorderOffices: []declaration.Office{{Code: "10702030"}},
				Border: declaration.Transport{
					Mode: "10", Nationality: "LR", Quantity: declaration.Count(1),
					Means: []declaration.TransportMeans{{Identifier: "EXAMPLE STAR", Nationality: "LR"}},
				},
			},
			Contract: declaration.Contract{Delivery: declaration.DeliveryTerms{Code: "CFR", Place: "ВЛАДИВОСТОК"}},
			Goods: []declaration.GoodsItem{{
				Ordinal: declaration.Count(1), Procedure: declaration.ItemProcedure{Main: "40", Preceding: "00"},
				Containers: []declaration.Container{{
					Quantity: declaration.Count(2),
					Numbers:  []declaration.ContainerNumber{{ID: "EXMU1000010"}, {ID: "EXMU1000025"}},
				}},
			}},
		},
	}
}

// leaving is an export by a tractor with a trailer.
func leaving() *declaration.Declaration {
	d := clean()
	d.Kind, d.Procedure, d.Shipment.Goods[0].Procedure.Main = "ЭК", "10", "10"
	d.Shipment.Goods[0].Containers, d.Shipment.Consignment.Containerised = nil, declaration.No
	truck := declaration.Transport{
		Mode: "31", Quantity: declaration.Count(2),
		Means: []declaration.TransportMeans{{Identifier: "А000АА00", TrailerIdentifier: "АА000000"}},
	}
	d.Shipment.Consignment.Arrival, d.Shipment.Consignment.Border = truck, declaration.Transport{Mode: "31"}
	d.Shipment.Contract.Delivery = declaration.DeliveryTerms{Code: "FCA", Place: "МОСКВА"}
	return d
}

func judge(t *testing.T, d *declaration.Declaration) []customs.Finding {
	t.Helper()
	facts := validation.Facts{
		Day: calendar.MustDate("2019-02-14"), State: customs.Russia, Office: "10702030", Classifiers: book(t),
	}
	return validation.Judge(&declaration.Document{Declaration: d}, transport.Rules(), facts).Findings
}

func TestCleanDeclarations(t *testing.T) {
	for name, d := range map[string]*declaration.Declaration{"import": clean(), "export": leaving()} {
		if findings := judge(t, d); len(findings) != 0 {
			t.Errorf("%s: %+v", name, findings)
		}
	}
}

func TestBreaches(t *testing.T) {
	for _, rule := range transport.Rules() {
		occasions := 0
		for _, d := range []*declaration.Declaration{clean(), leaving()} {
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
	texts := wording.MustLoad(transport.Texts)
	if faults := texts.Faults(); len(faults) != 0 {
		t.Error(faults)
	}
	codes := texts.Codes()
	for _, rule := range transport.Rules() {
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
	demanding := []customs.FindingCode{"30-LOCATION"}
	empty := &declaration.Declaration{Shipment: declaration.Shipment{Goods: []declaration.GoodsItem{{}}}}
	for _, finding := range judge(t, empty) {
		if !slices.Contains(demanding, finding.Code) {
			t.Errorf("%s found in nothing", finding.Code)
		}
	}
}
