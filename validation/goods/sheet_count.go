package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// sheetCount only looks for too few sheets: supplements and long descriptions may take more.
var sheetCount = &validation.Rule{
	Code: "3-SHEETS", Consequence: customs.Advice, Law: validation.LawData, Since: code,
	Field:  declaration.FieldSheetCount,
	Inputs: []declaration.Field{declaration.FieldSheetCount},
	Whole: func(j *validation.Judgement) {
		shipment := &j.Declaration.Shipment
		least := declaration.Count(1 + (len(shipment.Goods)+1)/3)
		if len(shipment.Goods) > 0 && shipment.SheetCount.Given && shipment.SheetCount.Value.Less(least.Value) {
			j.Find(validation.Wrong{Found: shipment.SheetCount.Text, Expected: least.Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Goods) == 0 || !d.Shipment.SheetCount.Given {
			return false
		}
		d.Shipment.SheetCount = declaration.Count(0)
		return true
	},
}
