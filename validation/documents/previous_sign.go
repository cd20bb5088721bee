package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// previousSign: what is written off a preceding declaration cannot be less than nothing. Decision 257, box 40.
var previousSign = &validation.Rule{
	Code: "40-SIGN", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 37, 40", Since: code,
	Field:  declaration.FieldPreviousDocument,
	Inputs: []declaration.Field{declaration.FieldPreviousDocument},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for i, previous := range item.PreviousDocuments {
			for _, amount := range []declaration.Number{previous.NetMassKG, previous.Quantity.Quantity, previous.Packages} {
				if amount.Given && amount.Value.Sign() < 0 {
					j.Find(validation.Wrong{Row: i + 1, Found: amount.Text})
				}
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		return follow(d, func(previous *declaration.PreviousDocument) { previous.NetMassKG = declaration.Count(-1) })
	},
}
