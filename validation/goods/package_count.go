package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// packageCount is silent where a package holds several items or the goods have none: the sum says nothing then.
var packageCount = &validation.Rule{
	Code: "6-SUM", Consequence: customs.DemandChange, Law: validation.LawData, Since: code,
	Field:  declaration.FieldPackageCount,
	Inputs: []declaration.Field{declaration.FieldPackageCount, declaration.FieldPackages, declaration.FieldPackageKind},
	Whole: func(j *validation.Judgement) {
		stated := j.Declaration.Shipment.PackageCount
		sum, whole := packages(j.Declaration)
		if whole && stated.Given && !stated.Value.Equal(sum) {
			j.Find(validation.Wrong{Found: stated.Text, Expected: sum.String()})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		sum, whole := packages(d)
		if !whole || !d.Shipment.PackageCount.Given {
			return false
		}
		d.Shipment.PackageCount = declaration.NumberOf(sum.Add(money.FromInt(1)))
		return true
	},
}

func packages(d *declaration.Declaration) (sum money.Decimal, whole bool) {
	for i := range d.Shipment.Goods {
		packaging := &d.Shipment.Goods[i].Packaging
		if packaging.Kind != "1" || !packaging.Quantity.Given || packaging.PartQuantity.Given {
			return sum, false
		}
		sum = sum.Add(packaging.Quantity.Value)
	}
	return sum, len(d.Shipment.Goods) > 0
}
