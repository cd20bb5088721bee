package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// destinationInside: goods released for domestic consumption stay in the Union, so their destination is a member state.
// Decision 257, box 17; Customs Code of the Union art. 134.
var destinationInside = &validation.Rule{
	Code: "17-INSIDE", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 134; Решение КТС от 20.05.2010 № 257, гр. 17", Since: code,
	Field: declaration.FieldDestinationCountry,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldProcedure, declaration.FieldDestinationCountry,
	},
	Whole: func(j *validation.Judgement) {
		country := j.Declaration.Shipment.Consignment.Destination.Code
		if j.Imports() && j.Declaration.Procedure == "40" && country != "" && !customs.State(country).Member() {
			j.Find(validation.Wrong{Found: string(country), Expected: string(j.State)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Kind != validation.Import || d.Procedure != "40" || d.Shipment.Consignment.Destination.Code == "" {
			return false
		}
		d.Shipment.Consignment.Destination = declaration.CountryName{Code: "CN", Name: "КИТАЙ"}
		return true
	},
}
