package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// representativeRegistry: a contract with a customs representative makes one only of a person in the register.
// Customs Code of the Union art. 401, 111(5); decision 257, box 54.
var representativeRegistry = &validation.Rule{
	Code: "54-REGISTRY", Consequence: customs.RefuseRegistration, Ground: validation.GroundPerson,
	Law: "ТК ЕАЭС ст. 111 п. 5, ст. 401; Решение КТС от 20.05.2010 № 257, гр. 54", Since: code,
	Field:  declaration.FieldRepresentative,
	Inputs: []declaration.Field{declaration.FieldRepresentative},
	Whole: func(j *validation.Judgement) {
		representative := j.Declaration.Representative
		if representative.ContractNumber != "" && representative.RegistryNumber == "" {
			j.Find(validation.Wrong{Found: representative.ContractNumber})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		representative := &d.Representative
		if representative.ContractNumber == "" {
			representative.ContractNumber, representative.ContractDate = "1", 20180101
		}
		representative.RegistryNumber = ""
		return true
	},
}
