package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// destinationAbroad: exported goods leave the Union for good. Decision 257, box 17; Customs Code of the Union art. 139.
var destinationAbroad = &validation.Rule{
	Code: "17-ABROAD", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 139; Решение КТС от 20.05.2010 № 257, гр. 17", Since: code,
	Field: declaration.FieldDestinationCountry,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldProcedure, declaration.FieldDestinationCountry,
	},
	Whole: func(j *validation.Judgement) {
		country := j.Declaration.Shipment.Consignment.Destination.Code
		if j.Exports() && j.Declaration.Procedure == "10" && country != "" && string(country) == string(j.State) {
			j.Find(validation.Wrong{Found: string(country)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		destination := &d.Shipment.Consignment.Destination
		if d.Kind != validation.Export || d.Procedure != "10" || d.RecipientCountry == "" || destination.Code == "" {
			return false
		}
		*destination = declaration.CountryName{Code: d.RecipientCountry}
		return true
	},
}
