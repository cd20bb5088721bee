package parties_test

import (
	"slices"
	"testing"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/wording"
	"tamga/validation"
	"tamga/validation/parties"
)

// clean is an import into the state by a declarant with these numbers.
func clean(state customs.State, ids declaration.TaxIDs) *declaration.Declaration {
	return &declaration.Declaration{
		Kind: "ИМ", Procedure: "40", RecipientCountry: customs.Country(state),
		Declarant: declaration.Party{
			Name: "ООО ПРИМЕР", TaxIDs: ids, Addresses: []declaration.Address{{Country: customs.Country(state)}},
		},
		Signatory: declaration.Signatory{Surname: "ПРИМЕРОВ", Name: "ИВАН", SignedAt: "2019-02-14T09:25:00"},
		Shipment: declaration.Shipment{
			Consignor:              declaration.Party{Name: "ANDINA FRUIT EXAMPLE S.A."},
			Consignee:              declaration.Party{SameAsDeclarant: declaration.Yes},
			FinanciallyResponsible: declaration.Party{SameAsDeclarant: declaration.Yes},
			Contract: declaration.Contract{
				InvoiceTotal: declaration.Count(1), DealNature: "010",
			},
			Goods: []declaration.GoodsItem{{Procedure: declaration.ItemProcedure{Main: "40", Preceding: "00"}}},
		},
	}
}

// declarations are clean ones, one for each kind of number.
func declarations() []*declaration.Declaration {
	represented := clean("RU", declaration.TaxIDs{INN: "990100000038", OGRN: "319990000000018"})
	represented.Representative = declaration.Representative{
		RegistryNumber: "0001/00", RegistryDate: 20180110, ContractNumber: "1", ContractDate: 20190110,
	}
	represented.Signatory.Authority = declaration.DocumentReference{Number: "1", Date: 20190101, ValidTo: 20191231}
	represented.Kind, represented.Procedure = "ЭК", "10"
	return []*declaration.Declaration{
		clean("RU", declaration.TaxIDs{OGRN: "1209900000012", INN: "9901000010", KPP: "990101001"}), represented,
		clean("KZ", declaration.TaxIDs{BIN: "990140000007"}), clean("KZ", declaration.TaxIDs{IIN: "990140000007"}),
		clean("BY", declaration.TaxIDs{UNP: "990000019"}), clean("BY", declaration.TaxIDs{UNP: "MA1234567"}),
		clean("AM", declaration.TaxIDs{UNN: "00000000"}), clean("KG", declaration.TaxIDs{KGINN: "00000000000000"}),
	}
}

func judge(d *declaration.Declaration) []customs.Finding {
	facts := validation.Facts{Day: calendar.MustDate("2019-02-14"), State: customs.State(d.RecipientCountry)}
	return validation.Judge(&declaration.Document{Declaration: d}, parties.Rules(), facts).Findings
}

func TestCleanDeclarations(t *testing.T) {
	for i, d := range declarations() {
		if findings := judge(d); len(findings) != 0 {
			t.Errorf("%d: %+v", i, findings)
		}
	}
}

func TestBreaches(t *testing.T) {
	for _, rule := range parties.Rules() {
		occasions := 0
		for _, d := range declarations() {
			if !rule.Breach(d) {
				continue
			}
			occasions++
			findings := judge(d)
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
	texts := wording.MustLoad(parties.Texts)
	if faults := texts.Faults(); len(faults) != 0 {
		t.Error(faults)
	}
	codes := texts.Codes()
	for _, rule := range parties.Rules() {
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
	demanding := []customs.FindingCode{"14-NAME", "14-IDENTITY", "54-SIGNATORY"}
	empty := &declaration.Declaration{Shipment: declaration.Shipment{Goods: []declaration.GoodsItem{{}}}}
	for _, finding := range judge(empty) {
		if !slices.Contains(demanding, finding.Code) {
			t.Errorf("%s found in nothing", finding.Code)
		}
	}
}
