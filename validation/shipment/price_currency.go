package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// priceCurrency asks in what currency the price is. Decision 257, box 22.
var priceCurrency = &validation.Rule{
	Code: "22-CURRENCY", Consequence: customs.DemandChange,
	Law: validation.LawData, Since: code,
	Field:  declaration.FieldContractCurrency,
	Inputs: []declaration.Field{declaration.FieldContractCurrency, declaration.FieldInvoiceTotal},
	Whole: func(j *validation.Judgement) {
		contract := j.Declaration.Shipment.Contract
		if contract.InvoiceTotal.Given && contract.InvoiceTotal.Value.Sign() > 0 && contract.Currency == "" {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Shipment.Contract.InvoiceTotal.Value.Sign() <= 0 {
			return false
		}
		d.Shipment.Contract.Currency = ""
		return true
	},
}
