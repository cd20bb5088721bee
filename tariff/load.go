package tariff

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"tamga/customs"
	"tamga/money"
)

// Load reads the tariff, the rates and the exchange rates from the folders tariff, rates and exchange of fsys. It is
// strict: a column, a code, a date or a rate it does not understand is an error with file and line, and so are two
// rows in force at the same time for the same thing.
func Load(fsys fs.FS) (*Book, error) {
	b := &Book{measured: map[string][]Levy{}, exchange: map[pair][]exchangeRow{}}
	for _, load := range []func(fs.FS) error{b.loadTariff, b.loadRates, b.loadExchange} {
		if err := load(fsys); err != nil {
			return nil, err
		}
	}
	return b, nil
}

func (b *Book) loadTariff(fsys fs.FS) error {
	names, err := fs.Glob(fsys, "tariff/*.csv")
	if err != nil {
		return fmt.Errorf("read tariff: %w", err)
	}
	if len(names) == 0 {
		return fmt.Errorf("read tariff: no chapters in the folder tariff")
	}
	for _, name := range names {
		chapter := strings.TrimSuffix(strings.TrimPrefix(name, "tariff/"), ".csv")
		err := read(fsys, name, "code,state,use,from,to,unit,rate,law,since,evidence", func(r *rows) { b.commodity(r, chapter) })
		if err != nil {
			return err
		}
	}
	slices.Sort(b.codes)
	b.codes = slices.Compact(b.codes)
	return nil
}

func (b *Book) commodity(r *rows, chapter string) {
	code := r.prefix("code")
	if len(code) != 10 || code[:2] != chapter {
		r.fail("%q is not a code of chapter %s", code, chapter)
	}
	commodity := Commodity{
		Code: customs.CommodityCode(code), Unit: customs.UnitCode(r.text("unit")), Rate: r.rate("rate"),
		Use: r.text("use"), Basis: r.basis(),
	}
	at := place{state: r.state("state"), prefix: code, also: commodity.Use, line: r.position()}
	r.keep(b.commodities.add(at, commodity.Basis, commodity))
	b.codes = append(b.codes, commodity.Code)
}

// keep keeps the first error of the table.
func (r *rows) keep(err error) {
	if r.err == nil {
		r.err = err
	}
}

func (b *Book) loadExchange(fsys fs.FS) error {
	names, err := fs.Glob(fsys, "exchange/*.csv")
	if err != nil {
		return fmt.Errorf("read exchange rates: %w", err)
	}
	for _, name := range names {
		if err := read(fsys, name, "date,to,currency,nominal,value,in,authority,evidence", b.exchangeRate); err != nil {
			return err
		}
	}
	for _, rows := range b.exchange {
		slices.SortFunc(rows, func(x, y exchangeRow) int { return int(x.rate.Date - y.rate.Date) })
		for i := 1; i < len(rows); i++ {
			if rows[i].rate.Date <= rows[i-1].to {
				rate := rows[i].rate
				return fmt.Errorf("exchange: two rates of %s in %s on %s", rate.Currency, rate.In, rate.Date)
			}
		}
	}
	return nil
}

func (b *Book) exchangeRate(r *rows) {
	row := exchangeRow{
		rate: money.ExchangeRate{
			Currency: money.Currency(r.must("currency")), Nominal: r.decimal("nominal"), Value: r.decimal("value"),
			In: money.Currency(r.must("in")), Authority: r.must("authority"), Date: r.date("date"),
		},
		to: r.date("to"), evidence: Evidence(r.must("evidence")),
	}
	if row.to.IsZero() {
		row.to = row.rate.Date
	}
	if row.rate.Date.IsZero() || row.to < row.rate.Date || !row.evidence.known() {
		r.fail("a rate needs a date, no end before it, and its evidence")
	}
	if row.rate.Nominal.Sign() <= 0 || row.rate.Value.Sign() <= 0 {
		r.fail("nominal and value are greater than 0")
	}
	key := pair{row.rate.Currency, row.rate.In}
	b.exchange[key] = append(b.exchange[key], row)
}
