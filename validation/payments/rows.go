package payments

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/money"
	"tamga/validation"
)

// payable reports whether the row is to be paid: all but those calculated conditionally.
func payable(row *declaration.Calculation) bool {
	return row.Feature == duty.Payable || row.Feature == duty.PayablePreferred
}

// due sums box 47 by kind of payment; false when a row does not say its amount or whether it is payable.
func due(d *declaration.Declaration) (sums map[customs.PaymentCode]money.Decimal, known bool) {
	sums = map[customs.PaymentCode]money.Decimal{}
	for i := range d.Shipment.Goods {
		for k := range d.Shipment.Goods[i].Calculations {
			row := &d.Shipment.Goods[i].Calculations[k]
			if row.Feature == duty.Conditional {
				continue
			}
			if !payable(row) || !row.Amount.Given || row.Payment == "" {
				return nil, false
			}
			sums[row.Payment] = sums[row.Payment].Add(row.Amount.Value)
		}
	}
	return sums, len(sums) > 0
}

// paid sums box B by kind of payment.
func paid(d *declaration.Declaration) map[customs.PaymentCode]money.Decimal {
	sums := map[customs.PaymentCode]money.Decimal{}
	for _, payment := range d.Shipment.Payments {
		sums[payment.Code] = sums[payment.Code].Add(payment.Amount.Value)
	}
	return sums
}

// kinds lists the payments of sums in their order.
func kinds(sums map[customs.PaymentCode]money.Decimal) []customs.PaymentCode {
	var codes []customs.PaymentCode
	for code := range sums {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// own reports whether the currency, in letters or as a number, is that of the state; unknown ones pass.
func own(j *validation.Judgement, currency string) bool {
	letters, number := j.Currency()
	return letters == "" || currency == "" || currency == string(letters) || currency == number
}

// tolerance is a cent, or one unit of money where the state rounds sums to whole units.
func tolerance(j *validation.Judgement) money.Decimal {
	switch j.State {
	case customs.Kazakhstan, customs.Armenia, "":
		return money.FromInt(1)
	}
	return cent
}

// eachRow calls try with every row of box 47 until it reports true.
func eachRow(d *declaration.Declaration, try func(*declaration.GoodsItem, *declaration.Calculation) bool) bool {
	for i := range d.Shipment.Goods {
		item := &d.Shipment.Goods[i]
		for k := range item.Calculations {
			if try(item, &item.Calculations[k]) {
				return true
			}
		}
	}
	return false
}

func apart(a, b, tolerance money.Decimal) bool { return tolerance.Less(a.Sub(b).Abs()) }

// paidFields are what rules on both boxes read.
var paidFields = []declaration.Field{
	declaration.FieldPayment, declaration.FieldPaymentAmount, declaration.FieldCalculation,
	declaration.FieldCalculationPayment, declaration.FieldCalculationAmount, declaration.FieldCalculationFeature,
}

// plain are what a row with a single rate is judged by.
var plain = []declaration.Field{
	declaration.FieldCalculation, declaration.FieldCalculationBase, declaration.FieldCalculationRate,
	declaration.FieldCalculationAmount,
}
