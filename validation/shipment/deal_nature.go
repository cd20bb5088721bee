package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// dealNature asks for a code of the classifier of natures of the deal, as far as the reference data hold it: three
// digits. Decision 378; decision 257, box 24.
var dealNature = &validation.Rule{
	Code: "24-NATURE", Consequence: customs.DemandChange,
	Law: "Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 24", Since: code,
	Field:  declaration.FieldDealNature,
	Inputs: []declaration.Field{declaration.FieldDealNature},
	Whole: func(j *validation.Judgement) {
		nature := j.Declaration.Shipment.Contract.DealNature
		if nature != "" && !digits(nature, 3) {
			j.Find(validation.Wrong{Found: nature})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Shipment.Contract.DealNature == "" {
			return false
		}
		d.Shipment.Contract.DealNature = "0I0" // a letter for a digit
		return true
	},
}

func digits(text string, count int) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return len(text) == count
}
