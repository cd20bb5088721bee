package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// documentKind asks for a code of the classifier of documents. The list grows, and the reference data hold one edition of
// it, so only a code that is not of five digits is refused. Customs Code of the Union art. 111(5); decision 378; decision
// 257, box 44.
var documentKind = &validation.Rule{
	Code: "44-KIND", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: "ТК ЕАЭС ст. 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 44", Since: code,
	Field:  declaration.FieldDocumentKind,
	Inputs: []declaration.Field{declaration.FieldDocumentKind},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for i, document := range item.Documents {
			if !fiveDigits(string(document.Kind)) {
				j.Find(validation.Wrong{Row: i + 1, Found: string(document.Kind)})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		document := plain(d)
		if document == nil {
			return false
		}
		document.Kind = "0O999" // a letter for a digit
		return true
	},
}

func fiveDigits(kind string) bool {
	for i := range len(kind) {
		if kind[i] < '0' || kind[i] > '9' {
			return false
		}
	}
	return len(kind) == 5
}
