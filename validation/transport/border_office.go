package transport

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// borderOffice advises to say where goods that came straight by a carrier crossed the border. Decision 257, box 29.
var borderOffice = &validation.Rule{
	Code: "29-GIVEN", Consequence: customs.Advice,
	Law: "Решение КТС от 20.05.2010 № 257, гр. 29", Since: code,
	Field:  declaration.FieldBorderOffice,
	Inputs: []declaration.Field{declaration.FieldKind, declaration.FieldFeature, declaration.FieldProcedure, declaration.FieldPrecedingProcedure, declaration.FieldBorderMode, declaration.FieldBorderOffice},
	Whole: func(j *validation.Judgement) {
		consignment := j.Declaration.Shipment.Consignment
		ours := j.Imports() && j.Declaration.Procedure == "40" && j.Ordinary() && j.Straight()
		if ours && slices.Contains(named, consignment.Border.Mode) && len(consignment.BorderOffices) == 0 {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		consignment := &d.Shipment.Consignment
		ours := d.Kind == validation.Import && d.Procedure == "40" && d.Feature == "" && validation.Straight(d)
		if !ours || !slices.Contains(named, consignment.Border.Mode) {
			return false
		}
		consignment.BorderOffices = nil
		return true
	},
}
