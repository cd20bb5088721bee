package value

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

var totalCurrency = &validation.Rule{
	Code: "12-CURRENCY", Consequence: customs.DemandChange, Law: validation.LawValue, Since: code,
	Field:  declaration.FieldCustomsValueCurrency,
	Inputs: []declaration.Field{declaration.FieldCustomsValueCurrency},
	Whole: func(j *validation.Judgement) {
		own, number := j.Currency()
		stated := j.Declaration.Shipment.CustomsValueCurrency
		if own != "" && stated != "" && stated != own && string(stated) != number {
			j.Find(validation.Wrong{Found: string(stated), Expected: string(own)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		currency := &d.Shipment.CustomsValueCurrency
		if *currency == "" {
			return false
		}
		*currency = another(*currency)
		return true
	},
}

func another(currency money.Currency) money.Currency {
	if currency == "USD" {
		return "EUR"
	}
	return "USD"
}
