package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/validation"
)

// paidSurplus looks only at payments that box 47 calculates: deposits and recycling fees stand in box B alone.
var paidSurplus = &validation.Rule{
	Code: "B-SURPLUS", Consequence: customs.DemandChange, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldPayment,
	Inputs: paidFields,
	Whole: func(j *validation.Judgement) {
		sums, known := due(j.Declaration)
		if !known {
			return
		}
		for k, payment := range j.Declaration.Shipment.Payments {
			if _, ok := sums[payment.Code]; !ok && calculated(payment.Code) && payment.Amount.Value.Sign() > 0 {
				j.Find(validation.Wrong{Row: k + 1, Found: payment.Amount.Text, Args: []customs.Arg{
					{Name: "payment", Value: string(payment.Code)},
				}})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		sums, known := due(d)
		if _, has := sums[duty.SpecialDuty]; !known || has || len(d.Shipment.Payments) == 0 {
			return false
		}
		extra := d.Shipment.Payments[0]
		extra.Code = duty.SpecialDuty
		d.Shipment.Payments = append(d.Shipment.Payments, extra)
		return true
	},
}

func calculated(payment customs.PaymentCode) bool {
	switch payment {
	case duty.Fee, duty.ImportDuty, duty.SpecialDuty, duty.AntiDumping, duty.Countervailing, duty.VAT:
		return true
	}
	return false
}
