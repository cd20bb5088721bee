package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// packageKinds only advises: packages of one kind may stand inside those of another.
var packageKinds = &validation.Rule{
	Code: "31-PACKAGES", Consequence: customs.Advice, Law: validation.LawData, Since: code,
	Field:  declaration.FieldPackages,
	Inputs: []declaration.Field{declaration.FieldPackages, declaration.FieldPackageKind},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		sum, known := packed(item)
		if known && !sum.Equal(item.Packaging.Quantity.Value) {
			j.Find(validation.Wrong{Found: sum.String(), Expected: item.Packaging.Quantity.Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if sum, known := packed(item); known && sum.Equal(item.Packaging.Quantity.Value) {
				first := &item.Packaging.Packages[0]
				first.Quantity = declaration.NumberOf(first.Quantity.Value.Add(money.FromInt(1)))
				return true
			}
		}
		return false
	},
}

func packed(item *declaration.GoodsItem) (sum money.Decimal, known bool) {
	if item.Packaging.Kind != "1" || !item.Packaging.Quantity.Given || item.Packaging.PartQuantity.Given {
		return sum, false
	}
	for _, entry := range item.Packaging.Packages {
		if entry.Info != "0" || !entry.Quantity.Given {
			return sum, false
		}
		sum = sum.Add(entry.Quantity.Value)
	}
	return sum, len(item.Packaging.Packages) > 0
}
