package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var markLatin = &validation.Rule{
	Code: "33-LATIN", Consequence: customs.Advice, Law: validation.LawData, Since: code,
	Field:  declaration.FieldProhibitionMark,
	Inputs: []declaration.Field{declaration.FieldProhibitionMark, declaration.FieldIPMark},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for _, mark := range []string{
			item.ProhibitionMark, item.IPMark, item.TraceabilityMark, item.IdentificationMark,
		} {
			if latin(mark) {
				j.Find(validation.Wrong{Found: mark})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			if d.Shipment.Goods[i].ProhibitionMark == "С" {
				d.Shipment.Goods[i].ProhibitionMark = "C"
				return true
			}
		}
		if len(d.Shipment.Goods) == 0 || d.Shipment.Goods[0].IdentificationMark != "" {
			return false
		}
		d.Shipment.Goods[0].IdentificationMark = "M"
		return true
	},
}

// latin reports whether the text has a Latin letter: those that look Cyrillic are the usual slip.
func latin(text string) bool {
	for _, letter := range text {
		if letter >= 'A' && letter <= 'Z' || letter >= 'a' && letter <= 'z' {
			return true
		}
	}
	return false
}
