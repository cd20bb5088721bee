package duty_test

import (
	"sync"
	"testing"

	"tamga/calendar"
	"tamga/customs"
	"tamga/data"
	"tamga/declaration"
	"tamga/duty"
	"tamga/money"
	"tamga/tariff"
)

var load = sync.OnceValues(func() (*tariff.Book, error) { return tariff.Load(data.FS) })

func book(t testing.TB) *tariff.Book {
	t.Helper()
	b, err := load()
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func facts(t testing.TB, state customs.State, day string) duty.Facts {
	t.Helper()
	return duty.Facts{Date: calendar.MustDate(day), State: state, Tariff: book(t)}
}

func num(text string) declaration.Number { return declaration.NumberOf(money.MustDecimal(text)) }

// goods is an item released for domestic consumption without any claim.
func goods(code customs.CommodityCode, value, mass string) declaration.GoodsItem {
	return declaration.GoodsItem{
		Commodity: code, CustomsValue: num(value), NetMassKG: num(mass), Origin: declaration.CountryName{Code: "CN"},
		Preference: declaration.Preference{Fee: "ОО", Duty: "ОО", Excise: "-", VAT: "ОО"},
	}
}

func declare(procedure customs.ProcedureCode, items ...declaration.GoodsItem) *declaration.Declaration {
	for i := range items {
		items[i].Ordinal = declaration.Count(i + 1)
		items[i].Procedure = declaration.ItemProcedure{Main: procedure, Preceding: "00"}
	}
	d := &declaration.Declaration{Kind: "ИМ", Procedure: procedure, ElectronicMark: "ЭД"}
	d.Shipment.Goods = items
	return d
}

// worked is the worked case of 14 February 2019, with box 47 and box B as they were declared.
func worked() *declaration.Declaration {
	item := goods("0803901000", "4182183.97", "83808")
	item.Origin.Code = "EC"
	item.Preference.Duty = "ГГ"
	item.Documents = []declaration.PresentedDocument{{Kind: "06013"}}
	percent := func(rate string) declaration.RateTerm { return declaration.RateTerm{Value: num(rate), Type: "%"} }
	euro := func(rate string) declaration.RateTerm {
		return declaration.RateTerm{Value: num(rate), Type: "*", Currency: "978", Unit: "166"}
	}
	row := func(payment customs.PaymentCode, base, amount, feature string, rates ...declaration.RateTerm) declaration.Calculation {
		c := declaration.Calculation{Payment: payment, Base: num(base), BaseCurrency: "643", Amount: num(amount), Feature: feature}
		copy(c.Rates[:], rates)
		if len(rates) > 1 {
			c.Compare, c.ComparisonResult = "1", declaration.Yes
		}
		return c
	}
	item.Calculations = []declaration.Calculation{
		row("1010", "4182183.97", "5625.00", "ИУ", declaration.RateTerm{Value: num("5625.00"), Type: "*", Currency: "643"}),
		row("2010", "4182183.97", "167287.36", "УН", percent("4.00"), euro("0.015")),
		row("2010", "4182183.97", "125465.52", "УМ", percent("3.00"), euro("0.01125")),
		row("5010", "4307649.49", "861529.90", "ИУ", percent("20.00")),
	}
	d := declare("40", item)
	for _, b := range [][2]string{{"1010", "5625.00"}, {"2010", "125465.52"}, {"5010", "861529.90"}} {
		d.Shipment.Payments = append(d.Shipment.Payments, declaration.Payment{Code: customs.PaymentCode(b[0]), Amount: num(b[1]), Currency: "643"})
	}
	return d
}

func TestTheWorkedCaseToTheKopeck(t *testing.T) {
	a := duty.Assess(worked(), facts(t, customs.Russia, "2019-02-14"))
	if len(a.Problems) > 0 {
		t.Fatalf("problems: %+v", a.Problems)
	}
	want := []struct {
		item                         int
		payment                      customs.PaymentCode
		base, rate, amount, features string
	}{
		{0, "1010", "4182183.97", "5625 RUB", "5625.00", "ИУ"},
		{1, "2010", "4182183.97", "4 min 0.015 EUR/kg", "167287.36", "УН"},
		{1, "2010", "4182183.97", "3 min 0.01125 EUR/kg", "125465.52", "УМ"},
		{1, "5010", "4307649.49", "20", "861529.90", "ИУ"},
	}
	if len(a.Lines) != len(want) {
		t.Fatalf("%d lines, want %d: %+v", len(a.Lines), len(want), a.Lines)
	}
	for i, w := range want {
		l := a.Lines[i]
		if l.Item != w.item || l.Payment != w.payment || l.Base.Fixed(2) != w.base || l.Rate.String() != w.rate ||
			l.Amount.Fixed(2) != w.amount || l.Feature != w.features || l.Currency != "RUB" || len(l.Steps) == 0 {
			t.Errorf("line %d: %+v, want %+v", i, l, w)
		}
	}
	if total, ok := a.Total("2010"); !ok || total.Fixed(2) != "125465.52" {
		t.Errorf("total of duty %s %v", total, ok)
	}
}

func TestWordsInBothLanguages(t *testing.T) {
	if faults := duty.Texts.Faults(); len(faults) > 0 {
		t.Error(faults)
	}
	for _, code := range duty.StepCodes {
		if !duty.Texts.Has("ru", string(code), "text") {
			t.Errorf("no text for %s", code)
		}
	}
	for _, code := range duty.ProblemCodes {
		if !duty.Texts.Has("ru", string(code), "text") {
			t.Errorf("no text for %s", code)
		}
	}
}

func BenchmarkAssess(b *testing.B) {
	preferred, plain := worked().Shipment.Goods[0], goods("0803901000", "4182183.97", "83808")
	for _, c := range []struct {
		name  string
		item  declaration.GoodsItem
		plain bool
	}{{"preference", preferred, false}, {"preference without steps", preferred, true}, {"ordinary", plain, false}, {"ordinary without steps", plain, true}} {
		b.Run(c.name, func(b *testing.B) {
			f := facts(b, customs.Russia, "2019-02-14")
			f.Plain = c.plain
			items := make([]declaration.GoodsItem, 100)
			for i := range items {
				items[i] = c.item
			}
			d := declare("40", items...)
			b.ReportAllocs()
			for b.Loop() {
				duty.Assess(d, f)
			}
		})
	}
}

func BenchmarkCompare(b *testing.B) {
	items := make([]declaration.GoodsItem, 100)
	for i := range items {
		items[i] = worked().Shipment.Goods[0]
	}
	d := declare("40", items...)
	a := duty.Assess(d, facts(b, customs.Russia, "2019-02-14"))
	b.ReportAllocs()
	for b.Loop() {
		duty.Compare(d, &a)
	}
}
