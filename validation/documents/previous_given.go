package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// previousGiven: goods that were under another procedure name the declaration they were under. Decision 257, boxes 37
// and 40.
var previousGiven = &validation.Rule{
	Code: "40-GIVEN", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 37, 40", Since: code,
	Field: declaration.FieldPreviousDocument,
	Inputs: []declaration.Field{
		declaration.FieldFeature, declaration.FieldPrecedingProcedure, declaration.FieldPreviousDocument,
	},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		preceding := item.Procedure.Preceding
		if j.Ordinary() && preceding != "" && preceding != "00" && len(item.PreviousDocuments) == 0 {
			j.Find(validation.Wrong{Args: []customs.Arg{{Name: "procedure", Value: string(preceding)}}})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Feature != "" || d.Kind != validation.Import || len(d.Shipment.Goods) == 0 {
			return false
		}
		item := &d.Shipment.Goods[0]
		item.PreviousDocuments = nil
		if item.Procedure.Preceding == "00" {
			item.Procedure.Preceding = "70"
		}
		return item.Procedure.Preceding != ""
	},
}
