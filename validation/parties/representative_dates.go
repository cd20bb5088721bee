package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// representativeDates: a contract or an entry in the register made after the day of registration gave no right on that
// day. Customs Code of the Union art. 401, 111(5).
var representativeDates = &validation.Rule{
	Code: "54-DATES", Consequence: customs.RefuseRegistration, Ground: validation.GroundPerson,
	Law: "ТК ЕАЭС ст. 111 п. 5, ст. 401; Решение КТС от 20.05.2010 № 257, гр. 54", Since: code,
	Field:  declaration.FieldRepresentative,
	Inputs: []declaration.Field{declaration.FieldRepresentative},
	Whole: func(j *validation.Judgement) {
		representative := j.Declaration.Representative
		if latest := max(representative.ContractDate, representative.RegistryDate); j.Day != 0 && latest > j.Day {
			j.Find(validation.Wrong{Found: latest.String(), Expected: j.Day.String()})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		representative := &d.Representative
		if representative.RegistryNumber == "" {
			representative.RegistryNumber, representative.ContractNumber = "0001/00", "1"
		}
		representative.ContractDate = 20991231
		return true
	},
}
