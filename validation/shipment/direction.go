package shipment

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// direction knows only procedures that admit one direction: export, outward processing, temporary export and re-export
// for goods taken out; domestic consumption, inward processing, temporary import, re-import and processing for domestic
// consumption for goods brought in. Procedures that admit both are left alone. Which is which: Customs Code of the Union
// art. 134, 139, 163, 176, 188, 219, 227, 235, 238 (general knowledge, verify).
var direction = &validation.Rule{
	Code: "1-DIRECTION", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: "ТК ЕАЭС ст. 111 п. 5, ст. 127; Решение КТС от 20.05.2010 № 257, гр. 1", Since: code,
	Field:  declaration.FieldProcedure,
	Inputs: []declaration.Field{declaration.FieldKind, declaration.FieldProcedure},
	Whole: func(j *validation.Judgement) {
		procedure := j.Declaration.Procedure
		if j.Imports() && slices.Contains(outward, procedure) || j.Exports() && slices.Contains(inward, procedure) {
			j.Find(validation.Wrong{
				Found: string(procedure),
				Args:  []customs.Arg{{Name: "kind", Value: j.Declaration.Kind}},
			})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		switch {
		case d.Kind == validation.Import && slices.Contains(inward, d.Procedure):
			d.Kind = validation.Export
		case d.Kind == validation.Export && slices.Contains(outward, d.Procedure):
			d.Kind = validation.Import
		default:
			return false
		}
		return true
	},
}

var (
	outward = []customs.ProcedureCode{"10", "21", "23", "31"}
	inward  = []customs.ProcedureCode{"40", "51", "53", "60", "91"}
)
