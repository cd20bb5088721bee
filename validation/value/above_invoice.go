package value

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// aboveInvoice only advises: without the declaration of customs value royalties and commissions are not seen.
var aboveInvoice = &validation.Rule{
	Code: "45-ABOVE", Consequence: customs.Advice, Law: validation.LawValue, Since: code,
	Field:  declaration.FieldCustomsValue,
	Inputs: valueInputs,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		if !withCarriage[j.Declaration.Shipment.Contract.Delivery.Code] || item.ValuationMethod != "1" {
			return
		}
		invoice, known := product(j, item)
		if known && invoice.Add(cent).Less(item.CustomsValue.Value) {
			j.Find(validation.Wrong{Found: item.CustomsValue.Text, Expected: invoice.Fixed(2)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		return withCarriage[d.Shipment.Contract.Delivery.Code] && raiseInvoice(d, "0.5")
	},
}

// withCarriage are the terms whose price holds carriage and insurance at least to the border.
var withCarriage = map[string]bool{"CIF": true, "CIP": true, "DAP": true, "DAT": true, "DPU": true, "DDP": true}

// raiseInvoice multiplies box 42 of the first item and moves the total of box 22 with it.
func raiseInvoice(d *declaration.Declaration, factor string) bool {
	total := &d.Shipment.Contract.InvoiceTotal
	if len(d.Shipment.Goods) == 0 || !total.Given {
		return false
	}
	item := &d.Shipment.Goods[0]
	foreign := item.InvoiceCurrency != "" && item.InvoiceCurrency != d.Shipment.Contract.Currency
	if foreign || !item.InvoiceValue.Given || !item.CustomsValue.Given || item.ValuationMethod != "1" {
		return false
	}
	changed := rounded(item.InvoiceValue.Value.Mul(money.MustDecimal(factor)))
	*total = declaration.FixedNumber(total.Value.Sub(item.InvoiceValue.Value).Add(changed), 2)
	item.InvoiceValue = declaration.FixedNumber(changed, 2)
	return true
}
