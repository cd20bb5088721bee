package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// responsibleSame: a party said to be the declarant («СМ. ГРАФУ 14 ДТ») may not be another person. Decision 257, box 9.
var responsibleSame = &validation.Rule{
	Code: "9-SAME", Consequence: customs.DemandChange,
	Law: "Решение КТС от 20.05.2010 № 257, гр. 9, 14", Since: code,
	Field:  declaration.FieldFinanciallyResponsible,
	Inputs: []declaration.Field{declaration.FieldDeclarantTaxID, declaration.FieldFinanciallyResponsible},
	Whole: func(j *validation.Judgement) {
		party, declarant := j.Declaration.Shipment.FinanciallyResponsible, j.Declaration.Declarant.TaxIDs.PartyID()
		own := party.TaxIDs.PartyID()
		if party.SameAsDeclarant == declaration.Yes && own != "" && declarant != "" && own != declarant {
			j.Find(validation.Wrong{Found: string(own), Expected: string(declarant)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		party := &d.Shipment.FinanciallyResponsible
		if party.SameAsDeclarant != declaration.Yes || d.Declarant.TaxIDs.PartyID() == "" {
			return false
		}
		party.TaxIDs = declaration.TaxIDs{UNP: "000000000"}
		return true
	},
}
