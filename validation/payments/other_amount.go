package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/money"
	"tamga/validation"
)

var otherAmount = &validation.Rule{
	Code: "47-AMOUNT", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculationAmount,
	Inputs: assessed,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, number int) {
		report(j, item, number, duty.OtherAmount)
	},
	Breach: func(d *declaration.Declaration) bool {
		return eachRow(d, func(_ *declaration.GoodsItem, row *declaration.Calculation) bool {
			delta := money.FromInt(100)
			if !fixed(row) || !payable(row) || !shift(d, row, delta) {
				return false
			}
			row.Rates[0].Value = declaration.FixedNumber(row.Rates[0].Value.Value.Add(delta), 2)
			return true
		})
	},
}
