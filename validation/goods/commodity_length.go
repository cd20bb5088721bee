package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// commodityLength leaves codes of four, six and eight digits to peculiar ways of declaring (box 7), which may use them.
var commodityLength = &validation.Rule{
	Code: "33-DIGITS", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldCommodity,
	Inputs: []declaration.Field{declaration.FieldCommodity},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		if item.Commodity == "" || tenDigits(item.Commodity) {
			return
		}
		if j.Declaration.Feature != "" && len(item.Commodity) < 10 {
			return
		}
		j.Find(validation.Wrong{Found: string(item.Commodity)})
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Goods) == 0 || d.Feature != "" || !tenDigits(d.Shipment.Goods[0].Commodity) {
			return false
		}
		d.Shipment.Goods[0].Commodity = d.Shipment.Goods[0].Commodity[:6]
		return true
	},
}

func tenDigits(commodity customs.CommodityCode) bool {
	for i := range len(commodity) {
		if commodity[i] < '0' || commodity[i] > '9' {
			return false
		}
	}
	return len(commodity) == 10
}
