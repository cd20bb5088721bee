package documents

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// carriageMode only advises: goods often change the mode on the way, so it speaks only when every transport document is
// of a mode that neither box 25 nor box 26 names. Decision 257, boxes 25, 26 and 44.
var carriageMode = &validation.Rule{
	Code: "44-MODE", Consequence: customs.Advice,
	Law: "Решение КТС от 20.05.2010 № 257, гр. 25, 26, 44", Since: code,
	Field: declaration.FieldPresentedDocument,
	Inputs: []declaration.Field{
		declaration.FieldPresentedDocument, declaration.FieldDocumentKind, declaration.FieldBorderMode,
		declaration.FieldArrivalMode,
	},
	Whole: func(j *validation.Judgement) {
		consignment := j.Declaration.Shipment.Consignment
		border, inland := consignment.Border.Mode, consignment.Arrival.Mode
		if !slices.Contains(carried, border) {
			return
		}
		seen := customs.DocumentKind("")
		for i := range j.Declaration.Shipment.Goods {
			for _, document := range j.Declaration.Shipment.Goods[i].Documents {
				if !under(document.Kind, "02") {
					continue
				}
				modes := modesOf[document.Kind]
				if modes == nil || slices.Contains(modes, border) || slices.Contains(modes, inland) {
					return
				}
				seen = document.Kind
			}
		}
		if seen != "" {
			j.Find(validation.Wrong{Found: string(seen), Args: []customs.Arg{{Name: "mode", Value: border}}})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		consignment := d.Shipment.Consignment
		if !slices.Contains(carried, consignment.Border.Mode) || !presents(d, "02") {
			return false
		}
		for _, kind := range []customs.DocumentKind{"02017", "02013"} {
			modes := modesOf[kind]
			if !slices.Contains(modes, consignment.Border.Mode) && !slices.Contains(modes, consignment.Arrival.Mode) {
				rename(d, kind)
				return true
			}
		}
		return false
	},
}

// modesOf are the modes of transport that a kind of transport document is for; kinds not named are for several.
var modesOf = map[customs.DocumentKind][]string{
	"02011": {"10", "80"}, "02012": {"10", "80"},
	"02013": {"20"}, "02014": {"20"},
	"02015": {"30", "31", "32"}, "02016": {"30", "31", "32"},
	"02017": {"40"},
}

func rename(d *declaration.Declaration, kind customs.DocumentKind) {
	for i := range d.Shipment.Goods {
		for k := range d.Shipment.Goods[i].Documents {
			if document := &d.Shipment.Goods[i].Documents[k]; under(document.Kind, "02") {
				document.Kind = kind
			}
		}
	}
}
