package shipment

import (
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// priceCurrencyCode asks for a currency of the classifier. Decision 378; decision 257, box 22.
var priceCurrencyCode = &validation.Rule{
	Code: "22-CODE", Consequence: customs.DemandChange,
	Law: "Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 22", Since: code,
	Field:  declaration.FieldContractCurrency,
	Inputs: []declaration.Field{declaration.FieldContractCurrency},
	Whole: func(j *validation.Judgement) {
		currency := string(j.Declaration.Shipment.Contract.Currency)
		if currency != "" && unknown(j, classifier.Currencies, currency) {
			j.Find(validation.Wrong{Found: currency})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		contract := &d.Shipment.Contract
		if contract.Currency == "" || contract.Currency == d.Shipment.CustomsValueCurrency || !contract.ExchangeRate.Given {
			return false
		}
		contract.Currency = "ZZZ"
		return true
	},
}
