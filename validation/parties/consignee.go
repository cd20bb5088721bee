package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// consignee asks for the consignee of goods for domestic consumption or export that came straight. Customs Code of the Union
// art. 106(1), 111(5); decision 257, box 8.
var consignee = &validation.Rule{
	Code: "8-CONSIGNEE", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: "ТК ЕАЭС ст. 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 8", Since: code,
	Field: declaration.FieldConsignee,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldFeature, declaration.FieldPrecedingProcedure,
		declaration.FieldProcedure, declaration.FieldConsignee,
	},
	Whole: func(j *validation.Judgement) {
		if j.Ordinary() && j.Straight() && common(j.Declaration) && !j.Declaration.Shipment.Consignee.Given() {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Feature != "" || !common(d) || !validation.Straight(d) {
			return false
		}
		d.Shipment.Consignee = declaration.Party{}
		return true
	},
}
