package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// paidPayer is asked in Russia, where one account serves all offices and the payer may be the
// representative. A natural person without a tax number is left alone.
var paidPayer = &validation.Rule{
	Code: "B-PAYER", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldPaymentPayer,
	Inputs: []declaration.Field{declaration.FieldPaymentPayer},
	Whole: func(j *validation.Judgement) {
		if j.State != customs.Russia || j.Declaration.Declarant.TaxIDs == (declaration.TaxIDs{}) {
			return
		}
		for k, payment := range j.Declaration.Shipment.Payments {
			if payment.Payer == (declaration.TaxIDs{}) {
				j.Find(validation.Wrong{Row: k + 1, Args: []customs.Arg{{Name: "payment", Value: string(payment.Code)}}})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Payments) == 0 || d.Shipment.Payments[0].Payer.INN == "" {
			return false
		}
		d.Shipment.Payments[0].Payer = declaration.TaxIDs{}
		return true
	},
}
