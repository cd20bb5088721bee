package parties

import (
	"strings"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// declarantState only advises: whether a person of another member state may declare here is national law.
var declarantState = &validation.Rule{
	Code: "14-STATE", Consequence: customs.Advice,
	Law: "ТК ЕАЭС ст. 83, 109", Since: code,
	Field:  declaration.FieldDeclarantTaxID,
	Inputs: []declaration.Field{declaration.FieldDeclarantTaxID},
	Whole: func(j *validation.Judgement) {
		state, _, known := strings.Cut(string(j.Declaration.Declarant.TaxIDs.PartyID()), ":")
		if known && j.State != "" && state != string(j.State) {
			j.Find(validation.Wrong{Found: state, Expected: string(j.State)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		state, _, known := strings.Cut(string(d.Declarant.TaxIDs.PartyID()), ":")
		if !known {
			return false
		}
		d.Declarant.TaxIDs = declaration.TaxIDs{UNN: "00000000"}
		if state == string(customs.Armenia) {
			d.Declarant.TaxIDs = declaration.TaxIDs{KGINN: "00000000000000"}
		}
		return true
	},
}
