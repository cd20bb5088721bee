package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

var cleanMass = &validation.Rule{
	Code: "38-CLEAN", Consequence: customs.DemandChange, Law: validation.LawData, Since: code,
	Field:  declaration.FieldCleanNetMass,
	Inputs: []declaration.Field{declaration.FieldNetMass, declaration.FieldCleanNetMass},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		net, clean := item.NetMassKG, item.CleanNetMassKG
		if net.Given && clean.Given && net.Value.Sign() > 0 && net.Value.Less(clean.Value) {
			j.Find(validation.Wrong{Found: clean.Text, Expected: net.Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if item.NetMassKG.Value.Sign() > 0 && item.Quantity.Unit != kilogram {
				item.CleanNetMassKG = declaration.NumberOf(item.NetMassKG.Value.Add(money.FromInt(1)))
				return true
			}
		}
		return false
	},
}
