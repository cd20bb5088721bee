package payments

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/validation"
)

var levyAbsent = &validation.Rule{
	Code: "47-ABSENT", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculation,
	Inputs: assessed,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, number int) {
		report(j, item, number, duty.MissingLevy)
	},
	Breach: func(d *declaration.Declaration) bool {
		return tax(d, func(item *declaration.GoodsItem, row *declaration.Calculation) bool {
			if len(d.Shipment.Payments) < 2 {
				return false
			}
			withdraw(d, row.Payment, row.Amount.Value)
			item.Calculations = slices.DeleteFunc(slices.Clone(item.Calculations), func(c declaration.Calculation) bool {
				return c.Payment == duty.VAT
			})
			return true
		})
	},
}
