package value

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// officialRate leaves a rate that is no positive number to 23-SIGN.
var officialRate = &validation.Rule{
	Code: "23-RATE", Consequence: customs.DemandChange, Law: validation.LawRates, Since: code,
	Field:  declaration.FieldExchangeRate,
	Inputs: []declaration.Field{declaration.FieldExchangeRate, declaration.FieldContractCurrency},
	Whole: func(j *validation.Judgement) {
		contract := &j.Declaration.Shipment.Contract
		own, _ := j.Currency()
		rate, known := official(j)
		if !known || contract.Currency == own || contract.ExchangeRate.Value.Sign() <= 0 {
			return
		}
		if !same(contract.ExchangeRate, contract.Nominal, rate) {
			j.Find(validation.Wrong{Found: contract.ExchangeRate.Text, Expected: rate.Value.String(), Args: []customs.Arg{
				{Name: "currency", Value: string(contract.Currency)},
				{Name: "nominal", Value: rate.Nominal.String()},
			}})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		rate := &d.Shipment.Contract.ExchangeRate
		if !rate.Given || rate.Value.Equal(money.FromInt(1)) {
			return false
		}
		*rate = declaration.NumberOf(rate.Value.Add(money.FromInt(1)))
		return true
	},
}
