package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// contract: a passport of the deal (currency control, 03031) is opened for a contract, which box 44 then names too.
// Customs Code of the Union art. 108, 325; decision 257, boxes 24 and 44.
var contract = &validation.Rule{
	Code: "44-CONTRACT", Consequence: customs.RequestDocuments,
	Law: "ТК ЕАЭС ст. 108, 325; Решение КТС от 20.05.2010 № 257, гр. 44", Since: code,
	Field: declaration.FieldPresentedDocument,
	Inputs: []declaration.Field{
		declaration.FieldFeature, declaration.FieldPresentedDocument, declaration.FieldDocumentKind,
	},
	Whole: func(j *validation.Judgement) {
		if j.Ordinary() && presents(j.Declaration, "03031") && !presents(j.Declaration, contracts...) {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Feature != "" || !presents(d, "03031") || !presents(d, contracts...) {
			return false
		}
		withdraw(d, contracts...)
		return true
	},
}

// contracts are contracts, their changes, and papers of one-sided deals.
var contracts = []string{"0301", "0302", "03999"}
