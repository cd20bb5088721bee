package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// valueCurrency asks for the national currency: decision 257, box 12; Customs Code of the Union art. 38(8).
var valueCurrency = &validation.Rule{
	Code: "12-CURRENCY", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 38 п. 8; Решение КТС от 20.05.2010 № 257, гр. 12", Since: code,
	Field:  declaration.FieldCustomsValueCurrency,
	Inputs: []declaration.Field{declaration.FieldCustomsValueCurrency},
	Whole: func(j *validation.Judgement) {
		own, _ := j.Currency()
		stated := j.Declaration.Shipment.CustomsValueCurrency
		if stated != "" && own != "" && stated != own {
			j.Find(validation.Wrong{Found: string(stated), Expected: string(own)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Shipment.CustomsValueCurrency == "" {
			return false
		}
		d.Shipment.CustomsValueCurrency = "USD"
		return true
	},
}
