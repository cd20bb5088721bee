package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// kilogram is the unit that makes box 41 repeat the mass.
const kilogram customs.UnitCode = "166"

// kilograms takes either mass of box 38: with primary packing or without any.
var kilograms = &validation.Rule{
	Code: "41-KG", Consequence: customs.DemandChange, Law: validation.LawData, Since: code,
	Field: declaration.FieldQuantity,
	Inputs: []declaration.Field{
		declaration.FieldQuantity, declaration.FieldUnit, declaration.FieldNetMass, declaration.FieldCleanNetMass,
	},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		quantity := item.Quantity.Quantity
		if item.Quantity.Unit != kilogram || !quantity.Given || item.NetMassKG.Value.Sign() <= 0 {
			return
		}
		if !quantity.Value.Equal(item.NetMassKG.Value) && !quantity.Equal(item.CleanNetMassKG) {
			j.Find(validation.Wrong{Found: quantity.Text, Expected: item.NetMassKG.Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			quantity := &d.Shipment.Goods[i].Quantity
			if quantity.Unit == kilogram && quantity.Quantity.Given && !counted(&d.Shipment.Goods[i]) {
				quantity.Quantity = declaration.NumberOf(quantity.Quantity.Value.Add(money.FromInt(1)))
				return true
			}
		}
		return false
	},
}
