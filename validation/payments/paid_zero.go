package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var paidZero = &validation.Rule{
	Code: "B-ZERO", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldPaymentAmount,
	Inputs: []declaration.Field{declaration.FieldPaymentAmount},
	Whole: func(j *validation.Judgement) {
		for k, payment := range j.Declaration.Shipment.Payments {
			if payment.Amount.Given && payment.Amount.Value.Sign() <= 0 {
				j.Find(validation.Wrong{Row: k + 1, Found: payment.Amount.Text, Args: []customs.Arg{
					{Name: "payment", Value: string(payment.Code)},
				}})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Payments) == 0 {
			return false
		}
		extra := d.Shipment.Payments[0]
		extra.Code, extra.Amount = "1020", declaration.Count(0)
		d.Shipment.Payments = append(d.Shipment.Payments, extra)
		return true
	},
}
