package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// rateMissing asks for the rate by which a price in foreign currency was converted. Decision 257, box 23. Items that
// state currencies of their own carry their own rates.
var rateMissing = &validation.Rule{
	Code: "23-MISSING", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 38 п. 8, 106; Решение КТС от 20.05.2010 № 257, гр. 23", Since: code,
	Field: declaration.FieldExchangeRate,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldContractCurrency, declaration.FieldInvoiceTotal,
		declaration.FieldExchangeRate,
	},
	Whole: func(j *validation.Judgement) {
		contract := j.Declaration.Shipment.Contract
		own, _ := j.Currency()
		foreign := contract.Currency != "" && own != "" && contract.Currency != own
		priced := contract.InvoiceTotal.Value.Sign() > 0 && !contract.ExchangeRate.Given && !ownRates(j.Declaration)
		if j.Imports() && foreign && priced {
			j.Find(validation.Wrong{Args: []customs.Arg{{Name: "currency", Value: string(contract.Currency)}}})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		contract := &d.Shipment.Contract
		foreign := contract.Currency != "" && contract.Currency != d.Shipment.CustomsValueCurrency
		if d.Kind != validation.Import || !foreign || !contract.ExchangeRate.Given || ownRates(d) {
			return false
		}
		contract.ExchangeRate = declaration.Number{}
		return true
	},
}

func ownRates(d *declaration.Declaration) bool {
	for i := range d.Shipment.Goods {
		if d.Shipment.Goods[i].InvoiceExchangeRate.Given {
			return true
		}
	}
	return false
}
