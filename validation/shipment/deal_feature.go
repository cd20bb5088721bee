package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// dealFeature asks for two digits, the form of the classifier of features of the deal. Decision 378; decision 257, box
// 24.
var dealFeature = &validation.Rule{
	Code: "24-FEATURE", Consequence: customs.DemandChange,
	Law: "Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 24", Since: code,
	Field:  declaration.FieldDealFeature,
	Inputs: []declaration.Field{declaration.FieldDealFeature},
	Whole: func(j *validation.Judgement) {
		feature := j.Declaration.Shipment.Contract.DealFeature
		if feature != "" && !digits(feature, 2) {
			j.Find(validation.Wrong{Found: feature})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Shipment.Contract.DealFeature == "" {
			return false
		}
		d.Shipment.Contract.DealFeature = "O0" // a letter for a digit
		return true
	},
}
