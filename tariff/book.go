// Package tariff is what goods owe: the rates of duty, taxes and fees as dated data of the Union and its states, the
// preferences, and the official exchange rates.
//
// Read rate.go for what a rate is, book.go and levy.go for what can be looked up, load.go for the tables. A look-up
// allocates nothing; what the data do not hold is answered with false, never with 0. The law: Customs Code of the
// Union art. 46–53; the Common Customs Tariff (Council decision 80 of 14.09.2021); the tax acts of the states, each
// cited in its row.
package tariff

import (
	"slices"

	"tamga/calendar"
	"tamga/customs"
	"tamga/money"
)

// Book is one edition of the reference data on tariffs. It does not change once it is loaded and may be used by many
// at the same time.
type Book struct {
	commodities table[Commodity]
	vat         table[VAT]
	vatBase     table[VATBase]
	fees        table[*feeScale]
	feeLists    table[string]
	excises     table[Levy]
	exports     table[Levy]
	measures    table[Levy]
	measured    map[string][]Levy
	preferences table[Preference]
	claims      table[ClaimKind]
	procedures  table[Treatment]
	roundings   table[money.Rounding]
	currencies  table[money.Currency]
	exchange    map[pair][]exchangeRow
	codes       []customs.CommodityCode
}

// Key is what a look-up is made for: the state of import or export, the commodity, the day whose law holds.
type Key struct {
	State     customs.State
	Commodity customs.CommodityCode
	Day       calendar.Date
}

// Commodity is a ten-digit code of the tariff with the rate of import duty and the supplementary unit, "" when it has
// none. Use names the end use for which the rate holds; "" is the rate for any use.
type Commodity struct {
	Code customs.CommodityCode
	Unit customs.UnitCode
	Rate Rate
	Use  string
	Basis
}

// Commodity returns the commodity as the tariff has it in the state on the day; false when the code is not in the
// tariff on that day.
func (b *Book) Commodity(k Key) (Commodity, bool) { return b.CommodityFor(k, "") }

// CommodityFor is Commodity with the rate for an end use, for codes whose rate depends on it.
func (b *Book) CommodityFor(k Key, use string) (Commodity, bool) {
	if len(k.Commodity) != 10 {
		return Commodity{}, false
	}
	found, ok := b.commodities.among(k.Commodity, query{k.State, k.Commodity, use, k.Day})
	if !ok {
		return Commodity{}, false
	}
	return found.value, true
}

// Knows reports whether the code is in the data on any day.
func (b *Book) Knows(code customs.CommodityCode) bool {
	_, ok := slices.BinarySearch(b.codes, code)
	return ok
}

// Codes lists all codes of the data, sorted. The caller must not change the list.
func (b *Book) Codes() []customs.CommodityCode { return b.codes }

// VAT is value added tax on import. Where Either is set the list of goods is not complete by code: both the Standard
// and the Rate are to be accepted. Without a reduced rate both are the same.
type VAT struct {
	Rate, Standard money.Decimal
	Either         bool
	Basis
}

// VAT returns the tax on import of the commodity.
func (b *Book) VAT(k Key) (VAT, bool) {
	standard, ok := b.vat.among("", query{state: k.State, day: k.Day})
	if !ok {
		return VAT{}, false
	}
	found, ok := b.vat.find(query{state: k.State, code: k.Commodity, day: k.Day})
	if !ok {
		return VAT{}, false
	}
	tax := found.value
	tax.Standard = standard.value.Rate
	return tax, true
}

// VATBase says which payments are part of the base of value added tax besides the customs value.
type VATBase struct {
	Fee, Duty, Special, AntiDumping, Countervailing, Excise bool
	Basis
}

// VATBase returns the composition of the base in the state.
func (b *Book) VATBase(state customs.State, day calendar.Date) (VATBase, bool) {
	found, ok := b.vatBase.among("", query{state: state, day: day})
	if !ok {
		return VATBase{}, false
	}
	return found.value, true
}

// Rounding returns how the state rounds the payment on the day.
func (b *Book) Rounding(state customs.State, payment customs.PaymentCode, day calendar.Date) (money.Rounding, bool) {
	found, ok := b.roundings.among("", query{state: state, also: string(payment), day: day})
	if !ok {
		found, ok = b.roundings.among("", query{state: state, day: day})
	}
	if !ok {
		return money.Rounding{}, false
	}
	return found.value, true
}

// Currency returns the money of the state on the day.
func (b *Book) Currency(state customs.State, day calendar.Date) (money.Currency, bool) {
	found, ok := b.currencies.among("", query{state: state, day: day})
	if !ok {
		return "", false
	}
	return found.value, true
}
