package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var unitOther = &validation.Rule{
	Code: "41-UNIT", Consequence: customs.DemandChange, Law: validation.LawData, Since: code,
	Field:  declaration.FieldUnit,
	Inputs: unitInputs,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		commodity, known := tariffUnit(j, item)
		if !known || commodity.Unit == "" || !item.Quantity.Quantity.Given || item.Quantity.Unit == "" {
			return
		}
		if item.Quantity.Unit != commodity.Unit {
			j.Find(validation.Wrong{Found: string(item.Quantity.Unit), Expected: string(commodity.Unit)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if item.Quantity.Unit != "" && item.Quantity.Unit != cubicMetre && !byMass(item) {
				item.Quantity.Unit = cubicMetre
				return true
			}
		}
		return false
	},
}

const cubicMetre customs.UnitCode = "113"
