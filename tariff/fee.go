package tariff

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/money"
)

// Fee is the fee for customs operations on a declaration. Amount is what is paid when Percent is false, otherwise the
// percentage of the customs value. Factor multiplies it for an electronic declaration.
type Fee struct {
	// Above and UpTo bound the customs value of the step; a zero UpTo is open.
	Above, UpTo money.Decimal
	Rate        Rate
	Factor      money.Decimal
	Basis
}

// feeScale is the steps of one scale, ascending.
type feeScale struct{ steps []Fee }

// Fee returns the step of the state's scale for a declaration of the total customs value. The list names a scale of
// its own for listed goods; "" is the general one.
func (b *Book) Fee(state customs.State, list string, day calendar.Date, value money.Decimal) (Fee, bool) {
	found, ok := b.fees.among("", query{state: state, also: list, day: day})
	if !ok {
		return Fee{}, false
	}
	for _, step := range found.value.steps {
		if step.UpTo.IsZero() || value.Cmp(step.UpTo) <= 0 {
			return step, true
		}
	}
	return Fee{}, false
}

// FeeList returns the list with a fee scale of its own on which the commodity stands, or "".
func (b *Book) FeeList(k Key) string {
	found, ok := b.feeLists.find(query{state: k.State, code: k.Commodity, day: k.Day})
	if !ok {
		return ""
	}
	return found.value
}
