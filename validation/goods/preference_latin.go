package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var preferenceLatin = &validation.Rule{
	Code: "36-LATIN", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldPreference,
	Inputs: []declaration.Field{declaration.FieldPreference},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		p := item.Preference
		for _, element := range []string{p.Fee, p.Duty, p.Excise, p.VAT} {
			if latin(element) {
				j.Find(validation.Wrong{Found: element})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			if d.Shipment.Goods[i].Preference.Fee == "ОО" {
				d.Shipment.Goods[i].Preference.Fee = "OO"
				return true
			}
		}
		return false
	},
}
