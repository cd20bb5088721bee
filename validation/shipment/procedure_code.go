package shipment

import (
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// procedureCode asks for procedures of the classifier; only the preceding one may be 00. Customs Code of the Union art.
// 111(5), 127; decision 378; decision 257, box 37.
var procedureCode = &validation.Rule{
	Code: "37-CODE", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: "ТК ЕАЭС ст. 111 п. 5, ст. 127; Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 37", Since: code,
	Field:  declaration.FieldItemProcedure,
	Inputs: []declaration.Field{declaration.FieldItemProcedure, declaration.FieldPrecedingProcedure},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		main, preceding := item.Procedure.Main, item.Procedure.Preceding
		if main != "" && unknown(j, classifier.Procedures, string(main)) {
			j.Find(validation.Wrong{Found: string(main)})
		}
		if preceding != "" && preceding != "00" && unknown(j, classifier.Procedures, string(preceding)) {
			j.Find(validation.Wrong{Field: declaration.FieldPrecedingProcedure, Found: string(preceding)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Kind != validation.Import || len(d.Shipment.Goods) == 0 {
			return false
		}
		item := &d.Shipment.Goods[0]
		if item.Procedure.Preceding == "" || item.Procedure.Preceding == "00" && len(item.PreviousDocuments) == 0 {
			item.PreviousDocuments = []declaration.PreviousDocument{{Kind: "ДТ", Number: "1"}}
		}
		item.Procedure.Preceding = "98"
		return true
	},
}
