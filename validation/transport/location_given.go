package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// locationGiven asks ordinary declarations where the goods are: customs must be able to see them. What flows through a
// pipeline or a power line is nowhere in particular. Customs Code of the Union art. 106, 111(5); decision 257, box 30.
var locationGiven = &validation.Rule{
	Code: "30-LOCATION", Consequence: customs.RefuseRegistration, Ground: validation.GroundData,
	Law: "ТК ЕАЭС ст. 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 30", Since: code,
	Field: declaration.FieldLocation,
	Inputs: []declaration.Field{
		declaration.FieldFeature, declaration.FieldLocation, declaration.FieldBorderMode,
	},
	Whole: func(j *validation.Judgement) {
		shipment := j.Declaration.Shipment
		if j.Ordinary() && len(shipment.Locations) == 0 && !fixed(shipment.Consignment.Border.Mode) {
			j.Find(validation.Wrong{})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Feature != "" || fixed(d.Shipment.Consignment.Border.Mode) {
			return false
		}
		d.Shipment.Locations = nil
		return true
	},
}
