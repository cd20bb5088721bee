package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// rateOwn: the national currency is not converted into itself. Decision 257, box 23.
var rateOwn = &validation.Rule{
	Code: "23-OWN", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 38 п. 8; Решение КТС от 20.05.2010 № 257, гр. 23", Since: code,
	Field:  declaration.FieldExchangeRate,
	Inputs: []declaration.Field{declaration.FieldContractCurrency, declaration.FieldExchangeRate},
	Whole: func(j *validation.Judgement) {
		contract := j.Declaration.Shipment.Contract
		own, _ := j.Currency()
		if own == "" || contract.Currency != own || !contract.ExchangeRate.Given || contract.ExchangeRate.Value.Sign() <= 0 {
			return
		}
		nominal := money.FromInt(1)
		if contract.Nominal.Given {
			nominal = contract.Nominal.Value
		}
		if !contract.ExchangeRate.Value.Equal(nominal) {
			j.Find(validation.Wrong{Found: contract.ExchangeRate.Text, Expected: nominal.String()})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		contract := &d.Shipment.Contract
		if contract.Currency == "" || contract.Currency != d.Shipment.CustomsValueCurrency {
			return false
		}
		contract.ExchangeRate, contract.Nominal = declaration.Count(2), declaration.Number{}
		return true
	},
}
