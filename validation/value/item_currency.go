package value

import (
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var itemCurrency = &validation.Rule{
	Code: "42-CURRENCY", Consequence: customs.DemandChange, Law: validation.LawValue, Since: code,
	Field:  declaration.FieldInvoiceCurrency,
	Inputs: []declaration.Field{declaration.FieldInvoiceCurrency},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		stated := item.InvoiceCurrency
		if stated != "" && j.Classifiers != nil &&
			!j.Classifiers.List(classifier.Currencies).Has(string(stated), j.Day) {
			j.Find(validation.Wrong{Found: string(stated)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Goods) == 0 {
			return false
		}
		d.Shipment.Goods[0].InvoiceCurrency = "QQQ"
		return true
	},
}
