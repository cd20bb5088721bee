package payments

import (
	"strings"

	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/validation"
)

// kind lets the series of export duties and excises pass: the reference data do not list each of their kinds.
var kind = &validation.Rule{
	Code: "47-KIND", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculationPayment,
	Inputs: []declaration.Field{declaration.FieldCalculationPayment},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		if j.Classifiers == nil {
			return
		}
		kinds := j.Classifiers.List(classifier.Payments)
		for k, row := range item.Calculations {
			if row.Payment != "" && !series(row.Payment) && !kinds.Has(string(row.Payment), j.Day) {
				j.Find(validation.Wrong{Row: k + 1, Found: string(row.Payment)})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Goods) == 0 {
			return false
		}
		item := &d.Shipment.Goods[0]
		item.Calculations = append(item.Calculations, declaration.Calculation{Payment: "0010", Feature: duty.Conditional})
		return true
	},
}

func series(payment customs.PaymentCode) bool {
	return strings.HasPrefix(string(payment), "30") || strings.HasPrefix(string(payment), "40")
}
