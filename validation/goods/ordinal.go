package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var ordinal = &validation.Rule{
	Code: "32-ORDER", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldOrdinal,
	Inputs: []declaration.Field{declaration.FieldOrdinal},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, number int) {
		if item.Ordinal.Given && !item.Ordinal.Is(number) {
			j.Find(validation.Wrong{Found: item.Ordinal.Text, Expected: declaration.Count(number).Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		last := len(d.Shipment.Goods) - 1
		if last < 0 {
			return false
		}
		d.Shipment.Goods[last].Ordinal = declaration.Count(last + 2)
		return true
	},
}
