package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// rateSign: a rate is a price of money and cannot be zero or less.
var rateSign = &validation.Rule{
	Code: "23-SIGN", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 38 п. 8; Решение КТС от 20.05.2010 № 257, гр. 23", Since: code,
	Field:  declaration.FieldExchangeRate,
	Inputs: []declaration.Field{declaration.FieldExchangeRate},
	Whole: func(j *validation.Judgement) {
		rate := j.Declaration.Shipment.Contract.ExchangeRate
		if rate.Given && rate.Value.Sign() <= 0 {
			j.Find(validation.Wrong{Found: rate.Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if !d.Shipment.Contract.ExchangeRate.Given {
			return false
		}
		d.Shipment.Contract.ExchangeRate = declaration.Count(0)
		return true
	},
}
