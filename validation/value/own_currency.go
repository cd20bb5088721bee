package value

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

var ownCurrency = &validation.Rule{
	Code: "23-OWN", Consequence: customs.DemandChange, Law: validation.LawValue, Since: code,
	Field:  declaration.FieldExchangeRate,
	Inputs: []declaration.Field{declaration.FieldExchangeRate, declaration.FieldContractCurrency},
	Whole: func(j *validation.Judgement) {
		own, _ := j.Currency()
		contract := &j.Declaration.Shipment.Contract
		if own != "" && contract.Currency == own && contract.ExchangeRate.Given && !contract.ExchangeRate.Is(1) {
			j.Find(validation.Wrong{Found: contract.ExchangeRate.Text, Expected: "1"})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		contract := &d.Shipment.Contract
		own := d.Shipment.CustomsValueCurrency
		if own == "" || contract.Currency != own {
			return false
		}
		contract.ExchangeRate = declaration.NumberOf(money.FromInt(2))
		return true
	},
}
