package value_test

import (
	"testing"

	"tamga/classifier"
	"tamga/customs"
	"tamga/data"
	"tamga/declaration"
	"tamga/internal/wording"
	"tamga/money"
	"tamga/tariff"
	"tamga/validation"
	"tamga/validation/value"
)

func number(text string) declaration.Number { return declaration.NumberOf(money.MustDecimal(text)) }

// clean is an import of one item for dollars, of which the rate of the day is known.
func clean(terms string) *declaration.Declaration {
	d := &declaration.Declaration{Kind: "ИМ", Procedure: "40", RecipientCountry: "RU"}
	d.Shipment = declaration.Shipment{
		CustomsValue: number("4182183.97"), CustomsValueCurrency: "RUB",
		Contract: declaration.Contract{
			Currency: "USD", InvoiceTotal: number("63676.80"), ExchangeRate: number("65.6783"),
			Delivery: declaration.DeliveryTerms{Code: terms, Place: "ВЛАДИВОСТОК"},
		},
		Goods: []declaration.GoodsItem{{
			Ordinal: declaration.Count(1), InvoiceValue: number("63676.80"), CustomsValue: number("4182183.97"),
			StatisticalValue: number("63676.80"), ValuationMethod: "1",
		}},
	}
	return d
}

func TestValuesAndTheirBreaches(t *testing.T) {
	rates, err := tariff.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	lists, err := classifier.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	facts := validation.Facts{Day: 20190214, State: customs.Russia, Classifiers: lists, Tariff: rates}
	judge := func(d *declaration.Declaration) []customs.Finding {
		return validation.Judge(&declaration.Document{Declaration: d}, value.Rules(), facts).Findings
	}
	occasions := map[customs.FindingCode]int{}
	for _, terms := range []string{"CIF", "FOB", "CFR"} {
		if findings := judge(clean(terms)); len(findings) != 0 {
			t.Errorf("clean values by %s have findings: %+v", terms, findings)
		}
		for _, rule := range value.Rules() {
			d := clean(terms)
			if !rule.Breach(d) {
				continue
			}
			occasions[rule.Code]++
			findings := judge(d)
			if len(findings) != 1 || findings[0].Code != rule.Code || findings[0].Box != rule.Field.Box() {
				t.Errorf("%s by %s: %+v", rule.Code, terms, findings)
			}
		}
	}
	if len(occasions) != len(value.Rules()) {
		t.Errorf("only these rules found an occasion: %v", occasions)
	}
}

func TestTexts(t *testing.T) {
	for _, fault := range wording.MustLoad(value.Texts).Faults() {
		t.Error(fault)
	}
}
