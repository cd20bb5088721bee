package value

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// belowInvoice only advises: without the declaration of customs value deductions are not seen.
var belowInvoice = &validation.Rule{
	Code: "45-BELOW", Consequence: customs.Advice, Law: validation.LawValue, Since: code,
	Field:  declaration.FieldCustomsValue,
	Inputs: valueInputs,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		if !beforeCarriage[j.Declaration.Shipment.Contract.Delivery.Code] || item.ValuationMethod != "1" {
			return
		}
		invoice, known := product(j, item)
		if known && item.CustomsValue.Value.Add(cent).Less(invoice) {
			j.Find(validation.Wrong{Found: item.CustomsValue.Text, Expected: invoice.Fixed(2)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		return beforeCarriage[d.Shipment.Contract.Delivery.Code] && raiseInvoice(d, "2")
	},
}

// beforeCarriage are the terms of delivery whose price holds no international carriage, so that it can only be added.
var beforeCarriage = map[string]bool{"EXW": true, "FCA": true, "FAS": true, "FOB": true}

var valueInputs = []declaration.Field{
	declaration.FieldCustomsValue, declaration.FieldInvoiceValue, declaration.FieldInvoiceCurrency,
	declaration.FieldExchangeRate, declaration.FieldContractCurrency, declaration.FieldDelivery,
	declaration.FieldValuationMethod,
}
