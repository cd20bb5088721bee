package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var unitMissing = &validation.Rule{
	Code: "41-MISSING", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldQuantity,
	Inputs: unitInputs,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		commodity, known := tariffUnit(j, item)
		if known && commodity.Unit != "" && !item.Quantity.Quantity.Given {
			j.Find(validation.Wrong{Expected: string(commodity.Unit)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if item.Quantity.Unit != "" && !byMass(item) {
				item.Quantity = declaration.Measure{}
				return true
			}
		}
		return false
	},
}
