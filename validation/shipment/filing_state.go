package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// filingState asks that the declaration be addressed to the state whose office it reached: another state's office may
// not register it. Customs Code of the Union art. 111(5).
var filingState = &validation.Rule{
	Code: "A-STATE", Consequence: customs.RefuseRegistration, Ground: validation.GroundOffice,
	Law: "ТК ЕАЭС ст. 109, 111 п. 5", Since: code,
	Field:  declaration.FieldRecipientCountry,
	Inputs: []declaration.Field{declaration.FieldRecipientCountry},
	Whole: func(j *validation.Judgement) {
		addressed := j.Declaration.RecipientCountry
		if addressed != "" && j.State != "" && string(addressed) != string(j.State) {
			j.Find(validation.Wrong{Found: string(addressed), Expected: string(j.State)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.RecipientCountry == "" {
			return false
		}
		for _, state := range customs.States {
			if string(state) != string(d.RecipientCountry) {
				d.RecipientCountry = customs.Country(state)
				return true
			}
		}
		return false
	},
}
