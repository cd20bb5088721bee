package documents

import (
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// documentListed advises when a well-formed code is in no edition of the classifier that the reference data hold.
// Decision 378; decision 257, box 44.
var documentListed = &validation.Rule{
	Code: "44-LISTED", Consequence: customs.Advice,
	Law: "Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 44", Since: code,
	Field:  declaration.FieldDocumentKind,
	Inputs: []declaration.Field{declaration.FieldDocumentKind},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		if j.Classifiers == nil || len(j.Classifiers.List(classifier.Documents).Entries()) == 0 {
			return
		}
		for i, document := range item.Documents {
			kind := string(document.Kind)
			if fiveDigits(kind) && !j.Classifiers.List(classifier.Documents).Has(kind, 0) {
				j.Find(validation.Wrong{Row: i + 1, Found: kind})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		document := plain(d)
		if document == nil {
			return false
		}
		document.Kind = "09998"
		return true
	},
}
