package clearance

import (
	"time"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// EventKind names what happened to a case.
type EventKind string

// The kinds of event; what each does stands in Table, who may cause it in Acts.
const (
	DocumentReceived          EventKind = "received"
	DocumentRejected          EventKind = "rejected"
	DeclarationFiled          EventKind = "filed"
	RegistrationRefused       EventKind = "registration-refused"
	RegistrationHandedOver    EventKind = "registration-handed-over"
	DeclarationRegistered     EventKind = "registered"
	GoodsPresented            EventKind = "goods-presented"
	PresentationExpired       EventKind = "presentation-expired"
	ControlStarted            EventKind = "control-started"
	DocumentsRequested        EventKind = "documents-requested"
	RequestAnswered           EventKind = "request-answered"
	RequestExpired            EventKind = "request-expired"
	ChangeDemanded            EventKind = "change-demanded"
	DemandExpired             EventKind = "demand-expired"
	ChangeRequested           EventKind = "change-requested"
	ChangeGranted             EventKind = "change-granted"
	ChangeDenied              EventKind = "change-denied"
	InspectionOrdered         EventKind = "inspection-ordered"
	InspectionRecorded        EventKind = "inspection-recorded"
	ExpertiseOrdered          EventKind = "expertise-ordered"
	ExpertiseRecorded         EventKind = "expertise-recorded"
	PaymentDemanded           EventKind = "payment-demanded"
	PaymentCovered            EventKind = "payment-covered"
	SecurityAccepted          EventKind = "security-accepted"
	TermProlonged             EventKind = "prolonged"
	TermSuspended             EventKind = "suspended"
	TermResumed               EventKind = "resumed"
	ReleaseTermExpired        EventKind = "release-term-expired"
	AutomaticReleaseAttempted EventKind = "automatic-release-attempted"
	GoodsReleased             EventKind = "released"
	ReleaseRefused            EventKind = "release-refused"
	WithdrawalRequested       EventKind = "withdrawal-requested"
	WithdrawalGranted         EventKind = "withdrawal-granted"
	WithdrawalDenied          EventKind = "withdrawal-denied"
	ReleaseSettled            EventKind = "release-settled"
	ReleaseAnnulled           EventKind = "release-annulled"
)

// Editions name what an event was decided with, so that it can be decided again.
type Editions struct {
	Rules   string `json:"rules,omitempty"`
	Data    string `json:"data,omitempty"`
	Program string `json:"program,omitempty"`
}

// Event is one thing that happened to a case. Events are kept for ever; applying them in order to the zero Case
// gives the case.
type Event struct {
	Kind EventKind `json:"kind"`
	// At is the legal instant of the event.
	At time.Time `json:"at"`
	// ClaimedAt is when the sender says it happened; zero when nobody says.
	ClaimedAt time.Time          `json:"claimed_at,omitzero"`
	Actor     customs.Actor      `json:"actor"`
	Office    customs.OfficeCode `json:"office,omitempty"`
	// Items are the ordinals concerned, ascending. Empty means every item that is not yet decided; when all are
	// decided, every item; and for an event that names a matter, the items of the matter.
	Items []int `json:"items,omitempty"`
	// Code is the decision, for events that are decisions.
	Code customs.DecisionCode `json:"code,omitempty"`
	// Reason names why, a key of the texts or a code of the classifier of reasons.
	Reason   string   `json:"reason,omitempty"`
	Law      string   `json:"law,omitempty"`
	Editions Editions `json:"editions,omitzero"`
	Payload  Payload  `json:"payload,omitzero"`
}

// Payload is what an event carries besides, at most one part per event and Verdict beside it.
type Payload struct {
	// Opening goes with DocumentReceived.
	Opening *Opening `json:"opening,omitempty"`
	// Number goes with DeclarationRegistered.
	Number *declaration.RegistrationNumber `json:"number,omitempty"`
	// Matter opens or closes a request, a demand, an inspection and so on.
	Matter *MatterNotice `json:"matter,omitempty"`
	// Prolongation goes with TermProlonged.
	Prolongation *Prolongation `json:"prolongation,omitempty"`
	// Verdict goes with every decision of the system and every attempt at one.
	Verdict *Verdict `json:"verdict,omitempty"`
	// Findings are the codes on which a refusal or a demand rests.
	Findings []customs.FindingCode `json:"findings,omitempty"`
	// Grounds are the sub-paragraphs of art. 111(5) on which registration is refused.
	Grounds []string `json:"grounds,omitempty"`
	// Attempt goes with the first event of an automatic judging: what came from outside the law and the document.
	Attempt *Attempt `json:"attempt,omitempty"`
}

// Attempt is what an automatic judging was done with besides the document, the law and the instant, so that it can be
// done again to the letter.
type Attempt struct {
	// Draw is the one random number of the case, see Selection.Select. It is a string in JSON, for readers that hold
	// numbers in floating point.
	Draw uint64 `json:"draw,string"`
	// Elapsed is how long the attempt had taken when the criteria were tried, in nanoseconds.
	Elapsed time.Duration `json:"elapsed"`
	// Preceding tells whether what box 40 names was taken from the balances.
	Preceding Answer `json:"preceding,omitempty"`
}

// Opening is what the first event of a case says about it.
type Opening struct {
	ID        customs.CaseID     `json:"id"`
	Party     customs.PartyID    `json:"party"`
	Declarant customs.PartyID    `json:"declarant,omitempty"`
	Document  customs.DocumentID `json:"document"`
	Office    customs.OfficeCode `json:"office"`
	// Items is the number of goods items; 0 when it cannot be read, and then the case has one item with ordinal 0.
	Items int `json:"items"`
	// Preliminary: the goods are declared before they arrive, art. 114.
	Preliminary bool `json:"preliminary,omitempty"`
}

// MatterNotice opens a matter, or closes one by its ID.
type MatterNotice struct {
	// ID names the matter within the case; an opening notice must have one, a closing one without it means every
	// open matter of its kind on the items.
	ID string `json:"id,omitempty"`
	// Regime is the paragraph of art. 325 of a request: Regime1, Regime4 or Regime15. Empty for other matters.
	Regime Clock `json:"regime,omitempty"`
	// Documents are the kinds of document asked for.
	Documents []customs.DocumentKind `json:"documents,omitempty"`
	// Boxes are the boxes a demanded or requested change concerns.
	Boxes []string `json:"boxes,omitempty"`
	// Note is what a person wrote: an instruction, a result. Never read by the program.
	Note string `json:"note,omitempty"`
}

// Prolongation is a longer term of release.
type Prolongation struct {
	// Days is the number of working days after the day of registration (or of presentation), at most what the term
	// allows; 0 means all of it.
	Days int `json:"days,omitempty"`
	// Leave is the officer whose leave it needs, by stamp.
	Leave string `json:"leave,omitempty"`
}

// Instants are the legal moments of a case, in universal time.
type Instants struct {
	Received   time.Time `json:"received,omitzero"`
	Filed      time.Time `json:"filed,omitzero"`
	Registered time.Time `json:"registered,omitzero"`
	Presented  time.Time `json:"presented,omitzero"`
	Decided    time.Time `json:"decided,omitzero"`
}

// dayOf returns the legal day of an instant at the office.
func dayOf(at time.Time, terms Terms) calendar.Date { return terms.Hours.Zone.Day(at) }
