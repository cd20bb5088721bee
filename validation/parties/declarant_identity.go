package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// declarantIdentity asks a person of a member state for an identifier; foreign persons may have none. Customs Code of the
// Union art. 83, 106(1); decision 257, box 14.
var declarantIdentity = &validation.Rule{
	Code: "14-IDENTITY", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: "ТК ЕАЭС ст. 83, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 14", Since: code,
	Field:  declaration.FieldDeclarantTaxID,
	Inputs: []declaration.Field{declaration.FieldDeclarant, declaration.FieldDeclarantTaxID},
	Whole: func(j *validation.Judgement) {
		declarant := j.Declaration.Declarant
		country := countryOf(declarant)
		if country != "" && !customs.State(country).Member() {
			return
		}
		untaxed := declarant.TaxIDs == (declaration.TaxIDs{}) && declarant.UITN == ""
		if untaxed && declarant.PersonID == "" && declarant.Identity.Number == "" {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if country := countryOf(d.Declarant); country != "" && !customs.State(country).Member() {
			return false
		}
		d.Declarant.TaxIDs, d.Declarant.Identity = declaration.TaxIDs{}, declaration.IdentityDocument{}
		d.Declarant.UITN, d.Declarant.PersonID = "", ""
		return true
	},
}
