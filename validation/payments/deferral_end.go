package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/validation"
)

var deferralEnd = &validation.Rule{
	Code: "48-END", Consequence: customs.Advice, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldDeferral,
	Inputs: []declaration.Field{declaration.FieldDeferral},
	Whole: func(j *validation.Judgement) {
		for k, deferral := range j.Declaration.Shipment.Deferrals {
			if deferral.End != 0 && deferral.End < j.Day {
				j.Find(validation.Wrong{Row: k + 1, Found: deferral.End.String(), Expected: j.Day.String()})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		d.Shipment.Deferrals = append(d.Shipment.Deferrals, declaration.Deferral{Code: duty.ImportDuty, End: code})
		return true
	},
}
