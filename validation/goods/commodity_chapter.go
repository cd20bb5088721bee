package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// commodityChapter knows the chapters that the nomenclature leaves empty; whether a single code is in force is known
// only where the reference data hold the tariff.
var commodityChapter = &validation.Rule{
	Code: "33-CHAPTER", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldCommodity,
	Inputs: []declaration.Field{declaration.FieldCommodity},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		switch item.Commodity.Chapter() {
		case "00", "77", "98", "99":
			j.Find(validation.Wrong{Found: string(item.Commodity)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Goods) == 0 || !tenDigits(d.Shipment.Goods[0].Commodity) {
			return false
		}
		d.Shipment.Goods[0].Commodity = "7700000000"
		return true
	},
}
