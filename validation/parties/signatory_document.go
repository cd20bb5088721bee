package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// signatoryDocument: an identity document past its term proves nobody's identity; the office will ask for another.
// General knowledge, verify.
var signatoryDocument = &validation.Rule{
	Code: "54-IDENTITY", Consequence: customs.Advice,
	Law: "ТК ЕАЭС ст. 82, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 54", Since: code,
	Field:  declaration.FieldSignatory,
	Inputs: []declaration.Field{declaration.FieldSignatory},
	Whole: func(j *validation.Judgement) {
		identity := j.Declaration.Signatory.Identity
		if identity.ValidTo != 0 && identity.ValidTo < j.Day {
			j.Find(validation.Wrong{Found: identity.ValidTo.String(), Expected: j.Day.String()})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		d.Signatory.Identity.ValidTo = 20171231
		return true
	},
}
