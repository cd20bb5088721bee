package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// arrivalFixed: what flows through a pipeline or a power line has no vehicle to name. Decision 257, box 18.
var arrivalFixed = &validation.Rule{
	Code: "18-PIPELINE", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 18", Since: code,
	Field:  declaration.FieldArrivalTransport,
	Inputs: []declaration.Field{declaration.FieldArrivalMode, declaration.FieldArrivalTransport},
	Whole: func(j *validation.Judgement) {
		transport := j.Declaration.Shipment.Consignment.Arrival
		if fixed(transport.Mode) && identified(transport) {
			j.Find(validation.Wrong{Found: transport.Means[0].Identifier, Args: []customs.Arg{{Name: "mode", Value: transport.Mode}}})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		transport := &d.Shipment.Consignment.Arrival
		if !identified(*transport) || fixed(transport.Mode) {
			return false
		}
		transport.Mode = pipeline
		return true
	},
}
