package transport

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// locationWarehouse: a temporary storage or customs warehouse is known by its number in the register. Customs Code of
// the Union art. 106, 111(5); decision 257, box 30.
var locationWarehouse = &validation.Rule{
	Code: "30-WAREHOUSE", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: "ТК ЕАЭС ст. 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 30", Since: code,
	Field:  declaration.FieldLocationWarehouse,
	Inputs: []declaration.Field{declaration.FieldLocationKind, declaration.FieldLocationWarehouse},
	Whole: func(j *validation.Judgement) {
		for i, location := range j.Declaration.Shipment.Locations {
			if slices.Contains(registered, location.Kind) && location.Warehouse.Number == "" {
				j.Find(validation.Wrong{Row: i + 1, Args: []customs.Arg{{Name: "kind", Value: location.Kind}}})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Locations) == 0 {
			return false
		}
		location := &d.Shipment.Locations[0]
		location.Kind, location.Warehouse = "11", declaration.DocumentReference{}
		return true
	},
}

// registered are the kinds of place kept in a register: temporary storage and customs warehouses.
var registered = []string{"11", "21"}
