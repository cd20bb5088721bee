package documents

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// documentNumber asks permits, transport documents, contracts and invoices of an ordinary declaration for a number; a
// document without one is written «Б/Н». Customs Code of the Union art. 106, 111(5); decision 257, box 44.
var documentNumber = &validation.Rule{
	Code: "44-NUMBER", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: "ТК ЕАЭС ст. 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 44", Since: code,
	Field: declaration.FieldDocumentNumber,
	Inputs: []declaration.Field{
		declaration.FieldFeature, declaration.FieldDocumentKind, declaration.FieldDocumentNumber,
	},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for i, document := range item.Documents {
			if j.Ordinary() && numbered(document.Kind) && document.Number == "" {
				j.Find(validation.Wrong{Row: i + 1, Args: []customs.Arg{{Name: "kind", Value: string(document.Kind)}}})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Feature != "" {
			return false
		}
		for i := range d.Shipment.Goods {
			for k := range d.Shipment.Goods[i].Documents {
				document := &d.Shipment.Goods[i].Documents[k]
				if numbered(document.Kind) && document.Number != "" {
					document.Number = ""
					return true
				}
			}
		}
		return false
	},
}

// numbered are permits (01), transport documents (02), contracts (0301) and invoices (0402).
func numbered(kind customs.DocumentKind) bool {
	return under(kind, "01", "02", "0301", "0402")
}
