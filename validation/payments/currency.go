package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var currency = &validation.Rule{
	Code: "47-CURRENCY", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculationAmount,
	Inputs: []declaration.Field{declaration.FieldCalculationAmount},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		letters, _ := j.Currency()
		for k, row := range item.Calculations {
			if !own(j, row.Currency) {
				j.Find(validation.Wrong{Row: k + 1, Found: row.Currency, Expected: string(letters)})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		return eachRow(d, func(_ *declaration.GoodsItem, row *declaration.Calculation) bool {
			if row.Currency == "" {
				return false
			}
			row.Currency = "840"
			return true
		})
	},
}
