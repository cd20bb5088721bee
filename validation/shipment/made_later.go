package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// madeLater allows a day for the difference of zones between the maker and the office. General knowledge, verify.
var madeLater = &validation.Rule{
	Code: "A-CREATED", Consequence: customs.Advice,
	Law: "ТК ЕАЭС ст. 111", Since: code,
	Field:  declaration.FieldCreated,
	Inputs: []declaration.Field{declaration.FieldCreated},
	Whole: func(j *validation.Judgement) {
		made := j.Declaration.Document.Day()
		if j.Day != 0 && made > j.Day.AddDays(1) {
			j.Find(validation.Wrong{Found: made.String(), Expected: j.Day.String()})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		d.Document.Created = "2099-12-31T00:00:00+03:00"
		return true
	},
}
