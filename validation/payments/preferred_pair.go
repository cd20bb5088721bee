package payments

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/validation"
)

// preferredPair: what is paid with a preference stands beside what would be owed without it.
var preferredPair = &validation.Rule{
	Code: "47-PAIR", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculationFeature,
	Inputs: []declaration.Field{declaration.FieldCalculationFeature, declaration.FieldCalculationPayment},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for k := range item.Calculations {
			row := &item.Calculations[k]
			if row.Feature == duty.PayablePreferred && !conditional(item, row.Payment) {
				j.Find(validation.Wrong{Row: k + 1, Found: row.Feature, Expected: duty.Conditional, Args: []customs.Arg{
					{Name: "payment", Value: string(row.Payment)},
				}})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		return eachRow(d, func(item *declaration.GoodsItem, row *declaration.Calculation) bool {
			if row.Feature != duty.PayablePreferred || !conditional(item, row.Payment) {
				return false
			}
			payment := row.Payment
			item.Calculations = slices.DeleteFunc(slices.Clone(item.Calculations), func(c declaration.Calculation) bool {
				return c.Feature == duty.Conditional && c.Payment == payment
			})
			return true
		})
	},
}

func conditional(item *declaration.GoodsItem, payment customs.PaymentCode) bool {
	for _, row := range item.Calculations {
		if row.Feature == duty.Conditional && row.Payment == payment {
			return true
		}
	}
	return false
}
