package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// declarantMember only advises: art. 83 lets a foreign person declare in the cases it lists, which the document alone
// does not tell.
var declarantMember = &validation.Rule{
	Code: "14-MEMBER", Consequence: customs.Advice,
	Law: "ТК ЕАЭС ст. 83", Since: code,
	Field:  declaration.FieldDeclarant,
	Inputs: []declaration.Field{declaration.FieldDeclarant},
	Whole: func(j *validation.Judgement) {
		if country := countryOf(j.Declaration.Declarant); country != "" && !customs.State(country).Member() {
			j.Find(validation.Wrong{Found: string(country)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		country := countryOf(d.Declarant)
		if country == "" || !customs.State(country).Member() {
			return false
		}
		d.Declarant.Country = "CN"
		return true
	},
}
