// Package shipment holds the rules on the declaration as a whole: what is declared, to whom, from where to where, on
// what deal (boxes 1, 7, 11, 12, 15, 17, 22, 23, 24, 37 and A).
//
// One file holds one rule and is named after it. The law: Customs Code of the Union art. 38, 106, 109, 111(5), 127;
// Commission decisions 257 of 20.05.2010 and 378 of 20.09.2010.
package shipment

import (
	"embed"

	"tamga/calendar"
	"tamga/classifier"
	"tamga/customs"
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
		kind, direction, procedureMatch, electronicMark,
		featureCode,
		tradingCountry, valueCurrency,
		dispatchAbroad, dispatchCountry,
		destinationInside, destinationAbroad, destinationCountry,
		priceCurrency, priceCurrencyCode, rateMissing, rateOwn,
		dealNature, dealFeature,
		procedureCode,
		filingState, madeLater,
	}
}

// unknownCountry reports that the reference data know the countries and this is none of them.
func unknownCountry(j *validation.Judgement, country customs.Country) bool {
	return unknown(j, classifier.Countries, string(country))
}

// unknown reports that the reference data hold the list and the code is not in it.
func unknown(j *validation.Judgement, name classifier.ListName, code string) bool {
	if j.Classifiers == nil {
		return false
	}
	list := j.Classifiers.List(name)
	return len(list.Entries()) > 0 && !list.Has(code, j.Day)
}
