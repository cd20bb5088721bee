package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// destinationCountry leaves imports for domestic consumption to 17-INSIDE, which asks for more. Decision 378; decision
// 257, box 17.
var destinationCountry = &validation.Rule{
	Code: "17-COUNTRY", Consequence: customs.DemandChange,
	Law: "Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 17", Since: code,
	Field: declaration.FieldDestinationCountry,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldProcedure, declaration.FieldDestinationCountry,
	},
	Whole: func(j *validation.Judgement) {
		if j.Imports() && j.Declaration.Procedure == "40" {
			return
		}
		country := j.Declaration.Shipment.Consignment.Destination.Code
		if country != "" && unknownCountry(j, country) {
			j.Find(validation.Wrong{Found: string(country)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Kind == validation.Import && d.Procedure == "40" {
			return false
		}
		if d.Shipment.Consignment.Destination.Code == "" {
			return false
		}
		d.Shipment.Consignment.Destination = declaration.CountryName{Code: "ZZ"}
		return true
	},
}
