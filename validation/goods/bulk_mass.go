package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// bulk is the form's number for goods without packing, in bulk.
const bulk = "2"

// bulkMass leaves a gross mass below the net one to 35-NET.
var bulkMass = &validation.Rule{
	Code: "35-BULK", Consequence: customs.DemandChange, Law: validation.LawData, Since: code,
	Field:  declaration.FieldGrossMass,
	Inputs: []declaration.Field{declaration.FieldGrossMass, declaration.FieldNetMass, declaration.FieldPackageKind},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		gross, net := item.GrossMassKG, item.NetMassKG
		if item.Packaging.Kind == bulk && gross.Given && net.Given && net.Value.Less(gross.Value) {
			j.Find(validation.Wrong{Found: gross.Text, Expected: net.Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if item.Packaging.Kind == bulk && item.GrossMassKG.Given && item.NetMassKG.Given {
				item.GrossMassKG = declaration.NumberOf(item.NetMassKG.Value.Add(money.FromInt(1)))
				return true
			}
		}
		return false
	},
}
