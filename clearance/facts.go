package clearance

import (
	"time"

	"tamga/calendar"
	"tamga/customs"
)

// Answer is yes, no, or not known. The zero Answer is not known and never lets a criterion pass.
type Answer string

const (
	// Unknown: nobody has found out.
	Unknown Answer = ""
	// Yes: it was found to be so.
	Yes Answer = "yes"
	// No: it was found not to be so.
	No Answer = "no"
)

// AnswerOf returns Yes or No.
func AnswerOf(yes bool) Answer {
	if yes {
		return Yes
	}
	return No
}

// Facts are what an automatic decision looks at, filled in by the office for one attempt. What is left zero is
// unknown and fails its criterion.
type Facts struct {
	// Day is the legal day of the decision.
	Day    calendar.Date
	Office customs.OfficeCode
	// Procedures are those of the items, without the preceding ones.
	Procedures []customs.ProcedureCode

	// Electronic: the declaration came as an electronic document.
	Electronic Answer
	// SignatureProved: the signature is proved and its certificate not revoked.
	SignatureProved Answer
	// SignerAuthorised: the power of attorney or the broker's contract covers the signer on the day.
	SignerAuthorised Answer
	OfficeCompetent  Answer
	// DocumentNew: the document id is free.
	DocumentNew Answer
	// ReservedToOfficer: only an official may register it.
	ReservedToOfficer Answer
	// RegistryRead: the registers the declaration relies on were read today and agree.
	RegistryRead Answer

	// Validated: the rules were tried; the counts mean nothing otherwise. Findings counts by consequence.
	Validated Answer
	Findings  map[customs.Consequence]int

	// AssessmentAgrees: every row of box 47 is what the assessment gives.
	AssessmentAgrees Answer
	// PaymentsCovered: money is captured or a certificate of security covers it.
	PaymentsCovered Answer
	// NothingOpen: no request, demand, version or withdrawal is open on the items.
	NothingOpen Answer
	// Presented: the goods are here, or need not be.
	Presented Answer
	// RestrictedMark: box 33 has «С» and no register has matched the permit.
	RestrictedMark Answer
	// Prohibited: goods of a prohibition or restriction that no permit in a register covers.
	Prohibited Answer
	// ValuationMethods are those of box 43.
	ValuationMethods []string
	// PreferenceClaimed and ReliefClaimed: box 36 claims something.
	PreferenceClaimed Answer
	ReliefClaimed     Answer
	// ProtectiveDuty: a special, anti-dumping or countervailing duty may apply and its maker was chosen by hand.
	ProtectiveDuty Answer
	// Selected: selection ran; Measures are what it chose.
	Selected Answer
	Measures []Measure
	// Drawn: the random draw took the declaration out for an official.
	Drawn Answer
	// IntellectualProperty: the register of intellectual property objects has a hit.
	IntellectualProperty Answer
	// PrecedingWrittenOff: the balances of box 40 are reserved, or there is nothing to write off.
	PrecedingWrittenOff Answer
	// Screening: a person or vessel of the declaration is on hold.
	Screening Answer
	// Elapsed is the time the attempt has taken, Timed whether it was measured.
	Elapsed time.Duration
	Timed   bool
}
