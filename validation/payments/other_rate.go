package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/money"
	"tamga/validation"
)

var otherRate = &validation.Rule{
	Code: "47-RATE", Consequence: customs.DemandChange, Law: validation.LawRates, Since: code,
	Field:  declaration.FieldCalculationRate,
	Inputs: assessed,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, number int) {
		report(j, item, number, duty.OtherRate)
	},
	Breach: func(d *declaration.Declaration) bool {
		return tax(d, func(_ *declaration.GoodsItem, row *declaration.Calculation) bool {
			rate := &row.Rates[0].Value
			*rate = declaration.FixedNumber(rate.Value.Add(money.FromInt(1)), 2)
			return recalculate(d, row)
		})
	},
}
