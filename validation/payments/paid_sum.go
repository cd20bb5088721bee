package payments

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// paidSum leaves amounts in a foreign currency to B-CURRENCY.
var paidSum = &validation.Rule{
	Code: "B-SUM", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldPaymentAmount,
	Inputs: paidFields,
	Whole: func(j *validation.Judgement) {
		sums, known := due(j.Declaration)
		if !known {
			return
		}
		given := paid(j.Declaration)
		for _, payment := range kinds(sums) {
			sum, ok := given[payment]
			if ok && inOwn(j, payment) && apart(sum, sums[payment], tolerance(j)) {
				j.Find(validation.Wrong{Found: sum.Fixed(2), Expected: sums[payment].Fixed(2), Args: []customs.Arg{
					{Name: "payment", Value: string(payment)},
				}})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if _, known := due(d); !known || len(d.Shipment.Payments) == 0 {
			return false
		}
		d.Shipment.Payments = slices.Clone(d.Shipment.Payments)
		amount := &d.Shipment.Payments[0].Amount
		*amount = declaration.FixedNumber(amount.Value.Add(money.FromInt(10)), 2)
		return true
	},
}

func inOwn(j *validation.Judgement, payment customs.PaymentCode) bool {
	for _, row := range j.Declaration.Shipment.Payments {
		if row.Code == payment && !own(j, row.Currency) {
			return false
		}
	}
	return true
}
