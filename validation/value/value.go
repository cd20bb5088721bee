// Package value holds the rules on values: totals, currencies, exchange rates, customs and statistical value (boxes 12,
// 22, 23, 42, 43, 45 and 46).
//
// One file holds one rule and is named after it; rate.go finds the rate they share. The law: Customs Code of the Union
// art. 37–45, 53, 106; Commission decision 257 of 20.05.2010.
package value

import (
	"embed"

	"tamga/calendar"
	"tamga/money"
	"tamga/validation"
)

// Texts are the sentences of the rules.
//
//go:embed texts.ru.toml texts.en.toml
var Texts embed.FS

// code is the day the Customs Code of the Union came into force.
const code calendar.Date = 20180101

// cent is the tolerance of a sum that was rounded once.
var cent = money.MustDecimal("0.01")

// Rules returns the rules of the package in the order of the boxes.
func Rules() []*validation.Rule {
	return []*validation.Rule{
		customsTotal, invoiceTotal, officialRate,
		itemCurrency, method,
		belowInvoice, aboveInvoice, statisticalValue,
	}
}

func apart(a, b, tolerance money.Decimal) bool { return tolerance.Less(a.Sub(b).Abs()) }

func rounded(d money.Decimal) money.Decimal {
	return money.Rounding{Mode: money.HalfUp, Digits: 2}.Apply(d)
}
