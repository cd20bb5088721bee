package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

var grossMass = &validation.Rule{
	Code: "35-NET", Consequence: customs.DemandChange, Law: validation.LawData, Since: code,
	Field:  declaration.FieldGrossMass,
	Inputs: []declaration.Field{declaration.FieldGrossMass, declaration.FieldNetMass},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		gross, net := item.GrossMassKG, item.NetMassKG
		if gross.Given && net.Given && gross.Value.Less(net.Value) {
			j.Find(validation.Wrong{Found: gross.Text, Expected: net.Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if item.GrossMassKG.Given && item.NetMassKG.Value.Sign() > 0 && item.Packaging.Kind != bulk {
				item.GrossMassKG = declaration.NumberOf(item.NetMassKG.Value.Mul(money.MustDecimal("0.5")))
				return true
			}
		}
		return false
	},
}
