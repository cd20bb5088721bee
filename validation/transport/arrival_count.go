package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// arrivalCount compares the number of means of transport with their list; a trailer may be counted or not. Decision 257,
// box 18.
var arrivalCount = &validation.Rule{
	Code: "18-COUNT", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 18", Since: code,
	Field:  declaration.FieldArrivalQuantity,
	Inputs: []declaration.Field{declaration.FieldArrivalQuantity, declaration.FieldArrivalTransport},
	Whole: func(j *validation.Judgement) {
		transport := j.Declaration.Shipment.Consignment.Arrival
		if transport.Quantity.Given && !counted(transport) {
			j.Find(validation.Wrong{Found: transport.Quantity.Text, Expected: declaration.Count(len(transport.Means)).Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		transport := &d.Shipment.Consignment.Arrival
		if !transport.Quantity.Given || len(transport.Means) == 0 || !counted(*transport) {
			return false
		}
		transport.Quantity = declaration.Count(2*len(transport.Means) + 1)
		return true
	},
}
