package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// consigneeSame: a party said to be the declarant («СМ. ГРАФУ 14 ДТ») may not be another person. Decision 257, box 8.
var consigneeSame = &validation.Rule{
	Code: "8-SAME", Consequence: customs.DemandChange,
	Law: "Решение КТС от 20.05.2010 № 257, гр. 8, 14", Since: code,
	Field:  declaration.FieldConsignee,
	Inputs: []declaration.Field{declaration.FieldDeclarantTaxID, declaration.FieldConsignee},
	Whole: func(j *validation.Judgement) {
		party, declarant := j.Declaration.Shipment.Consignee, j.Declaration.Declarant.TaxIDs.PartyID()
		own := party.TaxIDs.PartyID()
		if party.SameAsDeclarant == declaration.Yes && own != "" && declarant != "" && own != declarant {
			j.Find(validation.Wrong{Found: string(own), Expected: string(declarant)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		party := &d.Shipment.Consignee
		if party.SameAsDeclarant != declaration.Yes || d.Declarant.TaxIDs.PartyID() == "" {
			return false
		}
		party.TaxIDs = declaration.TaxIDs{UNP: "000000000"}
		return true
	},
}
