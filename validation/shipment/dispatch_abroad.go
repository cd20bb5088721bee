package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// dispatchAbroad only advises: goods brought in straight from abroad may still have been sent on from a place inside,
// for example a free zone. Decision 257, box 15.
var dispatchAbroad = &validation.Rule{
	Code: "15-ABROAD", Consequence: customs.Advice,
	Law: "Решение КТС от 20.05.2010 № 257, гр. 15", Since: code,
	Field:  declaration.FieldDispatchCountry,
	Inputs: []declaration.Field{declaration.FieldKind, declaration.FieldProcedure, declaration.FieldItemProcedure, declaration.FieldDispatchCountry},
	Whole: func(j *validation.Judgement) {
		country := j.Declaration.Shipment.Consignment.Dispatch.Code
		if j.Imports() && j.Declaration.Procedure == "40" && j.Straight() && country != "" && string(country) == string(j.State) {
			j.Find(validation.Wrong{Found: string(country)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Kind != validation.Import || d.Procedure != "40" || d.RecipientCountry == "" || d.Shipment.Consignment.Dispatch.Code == "" {
			return false
		}
		for i := range d.Shipment.Goods {
			if d.Shipment.Goods[i].Procedure.Preceding != "00" {
				return false
			}
		}
		d.Shipment.Consignment.Dispatch = declaration.CountryName{Code: d.RecipientCountry}
		return len(d.Shipment.Goods) > 0
	},
}
