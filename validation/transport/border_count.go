package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// borderCount compares the number of means of transport with their list; a trailer may be counted or not. Decision 257,
// box 21.
var borderCount = &validation.Rule{
	Code: "21-COUNT", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 21", Since: code,
	Field:  declaration.FieldBorderQuantity,
	Inputs: []declaration.Field{declaration.FieldBorderQuantity, declaration.FieldBorderTransport},
	Whole: func(j *validation.Judgement) {
		transport := j.Declaration.Shipment.Consignment.Border
		if transport.Quantity.Given && !counted(transport) {
			j.Find(validation.Wrong{Found: transport.Quantity.Text, Expected: declaration.Count(len(transport.Means)).Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		transport := &d.Shipment.Consignment.Border
		if !transport.Quantity.Given || len(transport.Means) == 0 || !counted(*transport) {
			return false
		}
		transport.Quantity = declaration.Count(2*len(transport.Means) + 1)
		return true
	},
}
