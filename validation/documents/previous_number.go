package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// previousNumber: a declaration is named by office, date and serial of at most seven digits, all three. Decision 257, box
// 40.
var previousNumber = &validation.Rule{
	Code: "40-NUMBER", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 37, 40", Since: code,
	Field:  declaration.FieldPreviousDocument,
	Inputs: []declaration.Field{declaration.FieldPreviousDocument},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for i, previous := range item.PreviousDocuments {
			if previous.Office != "" && previous.Number != "" && previous.Date == 0 {
				j.Find(validation.Wrong{Row: i + 1, Found: string(previous.Office) + "/" + previous.Number})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		return follow(d, func(previous *declaration.PreviousDocument) { previous.Date = 0 })
	},
}
