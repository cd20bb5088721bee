package transport

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// borderFlag asks for the country where the vessel, vehicle or aircraft is registered, beside it or for all together;
// 00 stands for unknown and 99 for several. Decision 257, box 21.
var borderFlag = &validation.Rule{
	Code: "21-FLAG", Consequence: customs.Advice,
	Law: "Решение КТС от 20.05.2010 № 257, гр. 21", Since: code,
	Field: declaration.FieldBorderTransport,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldFeature, declaration.FieldBorderMode,
		declaration.FieldBorderTransport,
	},
	Whole: func(j *validation.Judgement) {
		transport := j.Declaration.Shipment.Consignment.Border
		if j.Imports() && j.Ordinary() && slices.Contains(named, transport.Mode) && identified(transport) && !flagged(transport) {
			j.Find(validation.Wrong{Found: transport.Means[0].Identifier})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		transport := &d.Shipment.Consignment.Border
		if d.Kind != validation.Import || d.Feature != "" || !slices.Contains(named, transport.Mode) || !identified(*transport) {
			return false
		}
		transport.Nationality = ""
		for i := range transport.Means {
			transport.Means[i].Nationality = ""
		}
		return true
	},
}

func flagged(transport declaration.Transport) bool {
	flagged := transport.Nationality != ""
	for _, means := range transport.Means {
		flagged = flagged || means.Nationality != ""
	}
	return flagged
}
