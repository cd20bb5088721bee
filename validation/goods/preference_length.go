package goods

import (
	"unicode/utf8"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// preferenceLength: fee, duty and VAT take two signs, excise one; a dash says "not applicable" in any of them.
var preferenceLength = &validation.Rule{
	Code: "36-LENGTH", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldPreference,
	Inputs: []declaration.Field{declaration.FieldPreference},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		p := item.Preference
		for _, element := range []struct {
			found  string
			length int
		}{{p.Fee, 2}, {p.Duty, 2}, {p.Excise, 1}, {p.VAT, 2}} {
			count := utf8.RuneCountInString(element.found)
			if element.found == "" || element.found == "-" || element.found == "--" || count == element.length {
				continue
			}
			j.Find(validation.Wrong{Found: element.found, Expected: declaration.Count(element.length).Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			if d.Shipment.Goods[i].Preference.Fee == "ОО" {
				d.Shipment.Goods[i].Preference.Fee = "О"
				return true
			}
		}
		return false
	},
}
