// Package payments holds the rules on the calculation of payments and on what is paid (boxes 47, 48, 52 and B).
//
// One file holds one rule and is named after it; rows.go reads the rows they share. Rules on rows hold whatever the
// tariff says; rules on the assessment compare the rows with what is owed by our reckoning and are silent where that
// is not known. The law: Customs Code of the Union art. 46–62, 106; Commission decision 257 of 20.05.2010.
package payments

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

var cent = money.MustDecimal("0.01")

// Rules returns the rules of the package in the order of the boxes.
func Rules() []*validation.Rule {
	return []*validation.Rule{
		kind, currency, percentage, fixedAmount, compared, preferredPair, rateDay,
		unassessed, levyAbsent, levySurplus, otherRate, otherBase, otherAmount, otherFeature,
		preferenceOrigin, preferenceProof,
		deferralEnd, guaranteeAmount,
		paidKind, paidMissing, paidSurplus, paidSum, paidCurrency, paidPayer, paidZero,
	}
}
