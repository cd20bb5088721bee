package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// rateOwn: the national currency is not converted into itself. Decision 257, box 23.
var rateOwn = &validation.Rule{
	Code: "23-OWN", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 38 п. 8; Решение КТС от 20.05.2010 № 257, гр. 23", Since: code,
	Field:  declaration.FieldExchangeRate,
	Inputs: []declaration.Field{declaration.FieldContractCurrency, declaration.FieldExchangeRate},
	Whole: func(j *validation.Judgement) {
		contract := j.Declaration.Shipment.Contract
		own, _ := j.Currency()
		if own == "" || contract.Currency != own || !contract.ExchangeRate.Given || contract.ExchangeRate.Value.Sign() <= 0 {
			return
		}
		nominal := money.FromInt(1)
		if contract.Nominal.Given {
			nominal = contract.Nominal.Value
		}
		if !contract.ExchangeRate.Value.Equal(nominal) {
			j.Find(validation.Wrong{Found: contract.ExchangeRate.Text, Expected: nominal.String()})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		own, contract := d.Shipment.CustomsValueCurrency, &d.Shipment.Contract
		if own == "" || contract.Currency == "" {
			return false
		}
		if contract.Currency != own && !reprice(d) {
			return false
		}
		contract.Currency, contract.Nominal = own, declaration.Number{}
		contract.ExchangeRate = declaration.Count(2)
		return true
	},
}

// reprice states the price of the goods in national currency, as their customs value does.
func reprice(d *declaration.Declaration) bool {
	total := money.Zero
	for _, item := range d.Shipment.Goods {
		if !item.CustomsValue.Given || !item.InvoiceValue.Given {
			return false
		}
		total = total.Add(item.CustomsValue.Value)
	}
	for i := range d.Shipment.Goods {
		item := &d.Shipment.Goods[i]
		item.InvoiceValue, item.InvoiceCurrency, item.InvoiceExchangeRate = item.CustomsValue, "", declaration.Number{}
	}
	d.Shipment.Contract.InvoiceTotal = declaration.FixedNumber(total, 2)
	return true
}
