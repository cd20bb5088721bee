package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

var guaranteeAmount = &validation.Rule{
	Code: "52-AMOUNT", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldGuarantee,
	Inputs: []declaration.Field{declaration.FieldGuarantee},
	Whole: func(j *validation.Judgement) {
		for k, guarantee := range j.Declaration.Shipment.Guarantees {
			if guarantee.Amount.Given && guarantee.Amount.Value.Sign() <= 0 {
				j.Find(validation.Wrong{Row: k + 1, Found: guarantee.Amount.Text})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		guarantee := declaration.Guarantee{Way: "01", Amount: declaration.Count(0)}
		d.Shipment.Guarantees = append(d.Shipment.Guarantees, guarantee)
		return true
	},
}
