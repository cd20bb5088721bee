package office

import (
	"time"

	"tamga/calendar"
	"tamga/customs"
	"tamga/transparency"
)

// Key makes an act idempotent: the same key with the same request gives the stored answer, with another request a
// Conflict.
type Key struct {
	// Party is whose key it is: two parties may use equal names.
	Party customs.PartyID
	Name  string
}

// Commit is everything one act changes. A store makes it true whole or not at all.
type Commit struct {
	Key Key
	// Request is the digest of what was asked.
	Request transparency.Digest
	// Case is the case moved and Expect the version of it the act was decided on; 0 means the case is new.
	Case   customs.CaseID
	Expect int64
	// Moves are guarded changes of balances: each must succeed or the act fails as Insufficient.
	Moves []Move
	// Number asks for a serial, taken last of all, in the same transaction; nil asks for none.
	Number *NumberRequest
	// Rows completes the act once its serial is known (0 without a request). It is pure computation, called inside
	// the transaction, and may be called again when the group is tried again.
	Rows func(serial int64) (Rows, error)
}

// NumberRequest asks for the next serial of an office in a calendar year.
type NumberRequest struct {
	Office customs.OfficeCode
	Day    calendar.Date
	// Before is when the legal day ends. A store that comes to the act later answers Stale, and the act is judged again
	// for the new day.
	Before time.Time
}

// Move changes a balance by Amount (negative takes). The balance may not fall below zero.
type Move struct {
	Balance string
	Amount  int64
}

// Rows are what an act writes.
type Rows struct {
	Case CaseRow
	// Secret is the key of the case's bodies, given once when the case is new.
	Secret   []byte
	Bodies   []Body
	Events   []EventRow
	Messages []Message
	Records  []LogRow
	// Timers replace all timers of the case.
	Timers []Timer
	// Balances are opened with their first amount.
	Balances []Balance
	// Answer is kept under the key and given back byte for byte.
	Answer []byte
}

// CaseRow is a case as stores keep it: columns to find it by, and the case itself as JSON.
type CaseRow struct {
	ID       customs.CaseID
	Version  int64
	Party    customs.PartyID
	Document customs.DocumentID
	// Attempt counts filings of one document id; it rises only after a refusal.
	Attempt int
	Office  customs.OfficeCode
	State   string
	// Number is declaration.RegistrationNumber.Key, or "" before registration.
	Number   string
	Lane     string
	Assignee string
	// Received and Changed are instants in UTC, to the microsecond.
	Received, Changed time.Time
	Content           []byte
}

// Body is bytes kept for a case: compressed and encrypted under its secret, found by the digest of the plain bytes.
type Body struct {
	Case   customs.CaseID
	Digest transparency.Digest
	Kind   string
	Length int64
	Sealed []byte
}

// EventRow is one event of a case; Sequence counts from 1 within the case.
type EventRow struct {
	ID       string
	Case     customs.CaseID
	Sequence int64
	Kind     string
	At       time.Time
	Content  []byte
}

// Message is a document for a party: rendered, unsigned, with its digest. Position and Signature are given by the
// sequencer after the commit; a feed shows a message only then.
type Message struct {
	ID        string
	Case      customs.CaseID
	Party     customs.PartyID
	Kind      string
	At        time.Time
	Content   []byte
	Digest    transparency.Digest
	Position  int64
	Signature []byte
}

// LogRow is a leaf of the log of evidence; Position is given by the sequencer, from 0.
type LogRow struct {
	ID       string
	Case     customs.CaseID
	At       time.Time
	Leaf     []byte
	Position int64
}

// Timer wakes a case: for judging at once, for a deadline later.
type Timer struct {
	Case customs.CaseID
	Kind string
	Due  time.Time
}

// Balance is a quantity that acts take from, in the smallest unit (for box 40: grams, or thousandths of a unit).
type Balance struct {
	Name      string
	Available int64
}

// Outcome is what became of one Commit of a group.
type Outcome struct {
	// Serial is the serial taken, 0 when none was asked for.
	Serial int64
	// Answer is the answer stored under the key: the one just written or, when Repeated, the one from before.
	Answer   []byte
	Repeated bool
	// Err is a *customs.Error: Stale, Conflict, Insufficient, Unavailable or Internal. Nothing of the act was
	// written then.
	Err error
}
