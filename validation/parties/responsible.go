package parties

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// responsible asks who answers for the payment of goods that were sold. Decision 257, box 9.
var responsible = &validation.Rule{
	Code: "9-RESPONSIBLE", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 9", Since: code,
	Field: declaration.FieldFinanciallyResponsible,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldFeature, declaration.FieldProcedure, declaration.FieldDealNature,
		declaration.FieldFinanciallyResponsible,
	},
	Whole: func(j *validation.Judgement) {
		shipment := j.Declaration.Shipment
		sold := shipment.Contract.DealNature == sale && shipment.Contract.InvoiceTotal.Value.Sign() > 0
		if j.Ordinary() && sold && common(j.Declaration) && !shipment.FinanciallyResponsible.Given() {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		contract := d.Shipment.Contract
		if d.Feature != "" || !common(d) || contract.DealNature != sale || contract.InvoiceTotal.Value.Sign() <= 0 {
			return false
		}
		d.Shipment.FinanciallyResponsible = declaration.Party{}
		return true
	},
}

// sale is the nature of a deal of goods sold for a price.
const sale = "010"
