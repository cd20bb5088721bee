package duty_test

import (
	"fmt"
	"strings"
	"testing"

	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/internal/golden"
)

// measured adds a quantity in box 41.
func measured(item declaration.GoodsItem, quantity string, unit customs.UnitCode) declaration.GoodsItem {
	item.Quantity = declaration.Measure{Quantity: num(quantity), Unit: unit}
	return item
}

// also adds a quantity of box 31.
func also(item declaration.GoodsItem, quantity string, unit customs.UnitCode) declaration.GoodsItem {
	item.AdditionalQuantities = []declaration.Measure{{Quantity: num(quantity), Unit: unit}}
	return item
}

type workedCase struct {
	name      string
	state     customs.State
	day       string
	procedure customs.ProcedureCode
	items     []declaration.GoodsItem
	// hand is the calculation by hand, sums the amounts it comes to: item, payment, amount.
	hand, sums string
}

// Of the demonstration's day 92.9330 RUB, 587.7222 KZT and 3.3933 BYN are paid for a euro.
var workedCases = []workedCase{
	{"specific", "RU", "2026-03-10", "40", []declaration.GoodsItem{goods("6109100000", "1000000", "500")},
		"500 kg × 1.75 EUR × 92.9330 = 81 316.375 → 81 316.38; VAT 22 % of 1 081 316.38 = 237 889.6036 → 237 889.60",
		"0 1010 4924.00, 1 2010 81316.38, 1 5010 237889.60"},
	{"percent-plus-specific", "RU", "2026-03-10", "40", []declaration.GoodsItem{goods("3401110001", "300000", "1000")},
		"4.5 % of 300 000 = 13 500; 1000 kg × 0.02 EUR × 92.9330 = 1 858.66; sum 15 358.66; VAT 22 % of 315 358.66 = 69 378.9052",
		"0 1010 2462.00, 1 2010 15358.66, 1 5010 69378.91"},
	{"lower-of-two", "RU", "2026-03-10", "40", []declaration.GoodsItem{also(goods("8703221091", "2000000", "1500"), "1200", "111")},
		"12.5 % = 250 000; 1200 cm³ × 0.6 EUR × 92.9330 = 66 911.76, so 250 000; 15 % = 300 000, the lower is 250 000; VAT 22 % of 2 250 000",
		"0 1010 13541.00, 1 2010 250000.00, 1 5010 495000.00"},
	{"lower-of-two-ceiling", "RU", "2026-03-10", "40", []declaration.GoodsItem{also(goods("8703221091", "400000", "1500"), "1400", "111")},
		"12.5 % = 50 000; 1400 cm³ × 0.6 EUR × 92.9330 = 78 063.72, so 78 063.72; 15 % = 60 000, the lower is 60 000; VAT 22 % of 460 000",
		"0 1010 2462.00, 1 2010 60000.00, 1 5010 101200.00"},
	{"excise", "RU", "2026-03-10", "40", []declaration.GoodsItem{measured(goods("2204219100", "500000", "4600"), "4500", "112")},
		"12.5 % = 62 500; 4500 L × 148 = 666 000; VAT 22 % of 500 000 + 62 500 + 666 000 = 1 228 500 is 270 270",
		"0 1010 4924.00, 1 2010 62500.00, 1 4010 666000.00, 1 5010 270270.00"},
	{"export-duty", "RU", "2026-03-10", "10", []declaration.GoodsItem{measured(goods("4403110009", "900000", "60000"), "100", "113")},
		"25 % = 225 000; 100 m³ × 15 EUR × 92.9330 = 139 399.50; the greater 225 000; with export duty the fee is owed",
		"0 1010 4924.00, 1 3010 225000.00"},
	{"export-free", "RU", "2026-03-10", "10", []declaration.GoodsItem{goods("7208100000", "900000", "20000")},
		"no export duty, so no fee", ""},
	{"electronics-fee", "RU", "2026-03-10", "40", []declaration.GoodsItem{measured(goods("8517130000", "400000", "20"), "50", "796")},
		"fee of the list 73 860; duty 0 %; VAT 22 % of 400 000", "0 1010 73860.00, 1 2010 0.00, 1 5010 88000.00"},
	{"last-day-of-2025", "RU", "2025-12-31", "40", []declaration.GoodsItem{goods("8703231981", "100000", "1500")},
		"the tariff of the data does not say what the rate was on this day", "0 1010 1067.00"},
	{"kazakhstan", "KZ", "2026-03-10", "40", []declaration.GoodsItem{measured(goods("6403999600", "5000000", "180"), "200", "715")},
		"200 pairs × 1.25 EUR × 587.7222 = 146 930.55 → 146 931; VAT 16 % of 5 000 000 + 146 931 + 25 950 = 5 172 881 is 827 660.96 → 827 661",
		"0 1010 25950.00, 1 2010 146931.00, 1 5010 827661.00"},
	{"belarus-minimum", "BY", "2026-03-10", "40", []declaration.GoodsItem{goods("0805102000", "20000", "20000")},
		"5 % = 1 000; 20 000 kg × 0.017 EUR × 3.3933 = 1 153.722, the greater; VAT 20 % of 21 153.72 = 4 230.744",
		"0 1010 50.00, 1 2010 1153.72, 1 5010 4230.74"},
	{"kyrgyzstan", "KG", "2026-03-10", "40", []declaration.GoodsItem{goods("8703231981", "300000", "1500")},
		"15 % = 45 000; fee 0.4 % = 1 200; VAT 12 % of 346 200 = 41 544", "0 1010 1200.00, 1 2010 45000.00, 1 5010 41544.00"},
	{"armenia", "AM", "2026-03-10", "40", []declaration.GoodsItem{goods("8703231981", "1234567", "1500")},
		"15 % = 185 185.05 → 185 185; VAT 20 % of 1 419 752 = 283 950.4 → 283 950",
		"0 1010 3500.00, 1 2010 185185.00, 1 5010 283950.00"},
	{"re-import", "RU", "2026-03-10", "60", []declaration.GoodsItem{goods("6109100000", "1000000", "500")},
		"only the fee", "0 1010 4924.00"},
	{"no-pairs", "RU", "2026-03-10", "40", []declaration.GoodsItem{goods("6403999600", "500000", "180")},
		"the rate is per pair and no pairs are given: neither duty nor VAT", "0 1010 4924.00"},
}

func TestWorkedAssessments(t *testing.T) {
	for _, c := range workedCases {
		t.Run(c.name, func(t *testing.T) {
			a := duty.Assess(declare(c.procedure, c.items...), facts(t, c.state, c.day))
			var sums []string
			for i := range a.Lines {
				sums = append(sums, fmt.Sprintf("%d %s %s", a.Lines[i].Item, a.Lines[i].Payment, a.Lines[i].Amount.Fixed(2)))
			}
			if got := strings.Join(sums, ", "); got != c.sums {
				t.Errorf("got %s\nby hand %s\n%s\nproblems %+v", got, c.sums, c.hand, a.Problems)
			}
			golden.File(t, "testdata/worked/"+c.name+".txt", []byte("# by hand: "+c.hand+"\n"+told(&a)))
		})
	}
}

// told writes an assessment with the steps of each line.
func told(a *duty.Assessment) string {
	var out strings.Builder
	for i := range a.Lines {
		l := &a.Lines[i]
		fmt.Fprintf(&out, "item %d, payment %s, base %s %s, rate %s: %s %s %s (%s)\n", l.Item, l.Payment, l.Base.Fixed(2),
			l.BaseUnit, l.Rate, l.Amount.Fixed(2), l.Currency, l.Feature, l.Evidence)
		for _, step := range l.Steps {
			fmt.Fprintf(&out, "  %s\n  %s\n", step.Say("en"), step.Say("ru"))
		}
	}
	for _, p := range a.Problems {
		fmt.Fprintf(&out, "item %d, payment %s: %s\n", p.Item, p.Payment, p.Say("en"))
	}
	return out.String()
}
