package payments

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var paidMissing = &validation.Rule{
	Code: "B-MISSING", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldPayment,
	Inputs: paidFields,
	Whole: func(j *validation.Judgement) {
		sums, known := due(j.Declaration)
		if !known || len(j.Declaration.Shipment.Payments) == 0 {
			return
		}
		given := paid(j.Declaration)
		for _, payment := range kinds(sums) {
			if _, ok := given[payment]; !ok && sums[payment].Sign() > 0 {
				j.Find(validation.Wrong{Expected: sums[payment].Fixed(2), Args: []customs.Arg{
					{Name: "payment", Value: string(payment)},
				}})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if sums, known := due(d); !known || len(sums) < 2 || len(d.Shipment.Payments) < 2 {
			return false
		}
		d.Shipment.Payments = slices.Clone(d.Shipment.Payments[:len(d.Shipment.Payments)-1])
		return true
	},
}
