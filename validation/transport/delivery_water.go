package transport

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// deliveryWater: some terms are meant for water only. Incoterms are not law, and a term may end before the last leg,
// so this is advice, and only where neither box 25 nor box 26 names water.
var deliveryWater = &validation.Rule{
	Code: "20-WATER", Consequence: customs.Advice,
	Law: "Инкотермс 2010, 2020; Решение КТС от 20.05.2010 № 257, гр. 20", Since: code,
	Field: declaration.FieldDelivery,
	Inputs: []declaration.Field{
		declaration.FieldDelivery, declaration.FieldBorderMode, declaration.FieldArrivalMode,
	},
	Whole: func(j *validation.Judgement) {
		consignment, term := j.Declaration.Shipment.Consignment, j.Declaration.Shipment.Contract.Delivery.Code
		border, inland := consignment.Border.Mode, consignment.Arrival.Mode
		if slices.Contains(waterTerms, term) && slices.Contains(dry, border) && !slices.Contains(water, inland) {
			j.Find(validation.Wrong{Found: term, Args: []customs.Arg{{Name: "mode", Value: border}}})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		consignment := d.Shipment.Consignment
		if !slices.Contains(dry, consignment.Border.Mode) || slices.Contains(water, consignment.Arrival.Mode) {
			return false
		}
		delivery := &d.Shipment.Contract.Delivery
		if delivery.Code == "" || slices.Contains(waterTerms, delivery.Code) || delivery.Place == "" && delivery.PlaceCode == "" {
			return false
		}
		delivery.Code = "FOB"
		return true
	},
}

var (
	waterTerms = []string{"FAS", "FOB", "CFR", "CIF"}
	water      = []string{"10", "80"}
	dry        = []string{"20", "30", "31", "32", "40"}
)
