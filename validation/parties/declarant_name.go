package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// declarantName asks who declares. Customs Code of the Union art. 106(1), 111(5); decision 257, box 14.
var declarantName = &validation.Rule{
	Code: "14-NAME", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: "ТК ЕАЭС ст. 83, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 14", Since: code,
	Field:  declaration.FieldDeclarant,
	Inputs: []declaration.Field{declaration.FieldDeclarant},
	Whole: func(j *validation.Judgement) {
		if declarant := j.Declaration.Declarant; declarant.Name == "" && declarant.ShortName == "" {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		d.Declarant.Name, d.Declarant.ShortName = "", ""
		return true
	},
}
