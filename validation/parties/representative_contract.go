package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// representativeContract: a customs representative acts for the declarant on a contract. Customs Code of the Union art.
// 401(4), 111(5); decision 257, box 54.
var representativeContract = &validation.Rule{
	Code: "54-CONTRACT", Consequence: customs.RefuseRegistration, Ground: validation.GroundPerson,
	Law: "ТК ЕАЭС ст. 111 п. 5, ст. 401; Решение КТС от 20.05.2010 № 257, гр. 54", Since: code,
	Field:  declaration.FieldRepresentative,
	Inputs: []declaration.Field{declaration.FieldRepresentative},
	Whole: func(j *validation.Judgement) {
		representative := j.Declaration.Representative
		if representative.RegistryNumber != "" && representative.ContractNumber == "" {
			j.Find(validation.Wrong{Found: representative.RegistryNumber})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		representative := &d.Representative
		if representative.RegistryNumber == "" {
			representative.RegistryNumber = "0001/00"
		}
		representative.ContractNumber, representative.ContractDate = "", 0
		return true
	},
}
