package duty_test

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/money"
)

func drawItem(t *rapid.T) declaration.GoodsItem {
	codes := []customs.CommodityCode{"6109100000", "3401110001", "0805102000", "8517130000", "2204219100", "4403110009"}
	item := goods(rapid.SampledFrom(codes).Draw(t, "code"),
		money.FromMinor(rapid.Int64Range(100, 1_000_000_000).Draw(t, "value"), 2).Fixed(2),
		money.FromMinor(rapid.Int64Range(1, 1_000_000).Draw(t, "mass"), 3).Fixed(3))
	return measured(item, "100", "112")
}

func TestTotalsAreTheSumOfLinesInAnyOrderOfItems(t *testing.T) {
	for _, state := range customs.States {
		f := facts(t, state, "2026-03-10")
		rapid.Check(t, func(t *rapid.T) {
			items := rapid.SliceOfN(rapid.Custom(drawItem), 1, 8).Draw(t, "items")
			a := duty.Assess(declare("40", slices.Clone(items)...), f)
			if !a.Complete() {
				t.Fatalf("problems: %+v", a.Problems)
			}
			for _, total := range a.Totals {
				if sum := sumOf(a.Lines, total.Payment); !sum.Equal(total.Amount) {
					t.Fatalf("%s: lines make %s, the total is %s", total.Payment, sum, total.Amount)
				}
			}
			slices.Reverse(items)
			turned := duty.Assess(declare("40", items...), f)
			for i, total := range a.Totals {
				if turned.Totals[i].Payment != total.Payment || !turned.Totals[i].Amount.Equal(total.Amount) {
					t.Fatalf("%s: %s in one order, %s in the other", total.Payment, total.Amount, turned.Totals[i].Amount)
				}
			}
		})
	}
}

func sumOf(lines []duty.Line, payment customs.PaymentCode) money.Decimal {
	sum := money.Zero
	for i := range lines {
		if lines[i].Payment == payment {
			sum = sum.Add(lines[i].Amount)
		}
	}
	return sum
}

func TestMoreValueNeverOwesLess(t *testing.T) {
	f := facts(t, customs.Russia, "2026-03-10")
	rapid.Check(t, func(t *rapid.T) {
		item := rapid.Custom(drawItem).Draw(t, "item")
		dearer := item
		more := money.FromMinor(rapid.Int64Range(0, 1_000_000_000).Draw(t, "more"), 2)
		dearer.CustomsValue = declaration.NumberOf(item.CustomsValue.Value.Add(more))
		a, b := duty.Assess(declare("40", item), f), duty.Assess(declare("40", dearer), f)
		for i := range a.Lines {
			if b.Lines[i].Amount.Less(a.Lines[i].Amount) {
				t.Fatalf("%s: %s for more value, %s for less", a.Lines[i].Payment, b.Lines[i].Amount, a.Lines[i].Amount)
			}
		}
	})
}

func TestWhatIsMissingIsNeverZero(t *testing.T) {
	item := goods("0803901000", "100", "1")
	for _, c := range []struct {
		want  duty.ProblemCode
		state customs.State
		day   string
		spoil func(*declaration.GoodsItem)
	}{
		{duty.UnknownState, "XX", "2019-02-14", func(*declaration.GoodsItem) {}},
		{duty.UnknownCommodity, "RU", "2019-02-14", func(i *declaration.GoodsItem) { i.Commodity = "9999999999" }},
		{duty.MissingValue, "RU", "2019-02-14", func(i *declaration.GoodsItem) { i.CustomsValue = declaration.Number{} }},
		{duty.MissingQuantity, "RU", "2019-02-14", func(i *declaration.GoodsItem) { i.NetMassKG = declaration.Number{} }},
		{duty.MissingExchangeRate, "RU", "2019-02-15", func(*declaration.GoodsItem) {}},
		{duty.MissingFeeScale, "KZ", "2019-02-14", func(*declaration.GoodsItem) {}},
		{duty.UnknownProcedure, "RU", "2019-02-14", func(i *declaration.GoodsItem) { i.Procedure.Main = "93" }},
		{duty.NoPreference, "RU", "2019-02-14", func(i *declaration.GoodsItem) { i.Preference.Duty = "ГГ" }},
		{duty.NoProof, "RU", "2019-02-14", func(i *declaration.GoodsItem) { i.Preference.Duty, i.Origin.Code = "ГГ", "EC" }},
	} {
		d := declare("40", item)
		c.spoil(&d.Shipment.Goods[0])
		a := duty.Assess(d, facts(t, c.state, c.day))
		if !slices.ContainsFunc(a.Problems, func(p duty.Problem) bool { return p.Code == c.want }) {
			t.Errorf("%s: got %+v", c.want, a.Problems)
		}
		if advice := c.want == duty.NoPreference || c.want == duty.NoProof; a.Complete() != advice {
			t.Errorf("%s: complete is %v", c.want, a.Complete())
		}
	}
}
