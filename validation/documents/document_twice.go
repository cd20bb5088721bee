package documents

import (
	"strings"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// documentTwice: one document confirms once; only those with a number of their own can be told apart. Decision 257, box
// 44.
var documentTwice = &validation.Rule{
	Code: "44-TWICE", Consequence: customs.Advice,
	Law: "Решение КТС от 20.05.2010 № 257, гр. 44", Since: code,
	Field:  declaration.FieldPresentedDocument,
	Inputs: []declaration.Field{declaration.FieldPresentedDocument},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		seen := map[confirmation]bool{}
		for i := range item.Documents {
			document := &item.Documents[i]
			key := confirmation{document.Kind, document.Number, document.Date, document.Country, document.Payment}
			if seen[key] && !unnumbered(document.Number) {
				j.Find(validation.Wrong{
					Row: i + 1, Found: document.Number,
					Args: []customs.Arg{{Name: "kind", Value: string(document.Kind)}},
				})
			}
			seen[key] = true
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		document := plain(d)
		if document == nil {
			return false
		}
		item := &d.Shipment.Goods[0]
		item.Documents = append(item.Documents, *document)
		return true
	},
}

// confirmation is by what one document is told from another.
type confirmation struct {
	kind    customs.DocumentKind
	number  string
	date    calendar.Date
	country customs.Country
	payment customs.PaymentCode
}

// unnumbered reports a number that says there is none: «Б/Н», however spaced.
func unnumbered(number string) bool {
	letters := [...]string{"Бб", "Нн"}
	seen := 0
	for _, letter := range number {
		switch {
		case strings.ContainsRune(` /.\`, letter):
		case seen == len(letters) || !strings.ContainsRune(letters[seen], letter):
			return false
		default:
			seen++
		}
	}
	return seen == 0 || seen == len(letters)
}
