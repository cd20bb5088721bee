package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// russianOGRN computes the check digit of the register number: thirteen digits of an organisation, fifteen of an
// entrepreneur. The sums are general knowledge, verify.
var russianOGRN = &validation.Rule{
	Code: "14-OGRN", Consequence: customs.Advice,
	Law: "ТК ЕАЭС ст. 83, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 14", Since: code,
	Field:  declaration.FieldDeclarantTaxID,
	Inputs: []declaration.Field{declaration.FieldDeclarantTaxID},
	Whole: func(j *validation.Judgement) {
		if ogrn := j.Declaration.Declarant.TaxIDs.OGRN; ogrn != "" && !ogrnHolds(ogrn) {
			j.Find(validation.Wrong{Found: ogrn})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if !ogrnHolds(d.Declarant.TaxIDs.OGRN) {
			return false
		}
		d.Declarant.TaxIDs.OGRN = nextDigit(d.Declarant.TaxIDs.OGRN)
		return true
	},
}

func ogrnHolds(ogrn string) bool {
	switch {
	case digits(ogrn, 13):
		return remainder(ogrn[:12], 11)%10 == digit(ogrn, 12)
	case digits(ogrn, 15):
		return remainder(ogrn[:14], 13)%10 == digit(ogrn, 14)
	}
	return false
}

func remainder(number string, divisor int) int {
	rest := 0
	for i := range len(number) {
		rest = (rest*10 + digit(number, i)) % divisor
	}
	return rest
}
