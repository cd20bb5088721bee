package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// unitMissing leaves peculiar ways of declaring alone: an incomplete or preliminary declaration may lack the quantity.
var unitMissing = &validation.Rule{
	Code: "41-MISSING", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldQuantity,
	Inputs: unitInputs,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		commodity, known := tariffUnit(j, item)
		if known && j.Ordinary() && commodity.Unit != "" && !item.Quantity.Quantity.Given {
			j.Find(validation.Wrong{Expected: string(commodity.Unit)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Feature != "" {
			return false
		}
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
