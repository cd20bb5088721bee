package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

var unitSurplus = &validation.Rule{
	Code: "41-SURPLUS", Consequence: customs.DemandChange, Law: validation.LawData, Since: code,
	Field:  declaration.FieldUnit,
	Inputs: unitInputs,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		commodity, known := tariffUnit(j, item)
		if known && commodity.Unit == "" && item.Quantity.Unit != "" && item.Quantity.Quantity.Given {
			j.Find(validation.Wrong{Found: string(item.Quantity.Unit)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if item.Quantity == (declaration.Measure{}) && !counted(item) {
				item.Quantity = declaration.Measure{
					Quantity: declaration.NumberOf(money.FromInt(1)), UnitName: "ШТ", Unit: "796",
				}
				return true
			}
		}
		return false
	},
}
