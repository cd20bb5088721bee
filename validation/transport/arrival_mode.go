package transport

import (
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// arrivalMode asks for a code of the classifier of modes of transport. Decision 378; decision 257, box 26.
var arrivalMode = &validation.Rule{
	Code: "26-MODE", Consequence: customs.DemandChange,
	Law: "Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 26", Since: code,
	Field:  declaration.FieldArrivalMode,
	Inputs: []declaration.Field{declaration.FieldArrivalMode},
	Whole: func(j *validation.Judgement) {
		mode := j.Declaration.Shipment.Consignment.Arrival.Mode
		if mode != "" && unknown(j, classifier.TransportModes, mode) {
			j.Find(validation.Wrong{Found: mode})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Shipment.Consignment.Arrival.Mode == "" {
			return false
		}
		d.Shipment.Consignment.Arrival.Mode = "98"
		return true
	},
}
