package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// locationState: goods under the control of another state's customs are normally declared there. National law may say
// otherwise, so this is advice.
var locationState = &validation.Rule{
	Code: "30-STATE", Consequence: customs.Advice,
	Law: "ТК ЕАЭС ст. 109; Решение КТС от 20.05.2010 № 257, гр. 30", Since: code,
	Field:  declaration.FieldLocationOffice,
	Inputs: []declaration.Field{declaration.FieldLocationOffice},
	Whole: func(j *validation.Judgement) {
		for i, location := range j.Declaration.Shipment.Locations {
			if state := location.Office.State(); state != "" && j.State != "" && state != j.State {
				j.Find(validation.Wrong{Row: i + 1, Found: string(location.Office), Expected: string(j.State)})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Locations) == 0 {
			return false
		}
		office := &d.Shipment.Locations[0].Office
		switch office.State() {
		case "":
			return false
		case customs.Armenia:
			*office = "41700001"
		default:
			*office = "05100001"
		}
		return true
	},
}
