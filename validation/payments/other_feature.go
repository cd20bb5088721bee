package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/validation"
)

var otherFeature = &validation.Rule{
	Code: "47-FEATURE", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculationFeature,
	Inputs: assessed,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, number int) {
		report(j, item, number, duty.OtherFeature)
	},
	Breach: func(d *declaration.Declaration) bool {
		return tax(d, func(_ *declaration.GoodsItem, row *declaration.Calculation) bool {
			if len(d.Shipment.Payments) < 2 {
				return false
			}
			withdraw(d, row.Payment, row.Amount.Value)
			row.Feature = duty.Conditional
			return true
		})
	},
}
