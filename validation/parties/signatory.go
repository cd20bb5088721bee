package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// signatory asks who filled the declaration in and answers for it. Customs Code of the Union art. 111(5); decision 257,
// box 54.
var signatory = &validation.Rule{
	Code: "54-SIGNATORY", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: "ТК ЕАЭС ст. 82, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 54", Since: code,
	Field:  declaration.FieldSignatory,
	Inputs: []declaration.Field{declaration.FieldSignatory},
	Whole: func(j *validation.Judgement) {
		if signatory := j.Declaration.Signatory; signatory.Surname == "" && signatory.Name == "" {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		d.Signatory.Surname, d.Signatory.Name = "", ""
		return true
	},
}
