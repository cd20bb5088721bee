// Package duty is what a declaration owes: the assessment of fees, duties and taxes per goods item, each line with how
// it was made, and the comparison of what was declared with what is owed.
//
// Read assessment.go for what an assessment is, assess.go for the order of payments, charge.go for how a rate meets
// goods, compare.go for box 47 and box B. What cannot be assessed is a Problem that says what is missing, never 0. The
// law: Customs Code of the Union art. 46–56, 135, 139–141; tax acts of the states as cited in the data.
package duty

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/money"
	"tamga/tariff"
)

// The payments by their codes in the classifier.
const (
	Fee            customs.PaymentCode = "1010"
	ImportDuty     customs.PaymentCode = "2010"
	SpecialDuty    customs.PaymentCode = "2040"
	AntiDumping    customs.PaymentCode = "2050"
	Countervailing customs.PaymentCode = "2060"
	ExportDuty     customs.PaymentCode = "3010"
	// Excise names the series of excises; a line has the code of the excise group.
	Excise customs.PaymentCode = "4010"
	VAT    customs.PaymentCode = "5010"
)

// Features of a payment, the last column of box 47.
const (
	// Payable: calculated and to be paid.
	Payable = "ИУ"
	// Conditional: what would be owed without the preference or relief.
	Conditional = "УН"
	// PayablePreferred: what is to be paid with the preference.
	PayablePreferred = "УМ"
)

// Facts are what an assessment is made with: the day whose law holds (the day of registration), the state of the
// office, the reference data. Without Exchange the exchange rates are those of the tariff.
type Facts struct {
	Date     calendar.Date
	State    customs.State
	Tariff   *tariff.Book
	Exchange money.ExchangeRates
	// Plain leaves out the steps of lines: for judging many documents, where nobody reads how a line was made.
	Plain bool
}

// Assessment is what the declaration owes. The line of the fee comes first and has item 0; then the lines of each item
// in the order of payments. Totals have one entry per payment with something to pay, in the order of codes.
type Assessment struct {
	Date     calendar.Date
	State    customs.State
	Currency money.Currency
	Lines    []Line
	Totals   []Total
	Problems []Problem
}

// Complete reports whether every payment could be assessed.
func (a *Assessment) Complete() bool {
	for i := range a.Problems {
		if a.Problems[i].Stops {
			return false
		}
	}
	return true
}

// Total returns what is to be paid of the payment, and false when it could not be assessed in full.
func (a *Assessment) Total(payment customs.PaymentCode) (money.Decimal, bool) {
	for i := range a.Problems {
		if a.Problems[i].Stops && a.Problems[i].Payment == payment {
			return money.Zero, false
		}
	}
	for _, total := range a.Totals {
		if total.Payment == payment {
			return total.Amount, true
		}
	}
	return money.Zero, true
}

// Total is what is to be paid of one payment, in the money of the state.
type Total struct {
	Payment customs.PaymentCode
	Amount  money.Decimal
}

// Line is one row of the calculation. Item is the ordinal of the goods item in the document from 1, 0 for the whole
// declaration. Base is a value in Currency, or a quantity in BaseUnit when the specific term decided.
type Line struct {
	Item     int
	Payment  customs.PaymentCode
	Base     money.Decimal
	BaseUnit customs.UnitCode
	Rate     tariff.Rate
	Amount   money.Decimal
	Currency money.Currency
	Feature  string
	// Relief is the code of box 36 under which the line is not paid; empty otherwise.
	Relief string
	// Alternative is another rate that the data accept as well, where a list of goods is not complete by code.
	Alternative *tariff.Rate
	Law         string
	Evidence    tariff.Evidence
	Steps       []Step
}

// Due reports whether the line is to be paid.
func (l *Line) Due() bool { return l.Feature != Conditional }

// Problem tells what is missing for an assessment. Item is 0 when it concerns the whole declaration. A problem that
// does not stop leaves a line that was assessed without what was claimed.
type Problem struct {
	Code    ProblemCode
	Item    int
	Payment customs.PaymentCode
	Stops   bool
	Args    []Arg
}

// ProblemCode names what is missing.
type ProblemCode string

// What may be missing.
const (
	UnknownState        ProblemCode = "unknown-state"
	UnknownProcedure    ProblemCode = "unknown-procedure"
	UnknownCommodity    ProblemCode = "unknown-commodity"
	MissingValue        ProblemCode = "missing-customs-value"
	MissingQuantity     ProblemCode = "missing-quantity"
	MissingExchangeRate ProblemCode = "missing-exchange-rate"
	MissingFeeScale     ProblemCode = "missing-fee-scale"
	MissingVAT          ProblemCode = "missing-vat-rate"
	MissingRounding     ProblemCode = "missing-rounding"
	// NeedsOther: another payment of the item, part of the base, could not be assessed.
	NeedsOther ProblemCode = "needs-other-payment"
	// NoPreference: the preference claimed is not granted to the goods of this origin on the day.
	NoPreference ProblemCode = "no-preference"
	// NoProof: no document of box 44 proves the origin for the preference claimed.
	NoProof ProblemCode = "no-proof-of-origin"
)

// ProblemCodes lists all codes of problems.
var ProblemCodes = []ProblemCode{
	UnknownState, UnknownProcedure, UnknownCommodity, MissingValue, MissingQuantity, MissingExchangeRate,
	MissingFeeScale, MissingVAT, MissingRounding, NeedsOther, NoPreference, NoProof,
}
