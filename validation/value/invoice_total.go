package value

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// invoiceTotal allows a cent per item for rounding and asks nothing when items have currencies of their own.
var invoiceTotal = &validation.Rule{
	Code: "22-SUM", Consequence: customs.DemandChange, Law: validation.LawValue, Since: code,
	Field: declaration.FieldInvoiceTotal,
	Inputs: []declaration.Field{
		declaration.FieldInvoiceTotal, declaration.FieldInvoiceValue, declaration.FieldInvoiceCurrency,
	},
	Whole: func(j *validation.Judgement) {
		stated := j.Declaration.Shipment.Contract.InvoiceTotal
		sum, known := invoiceSum(j.Declaration)
		tolerance := cent.Mul(money.FromInt(int64(len(j.Declaration.Shipment.Goods))))
		if known && stated.Given && apart(stated.Value, sum, tolerance) {
			j.Find(validation.Wrong{Found: stated.Text, Expected: sum.Fixed(2)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		sum, known := invoiceSum(d)
		if !known || !d.Shipment.Contract.InvoiceTotal.Given {
			return false
		}
		d.Shipment.Contract.InvoiceTotal = declaration.FixedNumber(sum.Add(money.FromInt(100)), 2)
		return true
	},
}

func invoiceSum(d *declaration.Declaration) (sum money.Decimal, known bool) {
	for i := range d.Shipment.Goods {
		item := &d.Shipment.Goods[i]
		foreign := item.InvoiceCurrency != "" && item.InvoiceCurrency != d.Shipment.Contract.Currency
		if foreign || !item.InvoiceValue.Given {
			return sum, false
		}
		sum = sum.Add(item.InvoiceValue.Value)
	}
	return sum, len(d.Shipment.Goods) > 0
}
