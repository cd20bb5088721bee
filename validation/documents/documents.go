// Package documents holds the rules on the documents a declaration names: preceding documents and those that confirm
// what is declared (boxes 40 and 44).
//
// One file holds one rule and is named after it; presented.go is what they share. The law: Customs Code of the Union
// art. 106, 108, 111(5), 325; Commission decisions 257 of 20.05.2010 and 378 of 20.09.2010.
package documents

import (
	"embed"

	"tamga/calendar"
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
		previousGiven, previousNumber, previousLater, previousSign,
		documentKind, documentListed, documentNumber, documentDate, documentFuture, documentExpired, documentEarly,
		documentTwice,
		invoice, contract, carriage, carriageMode,
	}
}
