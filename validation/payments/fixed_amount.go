package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/money"
	"tamga/validation"
)

// fixedAmount: the fee is a sum of money, so that its rate is its amount.
var fixedAmount = &validation.Rule{
	Code: "47-FIXED", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculationAmount,
	Inputs: plain,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for k := range item.Calculations {
			row := &item.Calculations[k]
			if !fixed(row) || !own(j, row.Rates[0].Currency) || !own(j, row.Currency) {
				continue
			}
			if apart(row.Amount.Value, row.Rates[0].Value.Value, tolerance(j)) {
				j.Find(validation.Wrong{Row: k + 1, Found: row.Amount.Text, Expected: row.Rates[0].Value.Text})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		return eachRow(d, func(_ *declaration.GoodsItem, row *declaration.Calculation) bool {
			if !fixed(row) || row.Feature == duty.Conditional {
				return false
			}
			row.Rates[0].Value = declaration.FixedNumber(row.Rates[0].Value.Value.Add(money.FromInt(100)), 2)
			return true
		})
	},
}

func fixed(row *declaration.Calculation) bool {
	term := row.Rates[0]
	return row.Payment == duty.Fee && term.Type == "*" && term.Value.Given && term.Unit == "" && !term.Factor.Given &&
		term.Currency != "" && row.Rates[1] == (declaration.RateTerm{}) && row.Amount.Given
}
