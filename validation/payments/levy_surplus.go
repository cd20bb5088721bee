package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/validation"
)

var levySurplus = &validation.Rule{
	Code: "47-SURPLUS", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculation,
	Inputs: assessed,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, number int) {
		report(j, item, number, duty.SuperfluousLevy)
	},
	Breach: func(d *declaration.Declaration) bool {
		return tax(d, func(item *declaration.GoodsItem, row *declaration.Calculation) bool {
			extra := declaration.Calculation{
				Payment: duty.SpecialDuty, Amount: declaration.Count(100), Currency: row.Currency, Feature: duty.Conditional,
			}
			item.Calculations = append(item.Calculations, extra)
			return true
		})
	},
}
