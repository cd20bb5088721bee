package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// locationTerm: a warehouse cannot have been registered after the day of registration of the declaration. Decision 257,
// box 30.
var locationTerm = &validation.Rule{
	Code: "30-TERM", Consequence: customs.Advice,
	Law: "Решение КТС от 20.05.2010 № 257, гр. 30", Since: code,
	Field:  declaration.FieldLocationWarehouse,
	Inputs: []declaration.Field{declaration.FieldLocationWarehouse},
	Whole: func(j *validation.Judgement) {
		for i, location := range j.Declaration.Shipment.Locations {
			if j.Day != 0 && location.Warehouse.Date > j.Day {
				j.Find(validation.Wrong{Row: i + 1, Found: location.Warehouse.Date.String(), Expected: j.Day.String()})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Locations) == 0 || d.Shipment.Locations[0].Warehouse.Number == "" {
			return false
		}
		d.Shipment.Locations[0].Warehouse.Date = 20991231
		return true
	},
}
