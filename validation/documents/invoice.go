package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// invoice asks for the account of goods that were sold for a price. Customs Code of the Union art. 108, 325; decision 257,
// boxes 22, 24 and 44.
var invoice = &validation.Rule{
	Code: "44-INVOICE", Consequence: customs.RequestDocuments,
	Law: "ТК ЕАЭС ст. 108, 325; Решение КТС от 20.05.2010 № 257, гр. 44", Since: code,
	Field: declaration.FieldPresentedDocument,
	Inputs: []declaration.Field{
		declaration.FieldFeature, declaration.FieldPresentedDocument, declaration.FieldDocumentKind,
		declaration.FieldInvoiceTotal, declaration.FieldDealNature,
	},
	Whole: func(j *validation.Judgement) {
		if j.Ordinary() && sold(j.Declaration) && !presents(j.Declaration, invoices...) {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Feature != "" || !sold(d) || !presents(d, invoices...) {
			return false
		}
		withdraw(d, invoices...)
		return true
	},
}

// invoices are accounts and other commercial documents, and orders of internet shops.
var invoices = []string{"0402", "04200"}

func sold(d *declaration.Declaration) bool {
	return d.Shipment.Contract.DealNature == "010" && d.Shipment.Contract.InvoiceTotal.Value.Sign() > 0
}
