package shipment_test

import (
	"slices"
	"testing"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/wording"
	"tamga/money"
	"tamga/validation"
	"tamga/validation/shipment"
)

// clean is an import of bananas by sea into Russia.
func clean() *declaration.Declaration {
	goods := []declaration.GoodsItem{{
		Ordinal: declaration.Count(1), Procedure: declaration.ItemProcedure{Main: "40", Preceding: "00", Feature: "000"},
	}}
	return &declaration.Declaration{
		Document: declaration.Header{Created: "2019-02-14T09:30:00+03:00"},
		Kind:     "ИМ", Procedure: "40", ElectronicMark: "ЭД", RecipientCountry: "RU",
		Shipment: declaration.Shipment{
			CustomsValueCurrency: "RUB",
			Consignment: declaration.Consignment{
				Dispatch: declaration.CountryName{Code: "EC"}, Destination: declaration.CountryName{Code: "RU"},
			},
			Contract: declaration.Contract{
				Currency: "USD", InvoiceTotal: number("63676.80"), ExchangeRate: number("65.6783"),
				TradingCountry: declaration.CountryName{Code: "EC"}, DealNature: "010", DealFeature: "00",
			},
			Goods: goods,
		},
	}
}

// leaving is the same turned round: an export into Ecuador, priced in roubles.
func leaving() *declaration.Declaration {
	d := clean()
	d.Kind, d.Procedure, d.Shipment.Goods[0].Procedure.Main = "ЭК", "10", "10"
	d.Shipment.Contract.Currency, d.Shipment.Contract.ExchangeRate = "RUB", declaration.Number{}
	consignment := &d.Shipment.Consignment
	consignment.Dispatch, consignment.Destination = consignment.Destination, consignment.Dispatch
	return d
}

func number(text string) declaration.Number { return declaration.NumberOf(money.MustDecimal(text)) }

func judge(t *testing.T, d *declaration.Declaration) []customs.Finding {
	t.Helper()
	facts := validation.Facts{
		Day: calendar.MustDate("2019-02-14"), State: customs.Russia, Office: "10702030", Classifiers: book(t),
	}
	return validation.Judge(&declaration.Document{Declaration: d}, shipment.Rules(), facts).Findings
}

func TestCleanDeclarations(t *testing.T) {
	for name, d := range map[string]*declaration.Declaration{"import": clean(), "export": leaving()} {
		if findings := judge(t, d); len(findings) != 0 {
			t.Errorf("%s: %+v", name, findings)
		}
	}
}

func TestBreaches(t *testing.T) {
	for _, rule := range shipment.Rules() {
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
	texts := wording.MustLoad(shipment.Texts)
	if faults := texts.Faults(); len(faults) != 0 {
		t.Error(faults)
	}
	codes := texts.Codes()
	for _, rule := range shipment.Rules() {
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
	demanding := []customs.FindingCode{"1-KIND"}
	empty := &declaration.Declaration{Shipment: declaration.Shipment{Goods: []declaration.GoodsItem{{}}}}
	for _, finding := range judge(t, empty) {
		if !slices.Contains(demanding, finding.Code) {
			t.Errorf("%s found in nothing", finding.Code)
		}
	}
}
