package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// dispatchAbroad only advises: goods brought in straight from abroad may still have been sent on from a place inside,
// for example a free zone. Decision 257, box 15.
var dispatchAbroad = &validation.Rule{
	Code: "15-ABROAD", Consequence: customs.Advice,
	Law: "Решение КТС от 20.05.2010 № 257, гр. 15", Since: code,
	Field: declaration.FieldDispatchCountry,
	Inputs: []declaration.Field{
		declaration.FieldPrecedingProcedure, declaration.FieldKind, declaration.FieldProcedure,
		declaration.FieldDispatchCountry,
	},
	Whole: func(j *validation.Judgement) {
		country := j.Declaration.Shipment.Consignment.Dispatch.Code
		if j.Imports() && j.Declaration.Procedure == "40" && j.Straight() && country != "" && string(country) == string(j.State) {
			j.Find(validation.Wrong{Found: string(country)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		dispatch := &d.Shipment.Consignment.Dispatch
		ours := d.Kind == validation.Import && d.Procedure == "40" && validation.Straight(d)
		if !ours || d.RecipientCountry == "" || dispatch.Code == "" {
			return false
		}
		*dispatch = declaration.CountryName{Code: d.RecipientCountry}
		return true
	},
}
