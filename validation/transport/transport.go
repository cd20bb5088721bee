// Package transport holds the rules on the carriage of the goods: means of transport, containers, terms of delivery and
// where the goods are (boxes 18, 19, 20, 21, 25, 26, 29, 30 and element 3 of box 31).
//
// One file holds one rule and is named after it; means.go is what they share. The law: Customs Code of the Union art.
// 106, 111(5); Commission decisions 257 of 20.05.2010 and 378 of 20.09.2010.
package transport

import (
	"embed"

	"tamga/calendar"
	"tamga/classifier"
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
		arrivalCount, arrivalFixed,
		containerFlag,
		deliveryTerm, deliveryPlace, deliveryWater,
		borderCount, borderFixed, borderIdentity, borderFlag,
		borderGiven, borderMode, arrivalMode, borderOffice,
		locationGiven, locationWarehouse, locationTerm, locationState,
		containerDigit, containerCount, containerTwice,
	}
}

// unknown reports that the reference data hold the list and the code is not in it.
func unknown(j *validation.Judgement, name classifier.ListName, code string) bool {
	if j.Classifiers == nil {
		return false
	}
	list := j.Classifiers.List(name)
	return len(list.Entries()) > 0 && !list.Has(code, j.Day)
}
