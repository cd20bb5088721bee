// Package goods holds the rules on goods items: how many there are, their masses, packages, units, codes, origin and
// preferences (boxes 3, 5, 6, 16, 31–36, 38 and 41).
//
// One file holds one rule and is named after it. The law: Customs Code of the Union art. 20, 28, 106, 111(5);
// Commission decision 257 of 20.05.2010.
package goods

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
		sheetCount, itemCount, packageCount,
		originSame, originItems,
		packageKinds, groupQuantity,
		ordinal,
		commodityLength, commodityChapter, markLatin,
		originCountry, ownOrigin,
		grossMass, bulkMass,
		preferenceLatin, preferenceLength, exciseDash,
		netMass, cleanMass,
		unitMissing, unitSurplus, unitOther, kilograms, wholePieces,
	}
}
