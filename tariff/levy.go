package tariff

import (
	"slices"

	"tamga/calendar"
	"tamga/customs"
	"tamga/money"
)

// Levy is a rate with the payment it is charged as: an excise, an export duty, a special, anti-dumping or
// countervailing duty. Origin and Maker narrow a measure down; empty ones do not.
type Levy struct {
	Payment customs.PaymentCode
	Rate    Rate
	Origin  customs.Country
	Maker   string
	Basis
}

// Excise returns the excise on the commodity; false when it bears none.
func (b *Book) Excise(k Key) (Levy, bool) { return levy(&b.excises, k) }

// ExportDuty returns the export duty on the commodity; false when it bears none.
func (b *Book) ExportDuty(k Key) (Levy, bool) { return levy(&b.exports, k) }

func levy(t *table[Levy], k Key) (Levy, bool) {
	found, ok := t.find(query{state: k.State, code: k.Commodity, day: k.Day})
	if !ok {
		return Levy{}, false
	}
	return found.value, true
}

// Measures appends to list the special, anti-dumping and countervailing duties on goods of the origin and the maker,
// in the order of payments. A row that names a maker goes before one of the same payment that names none.
func (b *Book) Measures(list []Levy, k Key, origin customs.Country, maker string) []Levy {
	start := len(list)
	for _, length := range b.measures.lengths {
		if length > len(k.Commodity) {
			continue
		}
		for _, measure := range b.measured[string(k.Commodity[:length])] {
			if !measure.within(k.Day) || measure.Origin != origin || (measure.Maker != "" && measure.Maker != maker) {
				continue
			}
			list = weigh(list, start, measure)
		}
	}
	slices.SortFunc(list[start:], func(a, b Levy) int {
		if a.Payment < b.Payment {
			return -1
		}
		return 1
	})
	return list
}

// weigh keeps one measure per payment: the one that names the maker.
func weigh(list []Levy, start int, measure Levy) []Levy {
	for i := start; i < len(list); i++ {
		if list[i].Payment != measure.Payment {
			continue
		}
		if list[i].Maker == "" && measure.Maker != "" {
			list[i] = measure
		}
		return list
	}
	return append(list, measure)
}

// Preference is a share of the rate of import duty granted to goods of an origin. Proofs are the kinds of document of
// box 44 that prove the origin for it.
type Preference struct {
	Share  money.Decimal
	Proofs []customs.DocumentKind
	Basis
}

// Preference returns the preference for goods of the origin; false when there is none.
func (b *Book) Preference(k Key, origin customs.Country) (Preference, bool) {
	found, ok := b.preferences.find(query{state: k.State, code: k.Commodity, also: string(origin), day: k.Day})
	if !ok {
		return Preference{}, false
	}
	return found.value, true
}

// ClaimKind says what a code of box 36 claims.
type ClaimKind string

// What can be claimed in box 36.
const (
	// NoClaim: nothing is claimed.
	NoClaim ClaimKind = "none"
	// TariffPreference: a share of the rate for goods of an origin.
	TariffPreference ClaimKind = "preference"
	// Relief: an exemption. Every code that the data do not list is one.
	Relief ClaimKind = "relief"
)

// Claim returns what a code of box 36 claims.
func (b *Book) Claim(code string, day calendar.Date) ClaimKind {
	if code == "" {
		return NoClaim
	}
	found, ok := b.claims.among(customs.CommodityCode(code), query{day: day})
	if !ok {
		return Relief
	}
	return found.value
}

// Treatment says what a procedure does with a payment.
type Treatment string

// What a procedure may do with a payment.
const (
	// Due: it is calculated and paid.
	Due Treatment = "due"
	// DueWithExportDuty: due only when export duty is due on some item.
	DueWithExportDuty Treatment = "due-with-export-duty"
	// NotDue: the procedure asks for no payment.
	NotDue Treatment = "none"
)

// Treatment returns what the procedure does with the payment in the state; false when the data do not say. The
// payment is named by a code of its kind: 1010, 2010, 2040, 2050, 2060, 3010, 4010, 5010.
func (b *Book) Treatment(k Key, procedure customs.ProcedureCode, payment customs.PaymentCode) (Treatment, bool) {
	found, ok := b.procedures.among(customs.CommodityCode(procedure), query{state: k.State, also: string(payment), day: k.Day})
	if !ok {
		return "", false
	}
	return found.value, true
}
