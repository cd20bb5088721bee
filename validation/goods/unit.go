package goods

import (
	"tamga/declaration"
	"tamga/tariff"
	"tamga/validation"
)

// tariffUnit returns the supplementary unit of the item's commodity, false when the data do not hold the commodity.
func tariffUnit(j *validation.Judgement, item *declaration.GoodsItem) (commodity tariff.Commodity, known bool) {
	if j.Tariff == nil || j.State == "" {
		return commodity, false
	}
	return j.Tariff.Commodity(tariff.Key{State: j.State, Commodity: item.Commodity, Day: j.Day})
}

var unitInputs = []declaration.Field{
	declaration.FieldCommodity, declaration.FieldQuantity, declaration.FieldUnit,
}
