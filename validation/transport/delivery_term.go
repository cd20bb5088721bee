package transport

import (
	"slices"

	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// deliveryTerm asks for a term of Incoterms; terms of editions before 2010 are still agreed in contracts and XXX stands
// for others, so this is advice only. Decision 378; decision 257, box 20.
var deliveryTerm = &validation.Rule{
	Code: "20-TERM", Consequence: customs.Advice,
	Law: "Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 20", Since: code,
	Field:  declaration.FieldDelivery,
	Inputs: []declaration.Field{declaration.FieldDelivery},
	Whole: func(j *validation.Judgement) {
		term := j.Declaration.Shipment.Contract.Delivery.Code
		if term == "" || slices.Contains(older, term) || j.Classifiers == nil {
			return
		}
		list := j.Classifiers.List(classifier.DeliveryTerms)
		// A contract may be made on the terms of a later edition before the classifier takes them up.
		if len(list.Entries()) > 0 && !list.Has(term, 0) {
			j.Find(validation.Wrong{Found: term})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Shipment.Contract.Delivery.Code == "" {
			return false
		}
		d.Shipment.Contract.Delivery.Code = "CNF" // said in trade, in no edition
		return true
	},
}

// older are the terms of editions before 2010, and the code for terms of none.
var older = []string{"DAF", "DES", "DEQ", "DDU", "XXX"}
