package payments_test

import (
	"testing"

	"tamga/customs"
	"tamga/data"
	"tamga/declaration"
	"tamga/duty"
	"tamga/internal/wording"
	"tamga/money"
	"tamga/tariff"
	"tamga/validation"
	"tamga/validation/payments"
)

const day = 20190214

func number(text string) declaration.Number { return declaration.NumberOf(money.MustDecimal(text)) }

// clean is the import of bananas whose fee, duty with preference and tax are known to the kopeck.
func clean() *declaration.Declaration {
	percent := func(rate string) declaration.RateTerm { return declaration.RateTerm{Value: number(rate), Type: "%"} }
	euro := func(rate string) declaration.RateTerm {
		return declaration.RateTerm{Value: number(rate), Type: "*", Currency: "978", Unit: "166"}
	}
	row := func(payment customs.PaymentCode, base, amount, feature string) declaration.Calculation {
		return declaration.Calculation{
			Payment: payment, Base: number(base), BaseCurrency: "643", Amount: number(amount), Currency: "643",
			Feature: feature, RateDate: day,
		}
	}
	fee := row("1010", "4182183.97", "5625.00", "ИУ")
	fee.Rates[0] = declaration.RateTerm{Value: number("5625.00"), Type: "*", Currency: "643"}
	full := row("2010", "4182183.97", "167287.36", "УН")
	full.Rates, full.Compare = [3]declaration.RateTerm{percent("4"), euro("0.015")}, "1"
	reduced := row("2010", "4182183.97", "125465.52", "УМ")
	reduced.Rates, reduced.Compare = [3]declaration.RateTerm{percent("3"), euro("0.01125")}, "1"
	tax := row("5010", "4307649.49", "861529.90", "ИУ")
	tax.Rates[0] = percent("20")
	d := &declaration.Declaration{
		Kind: "ИМ", Procedure: "40", ElectronicMark: "ЭД", RecipientCountry: "RU",
		Declarant: declaration.Party{TaxIDs: declaration.TaxIDs{INN: "9901000010"}},
	}
	d.Shipment.Goods = []declaration.GoodsItem{{
		Ordinal: declaration.Count(1), Commodity: "0803901000", NetMassKG: number("83808"),
		CustomsValue: number("4182183.97"), Origin: declaration.CountryName{Code: "EC"},
		Preference:   declaration.Preference{Fee: "ОО", Duty: "ГГ", Excise: "-", VAT: "ОО"},
		Procedure:    declaration.ItemProcedure{Main: "40", Preceding: "00"},
		Documents:    []declaration.PresentedDocument{{Kind: "06013"}},
		Calculations: []declaration.Calculation{fee, full, reduced, tax},
	}}
	for _, paid := range [][2]string{{"1010", "5625.00"}, {"2010", "125465.52"}, {"5010", "861529.90"}} {
		d.Shipment.Payments = append(d.Shipment.Payments, declaration.Payment{
			Code: customs.PaymentCode(paid[0]), Amount: number(paid[1]), Currency: "643",
			Payer: declaration.TaxIDs{INN: "9901000010"},
		})
	}
	return d
}

func judge(d *declaration.Declaration, book *tariff.Book) []customs.Finding {
	assessment := duty.Assess(d, duty.Facts{Date: day, State: customs.Russia, Tariff: book})
	facts := validation.Facts{Day: day, State: customs.Russia, Tariff: book, Assessment: &assessment}
	return validation.Judge(&declaration.Document{Declaration: d}, payments.Rules(), facts).Findings
}

func TestPaymentsAndTheirBreaches(t *testing.T) {
	book, err := tariff.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	if findings := judge(clean(), book); len(findings) != 0 {
		t.Fatalf("clean payments have findings: %+v", findings)
	}
	// These two ask the classifier of payments; unassessed goods are tried without a preference.
	other := map[customs.FindingCode]bool{"47-KIND": true, "B-KIND": true, "47-UNASSESSED": true, "36-ORIGIN": true}
	for _, rule := range payments.Rules() {
		d := clean()
		if other[rule.Code] {
			continue
		}
		if !rule.Breach(d) {
			t.Errorf("%s found no occasion", rule.Code)
			continue
		}
		findings := judge(d, book)
		if len(findings) != 1 || findings[0].Code != rule.Code || findings[0].Box != rule.Field.Box() {
			t.Errorf("%s: %+v", rule.Code, findings)
		}
	}
}

func TestAConsequenceIsNotToldBesideItsCause(t *testing.T) {
	book, err := tariff.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	d := clean()
	d.Shipment.Goods[0].Origin.Code = "US"
	d.Shipment.Goods[0].Calculations[3].Amount = number("1")
	d.Shipment.Payments[2].Amount = number("1")
	var codes []customs.FindingCode
	for _, finding := range judge(d, book) {
		codes = append(codes, finding.Code)
	}
	if len(codes) != 2 || codes[0] != "36-ORIGIN" || codes[1] != "47-PERCENT" {
		t.Errorf("a preference not granted and a wrong row: %v", codes)
	}
}

func TestTexts(t *testing.T) {
	for _, fault := range wording.MustLoad(payments.Texts).Faults() {
		t.Error(fault)
	}
}
