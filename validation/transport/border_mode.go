package transport

import (
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// borderMode asks for a code of the classifier of modes of transport. Decision 378; decision 257, box 25.
var borderMode = &validation.Rule{
	Code: "25-MODE", Consequence: customs.DemandChange,
	Law: "Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 25", Since: code,
	Field:  declaration.FieldBorderMode,
	Inputs: []declaration.Field{declaration.FieldBorderMode},
	Whole: func(j *validation.Judgement) {
		mode := j.Declaration.Shipment.Consignment.Border.Mode
		if mode != "" && unknown(j, classifier.TransportModes, mode) {
			j.Find(validation.Wrong{Found: mode})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Shipment.Consignment.Border.Mode == "" {
			return false
		}
		d.Shipment.Consignment.Border.Mode = "98"
		return true
	},
}
