package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// documentFuture: a document made after the day of registration could not confirm what was declared on it. Customs Code
// of the Union art. 108, 325; decision 257, box 44.
var documentFuture = &validation.Rule{
	Code: "44-FUTURE", Consequence: customs.RequestDocuments,
	Law: "ТК ЕАЭС ст. 108, 325; Решение КТС от 20.05.2010 № 257, гр. 44", Since: code,
	Field:  declaration.FieldDocumentDate,
	Inputs: []declaration.Field{declaration.FieldDocumentDate},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for i, document := range item.Documents {
			if j.Day != 0 && document.Date > j.Day {
				j.Find(validation.Wrong{
					Row: i + 1, Found: document.Date.String(), Expected: j.Day.String(),
					Args: []customs.Arg{{Name: "kind", Value: string(document.Kind)}, {Name: "number", Value: document.Number}},
				})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		document := plain(d)
		if document == nil {
			return false
		}
		document.Date = 20991231
		return true
	},
}
