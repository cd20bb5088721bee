package album

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// PaymentCalculation is customs' own calculation of what is owed (CustomsPaymentCalculation, 1006252E).
type PaymentCalculation struct {
	Head
	Document declaration.Header
	// Number is the registration number of the calculation itself.
	Number Reference
	// Kind is the two-character kind of the calculation, ElectronicMark «ЭД».
	Kind, ElectronicMark string
	// Sheets and Items count sheets and goods items.
	Sheets, Items declaration.Number
	// Event is the four-character code of why payments are calculated, Due the last day to pay, RateDay the day of
	// the rates.
	Event        string
	Due, RateDay calendar.Date
	// Payer is who owes; PayerUnknown is Yes when that is not known.
	Payer        declaration.Party
	PayerUnknown declaration.Flag
	// CustomsValue is the total, Origin the country of origin of the whole.
	CustomsValue declaration.Number
	Origin       declaration.CountryName
	Goods        []CalculatedItem
	// Totals are the sums due by kind of payment.
	Totals  []CalculatedTotal
	Officer CalculationOfficer
}

// CalculatedItem is a goods item with what is owed for it.
type CalculatedItem struct {
	Ordinal      declaration.Number
	Commodity    customs.CommodityCode
	Descriptions []string
	Origin       declaration.CountryName
	CustomsValue declaration.Number
	// Documents are those the calculation rests on; the format demands at least one.
	Documents []declaration.PresentedDocument
	// Lines are the rows of the calculation, each with one rate term.
	Lines []CalculationLine
}

// CalculationLine is one row: a base, a rate and an amount.
type CalculationLine struct {
	Payment      customs.PaymentCode
	Base         declaration.Number
	BaseCurrency string
	BaseUnit     customs.UnitCode
	Rate         declaration.RateTerm
	RateDate     calendar.Date
	Feature      string
	Amount       declaration.Number
	Currency     string
}

// CalculatedTotal is the sum due of one kind of payment.
type CalculatedTotal struct {
	Payment  customs.PaymentCode
	Amount   declaration.Number
	Currency string
}

// CalculationOfficer signs a calculation, with the name in parts.
type CalculationOfficer struct {
	Surname, Name, MiddleName, Post, Stamp string
	Office                                 customs.OfficeCode
	Signed                                 calendar.Date
}

// PrintPaymentCalculation writes the calculation; an error tells that it lacks something the format demands.
func PrintPaymentCalculation(calculation PaymentCalculation) ([]byte, error) {
	return printAnswer(paymentCalculationForm, &calculation, calculation.ID)
}

// ReadPaymentCalculation reads what PrintPaymentCalculation writes; findings tell what is wrong with the document.
func ReadPaymentCalculation(body []byte) (PaymentCalculation, []customs.Finding) {
	return readAnswer[PaymentCalculation](paymentCalculationForm, body)
}
