package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// percentage: a row with one rate in percent is its base times the rate. Rows by the month are left alone.
var percentage = &validation.Rule{
	Code: "47-PERCENT", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculationAmount,
	Inputs: plain,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for k := range item.Calculations {
			row := &item.Calculations[k]
			expected, known := byPercent(j, row)
			if known && apart(row.Amount.Value, expected, tolerance(j)) {
				j.Find(validation.Wrong{Row: k + 1, Found: row.Amount.Text, Expected: expected.Fixed(2), Args: []customs.Arg{
					{Name: "payment", Value: string(row.Payment)},
				}})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		return tax(d, func(_ *declaration.GoodsItem, row *declaration.Calculation) bool {
			return shift(d, row, money.FromInt(2))
		})
	},
}

func single(row *declaration.Calculation) bool {
	return row.Rates[0].Type == "%" && row.Rates[0].Value.Given && row.Rates[1] == (declaration.RateTerm{}) &&
		row.Rates[2] == (declaration.RateTerm{}) && row.Base.Given && row.Amount.Given && !row.Months.Given &&
		row.BaseUnit == ""
}

func byPercent(j *validation.Judgement, row *declaration.Calculation) (money.Decimal, bool) {
	if !single(row) || !own(j, row.BaseCurrency) || !own(j, row.Currency) {
		return money.Zero, false
	}
	return row.Base.Value.Percent(row.Rates[0].Value.Value), true
}
