package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/money"
	"tamga/validation"
)

// report finds the differences of one kind that the item has, but not those that a rule on the row itself tells.
func report(j *validation.Judgement, item *declaration.GoodsItem, number int, code duty.DifferenceCode) {
	for _, difference := range j.Differences(number) {
		if difference.Code != code || told(j, item, &difference) {
			continue
		}
		j.Find(validation.Wrong{
			Field: difference.Ref.Field, Row: difference.Ref.Row, Found: difference.Found, Expected: difference.Expected,
			Args: []customs.Arg{{Name: "payment", Value: string(difference.Payment)}},
		})
	}
}

// told reports whether 47-PERCENT, 47-FIXED, 47-LEAST, 47-PAIR or 1-ELECTRONIC names the cause already.
func told(j *validation.Judgement, item *declaration.GoodsItem, difference *duty.Difference) bool {
	row := validation.Row(item, difference)
	switch difference.Code {
	case duty.MissingLevy:
		return difference.Line.Feature == duty.Conditional && preferredRow(item, difference.Payment)
	case duty.OtherAmount:
		if difference.Payment == duty.Fee && j.Declaration.ElectronicMark != electronic {
			return true
		}
		return row != nil && !sound(j, row)
	}
	return false
}

// electronic is the mark of box 1 of a declaration filed as an electronic document; the fee depends on it.
const electronic = "ЭД"

func preferredRow(item *declaration.GoodsItem, payment customs.PaymentCode) bool {
	for _, row := range item.Calculations {
		if row.Payment == payment && row.Feature == duty.PayablePreferred {
			return true
		}
	}
	return false
}

// sound reports whether the row agrees with itself.
func sound(j *validation.Judgement, row *declaration.Calculation) bool {
	if expected, known := byPercent(j, row); known {
		return !apart(row.Amount.Value, expected, tolerance(j))
	}
	if fixed(row) {
		return !apart(row.Amount.Value, row.Rates[0].Value.Value, tolerance(j))
	}
	if atLeast(row) {
		return !row.Amount.Value.Add(tolerance(j)).Less(row.Base.Value.Percent(row.Rates[0].Value.Value))
	}
	return true
}

// shift changes the amount of a row by delta and, when it is to be paid, box B with it.
func shift(d *declaration.Declaration, row *declaration.Calculation, delta money.Decimal) bool {
	if !payable(row) {
		row.Amount = declaration.FixedNumber(row.Amount.Value.Add(delta), 2)
		return true
	}
	for k := range d.Shipment.Payments {
		payment := &d.Shipment.Payments[k]
		if payment.Code == row.Payment && payment.Amount.Value.Add(delta).Sign() > 0 {
			row.Amount = declaration.FixedNumber(row.Amount.Value.Add(delta), 2)
			payment.Amount = declaration.FixedNumber(payment.Amount.Value.Add(delta), 2)
			return true
		}
	}
	return false
}

// tax finds a payable row of value added tax with one rate: nothing else is reckoned from it.
func tax(d *declaration.Declaration, change func(*declaration.GoodsItem, *declaration.Calculation) bool) bool {
	return eachRow(d, func(item *declaration.GoodsItem, row *declaration.Calculation) bool {
		return row.Payment == duty.VAT && row.Feature == duty.Payable && single(row) && change(item, row)
	})
}

// recalculate sets the amount of a row of one percentage to its base times its rate, and box B with it.
func recalculate(d *declaration.Declaration, row *declaration.Calculation) bool {
	exact := row.Base.Value.Percent(row.Rates[0].Value.Value)
	rounding := money.Rounding{Mode: money.HalfUp, Digits: 2}
	return shift(d, row, rounding.Apply(exact).Sub(row.Amount.Value))
}

// withdraw takes a payment of the given amount out of box B.
func withdraw(d *declaration.Declaration, payment customs.PaymentCode, amount money.Decimal) {
	var left []declaration.Payment
	for _, row := range d.Shipment.Payments {
		if row.Code == payment {
			row.Amount = declaration.FixedNumber(row.Amount.Value.Sub(amount), 2)
			if row.Amount.Value.Sign() <= 0 {
				continue
			}
		}
		left = append(left, row)
	}
	d.Shipment.Payments = left
}

// assessed are what rules on the assessment read.
var assessed = []declaration.Field{
	declaration.FieldCommodity, declaration.FieldCustomsValue, declaration.FieldOrigin, declaration.FieldPreference,
	declaration.FieldItemProcedure, declaration.FieldNetMass, declaration.FieldQuantity, declaration.FieldUnit,
	declaration.FieldCalculation, declaration.FieldCalculationPayment, declaration.FieldCalculationBase,
	declaration.FieldCalculationRate, declaration.FieldCalculationAmount, declaration.FieldCalculationFeature,
}
