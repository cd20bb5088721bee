package value

import (
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var method = &validation.Rule{
	Code: "43-METHOD", Consequence: customs.DemandChange, Law: validation.LawValue, Since: code,
	Field:  declaration.FieldValuationMethod,
	Inputs: []declaration.Field{declaration.FieldValuationMethod},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		if item.ValuationMethod != "" && j.Classifiers != nil &&
			!j.Classifiers.List(classifier.ValuationMethods).Has(item.ValuationMethod, j.Day) {
			j.Find(validation.Wrong{Found: item.ValuationMethod})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Goods) == 0 || d.Shipment.Goods[0].ValuationMethod == "" {
			return false
		}
		d.Shipment.Goods[0].ValuationMethod = "7"
		return true
	},
}
