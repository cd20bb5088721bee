package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// deliveryPlace: a term of delivery means nothing without its place. Decision 257, box 20.
var deliveryPlace = &validation.Rule{
	Code: "20-PLACE", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 20", Since: code,
	Field:  declaration.FieldDelivery,
	Inputs: []declaration.Field{declaration.FieldDelivery},
	Whole: func(j *validation.Judgement) {
		delivery := j.Declaration.Shipment.Contract.Delivery
		if delivery.Code != "" && delivery.Code != "XXX" && delivery.Place == "" && delivery.PlaceCode == "" {
			j.Find(validation.Wrong{Found: delivery.Code})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		delivery := &d.Shipment.Contract.Delivery
		if delivery.Code == "" || delivery.Code == "XXX" {
			return false
		}
		delivery.Place, delivery.PlaceCode = "", ""
		return true
	},
}
