package goods_test

import (
	"testing"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/wording"
	"tamga/money"
	"tamga/validation"
	"tamga/validation/goods"
)

// clean is an import of two items: one counted by its mass, one in bulk.
func clean() *declaration.Declaration {
	number := func(text string) declaration.Number { return declaration.NumberOf(money.MustDecimal(text)) }
	ecuador := declaration.CountryName{Code: "EC", Name: "ЭКВАДОР"}
	common := declaration.GoodsItem{
		Origin: ecuador, Preference: declaration.Preference{Fee: "ОО", Duty: "ОО", Excise: "-", VAT: "ОО"},
		Procedure: declaration.ItemProcedure{Main: "40", Preceding: "00"},
	}
	fruit, grain := common, common
	fruit.Ordinal, fruit.Commodity = declaration.Count(1), "0803901000"
	fruit.GrossMassKG, fruit.NetMassKG = number("110.5"), number("100.5")
	fruit.Quantity = declaration.Measure{Quantity: number("100.5"), UnitName: "КГ", Unit: "166"}
	fruit.Packaging = declaration.Packaging{Kind: "1", Quantity: declaration.Count(10)}
	grain.Ordinal, grain.Commodity = declaration.Count(2), "1001190000"
	grain.GrossMassKG, grain.NetMassKG = number("20000"), number("20000")
	grain.Packaging = declaration.Packaging{Kind: "2"}
	return &declaration.Declaration{
		Kind: "ИМ", Procedure: "40", RecipientCountry: "RU",
		Shipment: declaration.Shipment{
			Origin: ecuador, ItemCount: declaration.Count(2), SheetCount: declaration.Count(2),
			PackageCount: declaration.Count(10), Goods: []declaration.GoodsItem{fruit, grain},
		},
	}
}

func judge(d *declaration.Declaration) []customs.Finding {
	facts := validation.Facts{Day: calendar.MustDate("2019-02-14"), State: customs.Russia}
	return validation.Judge(&declaration.Document{Declaration: d}, goods.Rules(), facts).Findings
}

func TestGoodsWithoutReferenceData(t *testing.T) {
	if findings := judge(clean()); len(findings) != 0 {
		t.Fatalf("clean goods have findings: %+v", findings)
	}
	// Rules that ask the tariff or the classifiers are silent without them.
	silent := map[customs.FindingCode]bool{
		"34-COUNTRY": true, "36-EXCISE": true, "41-MISSING": true, "41-SURPLUS": true, "41-UNIT": true,
	}
	occasions := 0
	for _, rule := range goods.Rules() {
		d := clean()
		if !rule.Breach(d) || silent[rule.Code] {
			continue
		}
		occasions++
		findings := judge(d)
		if len(findings) != 1 || findings[0].Code != rule.Code {
			t.Errorf("%s: %+v", rule.Code, findings)
		}
		if len(findings) == 1 && (findings[0].Box != rule.Field.Box() || (findings[0].Item > 0) != (rule.Item != nil)) {
			t.Errorf("%s: box %s, item %d", rule.Code, findings[0].Box, findings[0].Item)
		}
	}
	if occasions < 12 {
		t.Errorf("only %d rules found an occasion", occasions)
	}
}

func TestPlacesOfOneBreach(t *testing.T) {
	d := clean()
	d.Shipment.Goods[0].Quantity.Quantity = declaration.Count(99)
	findings := judge(d)
	if len(findings) != 1 || findings[0].Code != "41-KG" || findings[0].Item != 1 || findings[0].Expected != "100.5" {
		t.Errorf("a quantity other than the mass: %+v", findings)
	}
}

func TestTexts(t *testing.T) {
	texts := wording.MustLoad(goods.Texts)
	for _, fault := range texts.Faults() {
		t.Error(fault)
	}
}
