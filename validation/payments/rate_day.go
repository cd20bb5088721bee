package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// rateDay only advises: before registration the day of the rates is assumed.
var rateDay = &validation.Rule{
	Code: "47-DAY", Consequence: customs.Advice, Law: validation.LawRates, Since: code,
	Field:  declaration.FieldCalculationRate,
	Inputs: []declaration.Field{declaration.FieldCalculationRate},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for k, row := range item.Calculations {
			if row.RateDate > j.Day {
				j.Find(validation.Wrong{Row: k + 1, Found: row.RateDate.String(), Expected: j.Day.String()})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		return eachRow(d, func(_ *declaration.GoodsItem, row *declaration.Calculation) bool {
			if row.RateDate == 0 {
				return false
			}
			row.RateDate = row.RateDate.AddMonths(24)
			return true
		})
	},
}
