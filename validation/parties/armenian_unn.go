package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// armenianUNN asks for eight digits and no more: how their check digit is made is not known here. Decision 257, box 14.
var armenianUNN = &validation.Rule{
	Code: "14-UNN", Consequence: customs.Advice,
	Law: "ТК ЕАЭС ст. 83, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 14", Since: code,
	Field:  declaration.FieldDeclarantTaxID,
	Inputs: []declaration.Field{declaration.FieldDeclarantTaxID},
	Whole: func(j *validation.Judgement) {
		if unn := j.Declaration.Declarant.TaxIDs.UNN; unn != "" && !digits(unn, 8) {
			j.Find(validation.Wrong{Found: unn})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if !digits(d.Declarant.TaxIDs.UNN, 8) {
			return false
		}
		d.Declarant.TaxIDs.UNN += "0"
		return true
	},
}
