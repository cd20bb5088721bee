package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// kazakhBIN computes the check digit of the twelve digits of a business (BIN) or person (IIN) in Kazakhstan: a second
// row of weights serves where the first gives ten. Decision 257, box 14; the sums are general knowledge, verify.
var kazakhBIN = &validation.Rule{
	Code: "14-BIN", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: "ТК ЕАЭС ст. 83, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 14", Since: code,
	Field:  declaration.FieldDeclarantTaxID,
	Inputs: []declaration.Field{declaration.FieldDeclarantTaxID},
	Whole: func(j *validation.Judgement) {
		ids := j.Declaration.Declarant.TaxIDs
		for _, number := range []string{ids.BIN, ids.IIN} {
			if number != "" && !binHolds(number) {
				j.Find(validation.Wrong{Found: number})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		ids := &d.Declarant.TaxIDs
		switch {
		case binHolds(ids.BIN):
			ids.BIN = nextDigit(ids.BIN)
		case binHolds(ids.IIN):
			ids.IIN = nextDigit(ids.IIN)
		default:
			return false
		}
		return true
	},
}

var (
	weightsFirst  = []int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}
	weightsSecond = []int{3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2}
)

func binHolds(number string) bool {
	if !digits(number, 12) {
		return false
	}
	sum := weigh(number, weightsFirst) % 11
	if sum == 10 {
		sum = weigh(number, weightsSecond) % 11
	}
	return sum == digit(number, 11)
}
