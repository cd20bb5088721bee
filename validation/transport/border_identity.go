package transport

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// borderIdentity asks imports that came straight by sea, road or air for the vessel, plate or flight; for exports it
// may not be known yet. Decision 257, box 21.
var borderIdentity = &validation.Rule{
	Code: "21-IDENTITY", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 21", Since: code,
	Field: declaration.FieldBorderTransport,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldFeature, declaration.FieldPrecedingProcedure,
		declaration.FieldBorderMode, declaration.FieldBorderTransport,
	},
	Whole: func(j *validation.Judgement) {
		transport := j.Declaration.Shipment.Consignment.Border
		if j.Imports() && j.Ordinary() && j.Straight() && slices.Contains(named, transport.Mode) && !identified(transport) {
			j.Find(validation.Wrong{Args: []customs.Arg{{Name: "mode", Value: transport.Mode}}})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		transport := &d.Shipment.Consignment.Border
		ours := d.Kind == validation.Import && d.Feature == "" && validation.Straight(d)
		if !ours || !slices.Contains(named, transport.Mode) || !identified(*transport) {
			return false
		}
		for i := range transport.Means {
			means := &transport.Means[i]
			means.Identifier, means.TrailerIdentifier, means.VIN = "", "", ""
		}
		return true
	},
}

// named are the modes whose means has a name, plate or flight that the declarant of an import knows.
var named = []string{"10", "30", "31", "32", "40"}
