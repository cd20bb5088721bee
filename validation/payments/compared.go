package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// compared: of a rate "so many percent but not less than" the percentage is the floor, whatever the specific part makes.
var compared = &validation.Rule{
	Code: "47-LEAST", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculationAmount,
	Inputs: plain,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for k := range item.Calculations {
			row := &item.Calculations[k]
			if !atLeast(row) || !own(j, row.BaseCurrency) || !own(j, row.Currency) {
				continue
			}
			least := row.Base.Value.Percent(row.Rates[0].Value.Value)
			if row.Amount.Value.Add(tolerance(j)).Less(least) {
				j.Find(validation.Wrong{Row: k + 1, Found: row.Amount.Text, Expected: least.Fixed(2)})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		return eachRow(d, func(_ *declaration.GoodsItem, row *declaration.Calculation) bool {
			if !atLeast(row) || row.Base.Value.Sign() <= 0 {
				return false
			}
			floor := row.Base.Value.Percent(row.Rates[0].Value.Value).Mul(money.MustDecimal("0.5"))
			return shift(d, row, money.Rounding{Digits: 2}.Apply(floor.Sub(row.Amount.Value)))
		})
	},
}

func atLeast(row *declaration.Calculation) bool {
	return row.Compare == "1" && row.Operation == "" && row.Rates[0].Type == "%" && row.Rates[0].Value.Given &&
		row.Base.Given && row.BaseUnit == "" && row.Amount.Given && !row.Months.Given
}
