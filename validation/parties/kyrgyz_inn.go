package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// kyrgyzINN asks for fourteen digits and no more: how they are checked is not known here. Decision 257, box 14.
var kyrgyzINN = &validation.Rule{
	Code: "14-PIN", Consequence: customs.Advice,
	Law: "ТК ЕАЭС ст. 83, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 14", Since: code,
	Field:  declaration.FieldDeclarantTaxID,
	Inputs: []declaration.Field{declaration.FieldDeclarantTaxID},
	Whole: func(j *validation.Judgement) {
		if inn := j.Declaration.Declarant.TaxIDs.KGINN; inn != "" && !digits(inn, 14) {
			j.Find(validation.Wrong{Found: inn})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if !digits(d.Declarant.TaxIDs.KGINN, 14) {
			return false
		}
		d.Declarant.TaxIDs.KGINN += "0"
		return true
	},
}
