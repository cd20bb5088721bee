package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var itemCount = &validation.Rule{
	Code: "5-COUNT", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldItemCount,
	Inputs: []declaration.Field{declaration.FieldItemCount},
	Whole: func(j *validation.Judgement) {
		stated, count := j.Declaration.Shipment.ItemCount, len(j.Declaration.Shipment.Goods)
		if stated.Given && !stated.Is(count) {
			j.Find(validation.Wrong{Found: stated.Text, Expected: declaration.Count(count).Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		d.Shipment.ItemCount = declaration.Count(len(d.Shipment.Goods) + 1)
		return true
	},
}
