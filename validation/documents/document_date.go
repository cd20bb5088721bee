package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// documentDate asks the same documents for a date. Without one the office asks to see the document. Customs Code of the
// Union art. 108, 325; decision 257, box 44.
var documentDate = &validation.Rule{
	Code: "44-DATE", Consequence: customs.RequestDocuments,
	Law: "ТК ЕАЭС ст. 108, 325; Решение КТС от 20.05.2010 № 257, гр. 44", Since: code,
	Field: declaration.FieldDocumentDate,
	Inputs: []declaration.Field{
		declaration.FieldFeature, declaration.FieldDocumentKind, declaration.FieldDocumentDate,
	},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for i, document := range item.Documents {
			if j.Ordinary() && numbered(document.Kind) && document.Date == 0 {
				j.Find(validation.Wrong{
					Row: i + 1, Found: document.Number,
					Args: []customs.Arg{{Name: "kind", Value: string(document.Kind)}},
				})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Feature != "" {
			return false
		}
		for i := range d.Shipment.Goods {
			for k := range d.Shipment.Goods[i].Documents {
				document := &d.Shipment.Goods[i].Documents[k]
				if numbered(document.Kind) && document.Date != 0 {
					document.Date = 0
					return true
				}
			}
		}
		return false
	},
}
