package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// pieces are the units that are counted, not measured: the piece and the pair.
var pieces = map[customs.UnitCode]bool{"796": true, "715": true}

var wholePieces = &validation.Rule{
	Code: "41-WHOLE", Consequence: customs.DemandChange, Law: validation.LawData, Since: code,
	Field:  declaration.FieldQuantity,
	Inputs: []declaration.Field{declaration.FieldQuantity, declaration.FieldUnit},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		quantity := item.Quantity.Quantity
		if pieces[item.Quantity.Unit] && quantity.Given && !quantity.Value.IsWhole() {
			j.Find(validation.Wrong{Found: quantity.Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if pieces[item.Quantity.Unit] && item.Quantity.Quantity.Given && !byMass(item) {
				half := money.MustDecimal("0.5")
				if counted(item) {
					line := firstLine(item)
					line.Quantity.Quantity = declaration.NumberOf(line.Quantity.Quantity.Value.Add(half))
				}
				item.Quantity.Quantity = declaration.NumberOf(item.Quantity.Quantity.Value.Add(half))
				return true
			}
		}
		return false
	},
}
