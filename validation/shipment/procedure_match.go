package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// procedureMatch compares box 1 with box 37 of the main sheet, which is that of the first item. Decision 257, boxes 1
// and 37.
var procedureMatch = &validation.Rule{
	Code: "1-PROCEDURE", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: "ТК ЕАЭС ст. 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 1, 37", Since: code,
	Field:  declaration.FieldProcedure,
	Inputs: []declaration.Field{declaration.FieldProcedure, declaration.FieldItemProcedure},
	Whole: func(j *validation.Judgement) {
		if len(j.Declaration.Shipment.Goods) == 0 {
			return
		}
		stated, first := j.Declaration.Procedure, j.Declaration.Shipment.Goods[0].Procedure.Main
		if stated != "" && first != "" && stated != first {
			j.Find(validation.Wrong{Found: string(stated), Expected: string(first)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Procedure == "" || len(d.Shipment.Goods) == 0 || d.Shipment.Goods[0].Procedure.Main != d.Procedure {
			return false
		}
		// Free zone and customs warehouse go with goods of either direction.
		other := customs.ProcedureCode("78")
		if d.Procedure == other {
			other = "70"
		}
		d.Procedure = other
		return true
	},
}
