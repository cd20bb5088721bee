package money

import "tamga/calendar"

// ExchangeRate is an official rate as its authority publishes it: so many units of In for Nominal units of Currency.
// It is never divided beforehand, so that no digit is lost.
type ExchangeRate struct {
	Currency  Currency
	Nominal   Decimal
	Value     Decimal
	In        Currency
	Authority string
	Date      calendar.Date
}

// Convert returns the number of units of In that d units of Currency are worth, not rounded.
func (x ExchangeRate) Convert(d Decimal) (Decimal, error) {
	return d.Mul(x.Value).Div(x.Nominal)
}

// Back returns the number of units of Currency that d units of In are worth, not rounded.
func (x ExchangeRate) Back(d Decimal) (Decimal, error) {
	return d.Mul(x.Nominal).Div(x.Value)
}

// ExchangeRates finds the official rate of a currency in the currency of a state on a day.
type ExchangeRates interface {
	// ExchangeRate returns the rate in force on the day, or false when the reference data hold none.
	ExchangeRate(from, in Currency, day calendar.Date) (ExchangeRate, bool)
}
