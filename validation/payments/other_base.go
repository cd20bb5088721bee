package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/money"
	"tamga/validation"
)

var otherBase = &validation.Rule{
	Code: "47-BASE", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculationBase,
	Inputs: assessed,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, number int) {
		report(j, item, number, duty.OtherBase)
	},
	Breach: func(d *declaration.Declaration) bool {
		return tax(d, func(_ *declaration.GoodsItem, row *declaration.Calculation) bool {
			row.Base = declaration.FixedNumber(row.Base.Value.Add(money.FromInt(1000)), 2)
			return recalculate(d, row)
		})
	},
}
