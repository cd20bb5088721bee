package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// consignor asks for the consignor of goods for domestic consumption or export that came straight. Customs Code of the Union
// art. 106(1), 111(5); decision 257, box 2.
var consignor = &validation.Rule{
	Code: "2-CONSIGNOR", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: "ТК ЕАЭС ст. 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 2", Since: code,
	Field: declaration.FieldConsignor,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldFeature, declaration.FieldPrecedingProcedure,
		declaration.FieldProcedure, declaration.FieldConsignor,
	},
	Whole: func(j *validation.Judgement) {
		if j.Ordinary() && j.Straight() && common(j.Declaration) && !j.Declaration.Shipment.Consignor.Given() {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Feature != "" || !common(d) || !validation.Straight(d) {
			return false
		}
		d.Shipment.Consignor = declaration.Party{}
		return true
	},
}
