package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// tradingCountry asks for a code of the classifier of countries. Decision 378; decision 257, box 11.
var tradingCountry = &validation.Rule{
	Code: "11-COUNTRY", Consequence: customs.DemandChange,
	Law: "Решение КТС от 20.09.2010 № 378; Решение КТС от 20.05.2010 № 257, гр. 11", Since: code,
	Field:  declaration.FieldTradingCountry,
	Inputs: []declaration.Field{declaration.FieldTradingCountry},
	Whole: func(j *validation.Judgement) {
		country := j.Declaration.Shipment.Contract.TradingCountry.Code
		if country != "" && unknownCountry(j, country) {
			j.Find(validation.Wrong{Found: string(country)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Shipment.Contract.TradingCountry.Code == "" {
			return false
		}
		d.Shipment.Contract.TradingCountry = declaration.CountryName{Code: "ZZ"}
		return true
	},
}
