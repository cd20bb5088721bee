package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

var netMass = &validation.Rule{
	Code: "38-POSITIVE", Consequence: customs.DemandChange, Law: validation.LawData, Since: code,
	Field:  declaration.FieldNetMass,
	Inputs: []declaration.Field{declaration.FieldNetMass, declaration.FieldCommodity},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		if item.NetMassKG.Given && item.NetMassKG.Value.Sign() <= 0 && item.Commodity.Heading() != electricity {
			j.Find(validation.Wrong{Found: item.NetMassKG.Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if item.NetMassKG.Value.Sign() > 0 && item.Packaging.Kind != bulk && !item.CleanNetMassKG.Given &&
				!byMass(item) {
				item.NetMassKG = declaration.NumberOf(money.Zero)
				return true
			}
		}
		return false
	},
}

// electricity has no mass.
const electricity = "2716"

// byMass reports whether another box depends on the net mass.
func byMass(item *declaration.GoodsItem) bool {
	for _, row := range item.Calculations {
		for _, term := range row.Rates {
			if term.Type == "*" && term.Unit != "" {
				return true
			}
		}
	}
	return item.Quantity.Unit == kilogram || item.Commodity.Heading() == electricity
}
