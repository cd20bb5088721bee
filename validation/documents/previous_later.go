package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// previousLater: what preceded the declaration was made before it. Decision 257, box 40.
var previousLater = &validation.Rule{
	Code: "40-LATER", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 37, 40", Since: code,
	Field:  declaration.FieldPreviousDocument,
	Inputs: []declaration.Field{declaration.FieldPreviousDocument},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for i, previous := range item.PreviousDocuments {
			if j.Day != 0 && previous.Date > j.Day {
				j.Find(validation.Wrong{Row: i + 1, Found: previous.Date.String(), Expected: j.Day.String()})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		return follow(d, func(previous *declaration.PreviousDocument) { previous.Date = 20991231 })
	},
}
