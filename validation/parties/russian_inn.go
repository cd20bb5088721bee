package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// russianINN computes the check digits of the taxpayer's number: ten digits of an organisation, twelve of a person.
// Decision 257, box 14; the sums are those of the tax service (general knowledge, verify).
var russianINN = &validation.Rule{
	Code: "14-INN", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: "ТК ЕАЭС ст. 83, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 14", Since: code,
	Field:  declaration.FieldDeclarantTaxID,
	Inputs: []declaration.Field{declaration.FieldDeclarantTaxID},
	Whole: func(j *validation.Judgement) {
		if inn := j.Declaration.Declarant.TaxIDs.INN; inn != "" && !innHolds(inn) {
			j.Find(validation.Wrong{Found: inn})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		inn := &d.Declarant.TaxIDs.INN
		if !innHolds(*inn) {
			return false
		}
		*inn = nextDigit(*inn)
		return true
	},
}

var (
	weightsOrganisation = []int{2, 4, 10, 3, 5, 9, 4, 6, 8}
	weightsPerson       = []int{7, 2, 4, 10, 3, 5, 9, 4, 6, 8}
	weightsPersonLast   = []int{3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8}
)

func innHolds(inn string) bool {
	switch {
	case digits(inn, 10):
		return weigh(inn, weightsOrganisation)%11%10 == digit(inn, 9)
	case digits(inn, 12):
		return weigh(inn, weightsPerson)%11%10 == digit(inn, 10) && weigh(inn, weightsPersonLast)%11%10 == digit(inn, 11)
	}
	return false
}
