// Package classifier is the Union's code lists: which code stands for what, and on which days it could be used.
//
// Read classifier.go for a list and its entries, book.go for all lists together, offices.go for customs offices,
// load.go and row.go for the form of the files, nearest.go for a guess at a mistyped code. The law: Decision of the
// Commission of the Customs Union 378 of 20.09.2010 and the acts that data/SOURCES.md names list by list.
package classifier

import "tamga/calendar"

// ListName names a code list; it is also the name of its file in data/classifiers.
type ListName string

// The lists of the reference data.
const (
	// Countries are the codes of boxes 11, 15, 16, 17, 34 and of every address.
	Countries ListName = "countries"
	// Currencies are the codes of boxes 12, 22, 42 and 47.
	Currencies ListName = "currencies"
	// Procedures are the codes of boxes 1 and 37.
	Procedures ListName = "procedures"
	// Decisions are what customs decides on a declaration.
	Decisions ListName = "decisions"
	// Payments are the kinds of payment of boxes 47 and B.
	Payments ListName = "payments"
	// Documents are the kinds of document of box 44.
	Documents ListName = "documents"
	// TransportModes are the codes of boxes 25 and 26.
	TransportModes ListName = "transport-modes"
	// ValuationMethods are the codes of box 43.
	ValuationMethods ListName = "valuation-methods"
	// Units are the units of measure of boxes 31, 41 and 47.
	Units ListName = "units"
	// LocationKinds are the codes of box 30.
	LocationKinds ListName = "location-kinds"
	// PaymentFeatures are the features of a row of box 47.
	PaymentFeatures ListName = "payment-features"
	// Packages are the kinds of package of box 31.
	Packages ListName = "packages"
	// DeclarationKinds are the codes of box 1, first part.
	DeclarationKinds ListName = "declaration-kinds"
	// DeclaringFeatures are the codes of box 7.
	DeclaringFeatures ListName = "declaring-features"
	// Preferences are the codes of box 36.
	Preferences ListName = "preferences"
	// DealNatures are the codes of box 24, first part.
	DealNatures ListName = "deal-natures"
	// DealFeatures are the codes of box 24, second part.
	DealFeatures ListName = "deal-features"
	// DeliveryTerms are the codes of box 20.
	DeliveryTerms ListName = "delivery-terms"
)

// Evidence says how sure the project is of a row.
type Evidence string

const (
	// Source: the row was read in a public source.
	Source Evidence = "source"
	// Verify: the row is to be checked against the act before anyone relies on it.
	Verify Evidence = "verify"
)

// Entry is one code of a list with the days on which it could be used.
type Entry struct {
	// Code is written as in a declaration.
	Code string
	// From and To bound the days of use, both included; a zero side is open.
	From, To calendar.Date
	// RU and EN name the code; EN falls back to RU when the list has no English name.
	RU, EN string
	// Evidence is how sure the project is of the row.
	Evidence Evidence
	// Numeric is the three-digit number of a country or currency; empty where the list has none.
	Numeric string
	// Digits is how many minor digits a currency has; -1 where it has none or the entry is no currency.
	Digits int
	// Symbol is how a unit is written; empty for other lists.
	Symbol string
	// Group is the section of a kind of document or the effect of a decision; empty for other lists.
	Group string
}

// List is one code list. A zero List has no codes.
type List struct {
	// Name is the name of the list; File is where it was read.
	Name ListName
	File string
	// TitleRU and TitleEN say what the list is of, Act which act it rests on.
	TitleRU, TitleEN, Act string

	entries []Entry
	index   map[string]bounds
}

// bounds are the entries of one code, half open.
type bounds struct{ first, end int }

// Entries returns all entries by code, then by first day. The caller must not change them.
func (l *List) Entries() []Entry { return l.entries }

// Has reports whether the code could be used on the day. A zero day asks whether it ever could.
func (l *List) Has(code string, on calendar.Date) bool {
	_, ok := l.find(code, on)
	return ok
}

// Find returns the entry of the code on the day; with a zero day, its latest entry.
func (l *List) Find(code string, on calendar.Date) (Entry, bool) {
	at, ok := l.find(code, on)
	if !ok {
		return Entry{}, false
	}
	return l.entries[at], true
}

func (l *List) find(code string, on calendar.Date) (int, bool) {
	if l == nil {
		return 0, false
	}
	span, ok := l.index[code]
	if !ok {
		return 0, false
	}
	for at := span.end - 1; at >= span.first; at-- {
		if on.IsZero() || on.Within(l.entries[at].From, l.entries[at].To) {
			return at, true
		}
	}
	return 0, false
}
