package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// borderFixed: what flows through a pipeline or a power line has no vehicle to name. Decision 257, box 21.
var borderFixed = &validation.Rule{
	Code: "21-PIPELINE", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 21", Since: code,
	Field:  declaration.FieldBorderTransport,
	Inputs: []declaration.Field{declaration.FieldBorderMode, declaration.FieldBorderTransport},
	Whole: func(j *validation.Judgement) {
		transport := j.Declaration.Shipment.Consignment.Border
		if fixed(transport.Mode) && identified(transport) {
			j.Find(validation.Wrong{Found: transport.Means[0].Identifier, Args: []customs.Arg{{Name: "mode", Value: transport.Mode}}})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		transport := &d.Shipment.Consignment.Border
		if !identified(*transport) || fixed(transport.Mode) {
			return false
		}
		transport.Mode = pipeline
		return true
	},
}
