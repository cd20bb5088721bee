package shape

import (
	"math/big"
	"strings"
	"testing"
	"time"

	"pgregory.net/rapid"
)

func TestCheck(t *testing.T) {
	for _, c := range []struct {
		facets string
		kind   ValueKind
		value  string
		want   Breach
	}{
		{"length 2", Token, "ИМ", Fits},
		{"length 2", Token, "И", TooShort},
		{"length 2", Token, "ИМП", TooLong},
		{"least 1 most 3", Text, "", TooShort},
		{"least 1 most 3", Text, "ЯЯЯ", Fits},
		{"least 1 most 3", Text, "ЯЯЯЯ", TooLong},
		{"", Text, "", Fits},
		{"digits 3 from 0", Integer, "999", Fits},
		{"digits 3 from 0", Integer, "0999", Fits},
		{"digits 3 from 0", Integer, "1000", TooManyDigits},
		{"digits 3 from 0", Integer, "-1", TooSmall},
		{"digits 3 from 0", Integer, "-0", Fits},
		{"digits 3 from 0", Integer, "1.0", WrongForm},
		{"digits 3", Integer, "", WrongForm},
		{"digits 20 decimals 2", Decimal, "4182183.97", Fits},
		{"digits 20 decimals 2", Decimal, "5.500000", Fits},
		{"digits 20 decimals 2", Decimal, "5.555", TooManyDecimals},
		{"digits 4 decimals 2", Decimal, "123.45", TooManyDigits},
		{"digits 2", Decimal, "0.0012", Fits},
		{"digits 20", Decimal, "1e3", WrongForm},
		{"digits 20", Decimal, "1,5", WrongForm},
		{"digits 20", Decimal, "+.5", Fits},
		{"digits 20", Decimal, ".", WrongForm},
		{"from 0.000001 to 100", Decimal, "0.0000009", TooSmall},
		{"from 0.000001 to 100", Decimal, "100.0", Fits},
		{"from 0.000001 to 100", Decimal, "100.01", TooLarge},
		{"from -5", Decimal, "-4.99", Fits},
		{"from -5", Decimal, "-5.01", TooSmall},
		{"pattern \\d{9}", Token, "990101001", Fits},
		{"pattern \\d{9}", Token, "99010100", WrongPattern},
		{"value A value B", Token, "B", Fits},
		{"value A value B", Token, "C", NotListed},
		{"", Boolean, "true", Fits},
		{"", Boolean, "0", Fits},
		{"", Boolean, "TRUE", WrongForm},
		{"", Date, "2019-02-14", Fits},
		{"", Date, "2019-02-29", WrongForm},
		{"", Date, "2020-02-29", Fits},
		{"", Date, "1900-02-29", WrongForm},
		{"", Date, "2000-02-29Z", Fits},
		{"", Date, "0000-01-01", WrongForm},
		{"", Date, "14.02.2019", WrongForm},
		{"", Date, "2019-2-14", WrongForm},
		{"", Date, "02019-02-14", WrongForm},
		{"", Date, "12019-02-14+14:00", Fits},
		{"", Date, "2019-02-14+14:01", WrongForm},
		{"", Date, "2019-02-14 ", WrongForm},
		{"", DateTime, "2019-02-14T09:30:00.5+03:00", Fits},
		{"", DateTime, "2019-02-14T24:00:00", Fits},
		{"", DateTime, "2019-02-14T24:00:01", WrongForm},
		{"", DateTime, "2019-02-14 09:30:00", WrongForm},
		{"", DateTime, "2019-02-14", WrongForm},
		{"", Time, "09:31:12", Fits},
		{"", Time, "09:31", WrongForm},
		{"", Time, "09:31:60", WrongForm},
		{"", Time, "09:31:12.", WrongForm},
		{"", Year, "2019", Fits},
		{"", Year, "19", WrongForm},
		{"", YearMonth, "2019-12", Fits},
		{"", YearMonth, "2019-13", WrongForm},
		{"", Duration, "P1Y2M3DT4H5M6.7S", Fits},
		{"", Duration, "-PT1M", Fits},
		{"", Duration, "P", WrongForm},
		{"", Duration, "P1YT", WrongForm},
		{"", Duration, "P1S", WrongForm},
		{"", Duration, "P1D1Y", WrongForm},
		{"", Duration, "PT1.5M", WrongForm},
		{"", Binary, "QUJD", Fits},
		{"", Binary, "QUI= ", WrongForm},
		{"", Binary, "QU JD QQ==", Fits},
		{"", Binary, "QUJ", WrongForm},
		{"", Binary, "Q=JD", WrongForm},
		{"most 2", Binary, "QUJD", TooLong},
		{"most 2", Binary, "QUI=", Fits},
	} {
		definition := "simple X " + string(c.kind) + " " + c.facets
		table, err := ParseTable("space urn:x x\n" + strings.TrimSpace(definition))
		if err != nil {
			t.Fatal(definition, err)
		}
		simple, err := compileSimple(table.Simples[0])
		if err != nil {
			t.Fatal(definition, err)
		}
		got := simple.Check([]byte(c.value))
		if got != c.want {
			t.Errorf("%s %q: breach %d, want %d", definition, c.value, got, c.want)
		}
		if got != Fits && simple.Want(got) == "" {
			t.Errorf("%s %q: nothing to say about breach %d", definition, c.value, got)
		}
	}
}

// TestNumbersOrderAsNumbers compares texts as big rationals do.
func TestNumbersOrderAsNumbers(t *testing.T) {
	form := rapid.StringMatching(`[+-]?(0{0,3}[0-9]{1,6}(\.[0-9]{0,6}0{0,3})?|\.[0-9]{1,6})`)
	rapid.Check(t, func(t *rapid.T) {
		a, b := form.Draw(t, "a"), form.Draw(t, "b")
		if !isDecimal([]byte(a)) {
			t.Fatalf("%q is no number", a)
		}
		x, _ := new(big.Rat).SetString(a)
		y, _ := new(big.Rat).SetString(b)
		if got, want := parseNumber([]byte(a)).compare(parseNumber([]byte(b))), x.Cmp(y); got != want {
			t.Fatalf("%s against %s: %d, want %d", a, b, got, want)
		}
	})
}

// TestDaysExistAsInTheCalendar compares with package time.
func TestDaysExistAsInTheCalendar(t *testing.T) {
	form := rapid.StringMatching(`(19|20)[0-9]{2}-(0[0-9]|1[0-4])-([0-2][0-9]|3[0-3])`)
	rapid.Check(t, func(t *rapid.T) {
		text := form.Draw(t, "day")
		_, err := time.Parse(time.DateOnly, text)
		if got := isDate([]byte(text)); got != (err == nil) {
			t.Fatalf("%s: %v", text, got)
		}
	})
}
