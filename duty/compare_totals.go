package duty

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
)

// totals compares box B with what the rows of box 47 add up to, so that a wrong row is not told a second time as a
// wrong sum; a declaration without such rows is compared with the assessment.
func (c *comparison) totals() {
	for _, payment := range c.payments() {
		if c.partly(payment) {
			continue
		}
		found, row := c.paid(payment)
		owed := c.expected(payment)
		ref := declaration.Ref{Field: declaration.FieldPaymentAmount, Row: row}
		difference := Difference{Ref: ref, Payment: payment, Found: found.Fixed(2), Expected: owed.Fixed(2)}
		switch {
		case found.Equal(owed):
			continue
		case row == 0:
			difference.Code, difference.Found, difference.Ref.Field = MissingTotal, "", declaration.FieldPayment
		case owed.IsZero():
			difference.Code, difference.Expected = SuperfluousTotal, ""
		default:
			difference.Code = OtherTotal
		}
		c.list = append(c.list, difference)
	}
}

// payments lists those owed, then those declared besides, in their order.
func (c *comparison) payments() []customs.PaymentCode {
	var list []customs.PaymentCode
	seen := map[customs.PaymentCode]bool{}
	note := func(payment customs.PaymentCode) {
		if !seen[payment] {
			seen[payment] = true
			list = append(list, payment)
		}
	}
	for _, total := range c.assessment.Totals {
		note(total.Payment)
	}
	for i := range c.declaration.Shipment.Payments {
		note(c.declaration.Shipment.Payments[i].Code)
	}
	return list
}

// partly reports whether some item's share of the payment could not be assessed.
func (c *comparison) partly(payment customs.PaymentCode) bool {
	for i := range c.assessment.Problems {
		p := &c.assessment.Problems[i]
		if p.Stops && (p.Payment == "" || p.Payment == payment) {
			return true
		}
	}
	return false
}

func (c *comparison) paid(payment customs.PaymentCode) (money.Decimal, int) {
	var sum money.Decimal
	row := 0
	for i := range c.declaration.Shipment.Payments {
		if c.declaration.Shipment.Payments[i].Code != payment {
			continue
		}
		if row == 0 {
			row = i + 1
		}
		sum = sum.Add(c.declaration.Shipment.Payments[i].Amount.Value)
	}
	return sum, row
}

// expected is the sum of the payable rows of box 47, or what is owed when box 47 has none of the payment.
func (c *comparison) expected(payment customs.PaymentCode) money.Decimal {
	var sum money.Decimal
	rows := 0
	for i := range c.declaration.Shipment.Goods {
		for j := range c.declaration.Shipment.Goods[i].Calculations {
			row := &c.declaration.Shipment.Goods[i].Calculations[j]
			if row.Payment == payment && row.Feature != Conditional {
				rows++
				sum = sum.Add(row.Amount.Value)
			}
		}
	}
	if rows > 0 {
		return sum
	}
	owed, _ := c.assessment.Total(payment)
	return owed
}
