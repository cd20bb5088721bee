package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// paidCurrency lets a foreign currency pass when its rate is given: it may be paid so.
var paidCurrency = &validation.Rule{
	Code: "B-CURRENCY", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldPaymentAmount,
	Inputs: []declaration.Field{declaration.FieldPayment, declaration.FieldPaymentAmount},
	Whole: func(j *validation.Judgement) {
		letters, _ := j.Currency()
		for k, payment := range j.Declaration.Shipment.Payments {
			if !own(j, payment.Currency) && !payment.ExchangeRate.Given {
				j.Find(validation.Wrong{Row: k + 1, Found: payment.Currency, Expected: string(letters)})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Payments) == 0 {
			return false
		}
		d.Shipment.Payments[0].Currency = "840"
		return true
	},
}
