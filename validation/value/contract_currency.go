package value

import (
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var contractCurrency = &validation.Rule{
	Code: "22-CURRENCY", Consequence: customs.DemandChange, Law: validation.LawValue, Since: code,
	Field:  declaration.FieldContractCurrency,
	Inputs: []declaration.Field{declaration.FieldContractCurrency},
	Whole: func(j *validation.Judgement) {
		stated := j.Declaration.Shipment.Contract.Currency
		if stated != "" && j.Classifiers != nil &&
			!j.Classifiers.List(classifier.Currencies).Has(string(stated), j.Day) {
			j.Find(validation.Wrong{Found: string(stated)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Shipment.Contract.Currency == "" {
			return false
		}
		d.Shipment.Contract.Currency = "QQQ"
		return true
	},
}
