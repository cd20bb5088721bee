package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// borderGiven asks ordinary imports that came straight how they crossed the border. Decision 257, box 25.
var borderGiven = &validation.Rule{
	Code: "25-GIVEN", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 25", Since: code,
	Field: declaration.FieldBorderMode,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldFeature, declaration.FieldPrecedingProcedure,
		declaration.FieldBorderMode, declaration.FieldProcedure,
	},
	Whole: func(j *validation.Judgement) {
		ours := j.Imports() && j.Declaration.Procedure == "40" && j.Ordinary() && j.Straight()
		if ours && j.Declaration.Shipment.Consignment.Border.Mode == "" {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Kind != validation.Import || d.Procedure != "40" || d.Feature != "" || !validation.Straight(d) {
			return false
		}
		d.Shipment.Consignment.Border.Mode = ""
		return true
	},
}
