// Package parties holds the rules on persons: consignor, consignee, who answers for payment, declarant, customs
// representative and signatory (boxes 2, 8, 9, 14 and 54).
//
// One file holds one rule and is named after it; number.go is the arithmetic of check digits. The law: Customs Code of
// the Union art. 82, 83, 106, 111(5), 401; Commission decision 257 of 20.05.2010.
package parties

import (
	"embed"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// Texts are the sentences of the rules.
//
//go:embed texts.ru.toml texts.en.toml
var Texts embed.FS

// code is the day the Customs Code of the Union came into force.
const code calendar.Date = 20180101

// Rules returns the rules of the package in the order of the boxes.
func Rules() []*validation.Rule {
	return []*validation.Rule{
		consignor,
		consignee, consigneeSame,
		responsible, responsibleSame,
		declarantName, declarantIdentity, russianINN, kazakhBIN, belarusianUNP, armenianUNN, kyrgyzINN, russianOGRN,
		declarantMember, declarantState,
		signatory, authority, signedLater, signatoryDocument,
		representativeRegistry, representativeContract, representativeDates,
	}
}

// countryOf returns the country a party is said to be in, or "".
func countryOf(party declaration.Party) customs.Country {
	if party.Country != "" || len(party.Addresses) == 0 {
		return party.Country
	}
	return party.Addresses[0].Country
}

// common reports one of the two procedures under which goods enter or leave the market for good.
func common(d *declaration.Declaration) bool {
	return d.Kind == validation.Import && d.Procedure == "40" || d.Kind == validation.Export && d.Procedure == "10"
}
