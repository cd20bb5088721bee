package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// dispatchCountry asks for a code of the classifier of countries. Decision 378; decision 257, box 15.
var dispatchCountry = &validation.Rule{
	Code: "15-COUNTRY", Consequence: customs.DemandChange,
	Law: "Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 15", Since: code,
	Field:  declaration.FieldDispatchCountry,
	Inputs: []declaration.Field{declaration.FieldDispatchCountry},
	Whole: func(j *validation.Judgement) {
		country := j.Declaration.Shipment.Consignment.Dispatch.Code
		if country != "" && unknownCountry(j, country) {
			j.Find(validation.Wrong{Found: string(country)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Shipment.Consignment.Dispatch.Code == "" {
			return false
		}
		d.Shipment.Consignment.Dispatch = declaration.CountryName{Code: "ZZ"}
		return true
	},
}
