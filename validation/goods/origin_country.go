package goods

import (
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// originCountry lets the codes of unknown origin and of the European Union pass: they are no countries, but the form
// has them.
var originCountry = &validation.Rule{
	Code: "34-COUNTRY", Consequence: customs.DemandChange, Law: validation.LawOrigin, Since: code,
	Field:  declaration.FieldOrigin,
	Inputs: []declaration.Field{declaration.FieldOrigin},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		switch item.Origin.Code {
		case "", "00", "99", "EU":
			return
		}
		if j.Classifiers != nil && !j.Classifiers.List(classifier.Countries).Has(string(item.Origin.Code), j.Day) {
			j.Find(validation.Wrong{Found: string(item.Origin.Code)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Goods) != 1 || d.Shipment.Goods[0].Preference.Duty != "ОО" || !single(d.Shipment.Origin) {
			return false
		}
		d.Shipment.Goods[0].Origin.Code = "QQ"
		d.Shipment.Origin.Code = "QQ"
		return true
	},
}
