package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// belarusianUNP computes the check digit of the payer's number in Belarus when it is all digits; a person's number with
// letters is taken as it stands. Decision 257, box 14; the sum is general knowledge, verify.
var belarusianUNP = &validation.Rule{
	Code: "14-UNP", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: "ТК ЕАЭС ст. 83, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 14", Since: code,
	Field:  declaration.FieldDeclarantTaxID,
	Inputs: []declaration.Field{declaration.FieldDeclarantTaxID},
	Whole: func(j *validation.Judgement) {
		unp := j.Declaration.Declarant.TaxIDs.UNP
		if unp != "" && !unpHolds(unp) {
			j.Find(validation.Wrong{Found: unp})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		unp := &d.Declarant.TaxIDs.UNP
		if !digits(*unp, 9) || !unpHolds(*unp) {
			return false
		}
		*unp = nextDigit(*unp)
		return true
	},
}

var weightsUNP = []int{29, 23, 19, 17, 13, 7, 5, 3}

func unpHolds(unp string) bool {
	if len(unp) == 9 && !digits(unp, 9) {
		return digits(unp[2:], 7)
	}
	return digits(unp, 9) && weigh(unp, weightsUNP)%11 == digit(unp, 8)
}
