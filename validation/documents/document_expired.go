package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// documentExpired asks for a document in force: a permit must hold on the day of registration; a declaration of
// conformity may still cover goods made in its term, so the office asks and does not refuse. Customs Code of the Union
// art. 7, 325; decision 257, box 44.
var documentExpired = &validation.Rule{
	Code: "44-EXPIRED", Consequence: customs.RequestDocuments,
	Law: "ТК ЕАЭС ст. 108, 325; Решение КТС от 20.05.2010 № 257, гр. 44", Since: code,
	Field:  declaration.FieldDocumentValidTo,
	Inputs: []declaration.Field{declaration.FieldDocumentValidTo},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for i, document := range item.Documents {
			if document.ValidTo != 0 && document.ValidTo < j.Day {
				j.Find(validation.Wrong{
					Row: i + 1, Found: document.ValidTo.String(), Expected: j.Day.String(),
					Args: []customs.Arg{{Name: "kind", Value: string(document.Kind)}, {Name: "number", Value: document.Number}},
				})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			for k := range d.Shipment.Goods[i].Documents {
				document := &d.Shipment.Goods[i].Documents[k]
				if document.ValidTo != 0 && document.ValidFrom != 0 && document.Date != 0 {
					document.Date, document.ValidFrom, document.ValidTo = 20170101, 20170101, 20171231
					return true
				}
			}
		}
		return false
	},
}
