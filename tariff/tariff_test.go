package tariff_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"pgregory.net/rapid"

	"tamga/calendar"
	"tamga/customs"
	"tamga/data"
	"tamga/money"
	"tamga/tariff"
)

func book(t testing.TB) *tariff.Book {
	t.Helper()
	b, err := tariff.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestRatesReadAsTheyArePrinted(t *testing.T) {
	for _, text := range []string{
		"0", "5", "4.5 + 0.02 EUR/kg", "10 min 0.2 EUR/kg", "3.5 EUR/kg", "2 EUR/1000pc", "250 USD/1000kg",
		"12.5 min 0.6 EUR/cm3 max 15", "775 RUB", "0.28 EUR/pair", "1.5 EUR/LA",
	} {
		rate, err := tariff.ParseRate(text)
		if err != nil || rate.String() != text {
			t.Errorf("%q: %q, %v", text, rate, err)
		}
		var again tariff.Rate
		if err := again.UnmarshalText([]byte(rate.String())); err != nil || !again.Equal(rate) {
			t.Errorf("%q was kept as %q: %v", text, again, err)
		}
	}
	for _, text := range []string{"", "5 ", "5  min 2", "-5", "5 min", "min 5", "1 + 2 + 3 + 4", "0.2 EUR/", "0.2 EUR/0kg", "0.2 eur/kg", "5%", "1 EUR/lb"} {
		if rate, err := tariff.ParseRate(text); err == nil {
			t.Errorf("%q was read as %s", text, rate)
		}
	}
}

func FuzzParseRate(f *testing.F) {
	f.Add("12.5 min 0.6 EUR/cm3 max 15")
	f.Fuzz(func(t *testing.T, text string) {
		rate, err := tariff.ParseRate(text)
		if err != nil {
			return
		}
		again, err := tariff.ParseRate(rate.String())
		if err != nil || !again.Equal(rate) {
			t.Errorf("%q became %q, then %q: %v", text, rate, again, err)
		}
	})
}

func TestLookUps(t *testing.T) {
	b := book(t)
	day := calendar.MustDate("2019-02-14")
	bananas := tariff.Key{State: customs.Russia, Commodity: "0803901000", Day: day}
	if c, ok := b.Commodity(bananas); !ok || c.Rate.String() != "4 min 0.015 EUR/kg" || !c.Evidence.Sure() {
		t.Errorf("bananas: %v %v", c, ok)
	}
	if _, ok := b.Commodity(tariff.Key{State: customs.Russia, Commodity: "0803901000", Day: calendar.MustDate("2021-01-01")}); ok {
		t.Error("a rate was found for a day of which the data say nothing")
	}
	if p, ok := b.Preference(bananas, "EC"); !ok || p.Share.String() != "0.75" {
		t.Errorf("preference: %v %v", p, ok)
	}
	late := bananas
	late.Day = calendar.MustDate("2021-10-12")
	if _, ok := b.Preference(late, "EC"); ok {
		t.Error("Ecuador has a preference after 11 October 2021")
	}
	for _, c := range []struct {
		state customs.State
		day   string
		want  string
	}{
		{customs.Russia, "2018-12-31", "18"}, {customs.Russia, "2019-01-01", "20"}, {customs.Russia, "2025-12-31", "20"},
		{customs.Russia, "2026-01-01", "22"}, {customs.Kazakhstan, "2025-12-31", "12"}, {customs.Kazakhstan, "2026-01-01", "16"},
	} {
		tax, ok := b.VAT(tariff.Key{State: c.state, Commodity: "8517130000", Day: calendar.MustDate(c.day)})
		if !ok || tax.Rate.String() != c.want {
			t.Errorf("VAT %s %s: %s, want %s", c.state, c.day, tax.Rate, c.want)
		}
	}
	for _, c := range []struct{ day, value, want string }{
		{"2019-02-14", "4182183.97", "7500 RUB"}, {"2020-08-03", "200000", "500 RUB"}, {"2020-08-04", "200000", "775 RUB"},
		{"2020-08-04", "200000.01", "1550 RUB"}, {"2026-03-10", "10000000.01", "73860 RUB"},
	} {
		fee, ok := b.Fee(customs.Russia, "", calendar.MustDate(c.day), money.MustDecimal(c.value))
		if !ok || fee.Rate.String() != c.want {
			t.Errorf("fee %s %s: %s, want %s", c.day, c.value, fee.Rate, c.want)
		}
	}
	if rate, evidence, ok := b.Exchange("EUR", "RUB", day); !ok || evidence != tariff.Verify || rate.Value.IsZero() {
		t.Errorf("EUR: %v %s %v", rate, evidence, ok)
	}
	if _, ok := b.ExchangeRate("USD", "RUB", day.AddDays(1)); ok {
		t.Error("a rate of another day was taken")
	}
}

func TestLoadIsStrict(t *testing.T) {
	const heading = "code,state,use,from,to,unit,rate,law,since,evidence\n"
	for name, c := range map[string]struct{ row, where string }{
		"wrong chapter":    {"0901000000,,,2022-01-01,,,5,law,,source", "tariff/08.csv:2"},
		"unreadable rate":  {"0803901000,,,2022-01-01,,,5%,law,,source", "tariff/08.csv:2"},
		"no law":           {"0803901000,,,2022-01-01,,,5,,,source", "tariff/08.csv:2"},
		"unknown evidence": {"0803901000,,,2022-01-01,,,5,law,,hearsay", "tariff/08.csv:2"},
		"overlap": {"0803901000,,,2022-01-01,,,5,law,,source\n0803901000,,,2023-01-01,,,6,law,,source",
			"tariff/08.csv:3"},
		"blank": {"0803901000,, ,2022-01-01,,,5,law,,source", "tariff/08.csv:2"},
	} {
		_, err := tariff.Load(fstest.MapFS{"tariff/08.csv": {Data: []byte(heading + c.row + "\n")}})
		if err == nil || !strings.Contains(err.Error(), c.where) {
			t.Errorf("%s: %v, want an error at %s", name, err, c.where)
		}
	}
}

func TestEveryCodeHasItsRowsOnSomeDay(t *testing.T) {
	b := book(t)
	if len(b.Codes()) < 150 {
		t.Errorf("%d commodities, want 150", len(b.Codes()))
	}
	day := calendar.MustDate("2026-03-10")
	rapid.Check(t, func(t *rapid.T) {
		code := rapid.SampledFrom(b.Codes()).Draw(t, "code")
		for _, state := range customs.States {
			key := tariff.Key{State: state, Commodity: code, Day: day}
			if _, ok := b.Commodity(key); !ok {
				t.Fatalf("%s in %s: no rate", code, state)
			}
			if _, ok := b.VAT(key); !ok {
				t.Fatalf("%s in %s: no VAT", code, state)
			}
		}
	})
}

func TestLookUpAllocatesNothing(t *testing.T) {
	b := book(t)
	key := tariff.Key{State: customs.Russia, Commodity: "0803901000", Day: calendar.MustDate("2019-02-14")}
	allocations := testing.AllocsPerRun(100, func() {
		b.Commodity(key)
		b.VAT(key)
		b.Preference(key, "EC")
		b.Exchange("USD", "RUB", key.Day)
		b.Fee(key.State, "", key.Day, money.Zero)
	})
	if allocations != 0 {
		t.Errorf("%v allocations", allocations)
	}
}

func BenchmarkCommodity(b *testing.B) {
	rates := book(b)
	key := tariff.Key{State: customs.Russia, Commodity: "0803901000", Day: calendar.MustDate("2019-02-14")}
	b.ReportAllocs()
	for b.Loop() {
		rates.Commodity(key)
	}
}
