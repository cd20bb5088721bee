package documents

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// carriage asks ordinary imports that came straight by a carrier for a transport document. Customs Code of the Union art.
// 108, 325; decision 257, boxes 25, 26 and 44.
var carriage = &validation.Rule{
	Code: "44-TRANSPORT", Consequence: customs.RequestDocuments,
	Law: "ТК ЕАЭС ст. 108, 325; Решение КТС от 20.05.2010 № 257, гр. 44", Since: code,
	Field: declaration.FieldPresentedDocument,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldFeature, declaration.FieldPrecedingProcedure,
		declaration.FieldPresentedDocument, declaration.FieldDocumentKind, declaration.FieldBorderMode,
	},
	Whole: func(j *validation.Judgement) {
		mode := j.Declaration.Shipment.Consignment.Border.Mode
		if j.Imports() && j.Ordinary() && j.Straight() && slices.Contains(carried, mode) && !presents(j.Declaration, "02") {
			j.Find(validation.Wrong{Args: []customs.Arg{{Name: "mode", Value: mode}}})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		ours := d.Kind == validation.Import && d.Feature == "" && validation.Straight(d)
		if !ours || !slices.Contains(carried, d.Shipment.Consignment.Border.Mode) || !presents(d, "02") {
			return false
		}
		withdraw(d, "02")
		return true
	},
}

// carried are the modes in which a carrier issues a transport document.
var carried = []string{"10", "20", "30", "31", "32", "40"}
