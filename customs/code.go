// Package customs is the vocabulary that everything else may speak: codes and identifiers, findings and their
// consequences, actors, errors, the clock.
//
// Read code.go for identifiers, finding.go for what is wrong with a document, actor.go for who acts, errors.go for
// what the program cannot do. The package decides nothing.
package customs

// State is a member state of the Union as two letters: AM, BY, KG, KZ or RU.
type State string

// The member states of the Union.
const (
	Armenia    State = "AM"
	Belarus    State = "BY"
	Kyrgyzstan State = "KG"
	Kazakhstan State = "KZ"
	Russia     State = "RU"
)

// States lists the member states in the order of their codes.
var States = []State{Armenia, Belarus, Kyrgyzstan, Kazakhstan, Russia}

// Member reports whether s is a member state.
func (s State) Member() bool {
	switch s {
	case Armenia, Belarus, Kyrgyzstan, Kazakhstan, Russia:
		return true
	}
	return false
}

// Country is a code of the Union's country classifier: two Latin letters, or 00 (unknown) and 99 (other).
type Country string

// CommodityCode is a code of the TN VED: ten digits, or four, six or eight where the law allows a shorter one.
type CommodityCode string

// Chapter returns the first two digits, or "" when the code is shorter.
func (c CommodityCode) Chapter() string { return c.prefix(2) }

// Heading returns the first four digits, or "" when the code is shorter.
func (c CommodityCode) Heading() string { return c.prefix(4) }

func (c CommodityCode) prefix(n int) string {
	if len(c) < n {
		return ""
	}
	return string(c[:n])
}

// OfficeCode names a customs office: 8 digits in Russia, Armenia and Kyrgyzstan; 5 in Kazakhstan and Belarus, where
// the 8-digit form has the state's number in front (39857201 prints as 57201).
type OfficeCode string

// State returns the member state that the first digits of an 8-digit code name, or "".
func (o OfficeCode) State() State {
	if len(o) != 8 {
		return ""
	}
	switch {
	case o[:2] == "10":
		return Russia
	case o[:3] == "051":
		return Armenia
	case o[:3] == "112":
		return Belarus
	case o[:3] == "398":
		return Kazakhstan
	case o[:3] == "417":
		return Kyrgyzstan
	}
	return ""
}

// Printed returns the code as it stands in the number of a declaration: without the state's number in Kazakhstan and
// Belarus.
func (o OfficeCode) Printed() string {
	switch o.State() {
	case Kazakhstan, Belarus:
		return string(o[3:])
	}
	return string(o)
}

// ProcedureCode is a two-digit code of the classifier of customs procedures; "00" stands for "no preceding procedure".
type ProcedureCode string

// PaymentCode is a four-digit code of the classifier of kinds of payment, for example "2010".
type PaymentCode string

// UnitCode is a three-digit code of the classifier of units, for example "166" for the kilogram.
type UnitCode string

// DocumentKind is a five-digit code of the classifier of document kinds of box 44, for example "04021".
type DocumentKind string

// DecisionCode is a two-digit code of the classifier of decisions, for example "10" for release.
type DecisionCode string

// DocumentID is the identifier that the sender gave a document: at most 36 characters, normally a UUID.
type DocumentID string

// CaseID is our identifier of a case: a UUID of version 7.
type CaseID string

// PartyID names a party by the state that gave its tax identifier and the identifier: "RU:9901000010".
type PartyID string
