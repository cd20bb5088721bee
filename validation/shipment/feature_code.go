package shipment

import (
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// featureCode only advises: the classifier of peculiarities is at hand in part. Decision 378; decision 257, box 7.
var featureCode = &validation.Rule{
	Code: "7-CODE", Consequence: customs.Advice,
	Law: "Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 7", Since: code,
	Field:  declaration.FieldFeature,
	Inputs: []declaration.Field{declaration.FieldFeature},
	Whole: func(j *validation.Judgement) {
		feature := j.Declaration.Feature
		if feature != "" && unknown(j, classifier.DeclaringFeatures, feature) {
			j.Find(validation.Wrong{Found: feature})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Feature != "" {
			return false
		}
		d.Feature = "ПTД" // the second letter is Latin
		return true
	},
}
