package payments

import (
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var paidKind = &validation.Rule{
	Code: "B-KIND", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldPayment,
	Inputs: []declaration.Field{declaration.FieldPayment},
	Whole: func(j *validation.Judgement) {
		if j.Classifiers == nil {
			return
		}
		kinds := j.Classifiers.List(classifier.Payments)
		for k, payment := range j.Declaration.Shipment.Payments {
			if payment.Code != "" && !series(payment.Code) && !kinds.Has(string(payment.Code), j.Day) {
				j.Find(validation.Wrong{Row: k + 1, Found: string(payment.Code)})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Payments) == 0 {
			return false
		}
		extra := d.Shipment.Payments[0]
		extra.Code = "0010"
		d.Shipment.Payments = append(d.Shipment.Payments, extra)
		return true
	},
}
