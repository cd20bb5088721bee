package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// documentEarly: a document whose term has not begun confirms nothing yet. Customs Code of the Union art. 325; decision
// 257, box 44.
var documentEarly = &validation.Rule{
	Code: "44-EARLY", Consequence: customs.RequestDocuments,
	Law: "ТК ЕАЭС ст. 108, 325; Решение КТС от 20.05.2010 № 257, гр. 44", Since: code,
	Field:  declaration.FieldPresentedDocument,
	Inputs: []declaration.Field{declaration.FieldPresentedDocument},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for i, document := range item.Documents {
			if j.Day != 0 && document.ValidFrom > j.Day {
				j.Find(validation.Wrong{
					Row: i + 1, Found: document.ValidFrom.String(), Expected: j.Day.String(),
					Args: []customs.Arg{{Name: "kind", Value: string(document.Kind)}, {Name: "number", Value: document.Number}},
				})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			for k := range d.Shipment.Goods[i].Documents {
				document := &d.Shipment.Goods[i].Documents[k]
				if document.ValidTo != 0 {
					document.ValidFrom, document.ValidTo = 20991230, 20991231
					return true
				}
			}
		}
		return false
	},
}
