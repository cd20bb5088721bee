package transparency

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"strings"
	"time"

	"tamga/customs"
	"tamga/internal/canonical"
)

// MaxRecord is the greatest length of a record in bytes. The limits of its values add up to no more.
const MaxRecord = 512

// Kind is what a record says happened.
type Kind string

// The kinds. The list is closed: a program that does not know a kind says so, it does not guess.
const (
	// Received: bytes arrived and were stored as they came.
	Received Kind = "received"
	// Refused: customs refused, for example registration.
	Refused Kind = "refused"
	// Registered: a document got its number.
	Registered Kind = "registered"
	// Assessed: what is owed was computed.
	Assessed Kind = "assessed"
	// Selected: measures were chosen.
	Selected Kind = "selected"
	// Requested: documents, a change or an inspection were asked for.
	Requested Kind = "requested"
	// Released: goods were released.
	Released Kind = "released"
	// Withdrawn: the declarant took the declaration back.
	Withdrawn Kind = "withdrawn"
	// Corrected: a declaration was superseded.
	Corrected Kind = "corrected"
	// Event: any other event of a case.
	Event Kind = "event"
	// Message: a message was rendered for sending.
	Message Kind = "message"
	// Signed: a message recorded before was signed; the body is the signed bytes.
	Signed Kind = "signed"
	// Sent: a message left.
	Sent Kind = "sent"
	// Acknowledged: the receiver confirmed a message.
	Acknowledged Kind = "acknowledged"
	// Read: somebody read a case.
	Read Kind = "read"
)

// Kinds lists the kinds.
var Kinds = []Kind{
	Received, Refused, Registered, Assessed, Selected, Requested, Released, Withdrawn, Corrected,
	Event, Message, Signed, Sent, Acknowledged, Read,
}

// Known reports whether k is one of the kinds.
func (k Kind) Known() bool {
	for _, known := range Kinds {
		if k == known {
			return true
		}
	}
	return false
}

// CaseRef points at a case: a case's identifier as it is, a blinded one, or empty.
type CaseRef string

const blindedPrefix = "blinded:"

// Blinded returns a reference that only a holder of the key can link to the case: the first 16 bytes of HMAC-SHA256 over
// the identifier, in hexadecimal digits. Destroying the key cuts the link for ever.
func Blinded(key []byte, id customs.CaseID) CaseRef {
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte("tamga-case 1\n" + string(id)))
	return CaseRef(blindedPrefix + hex.EncodeToString(mac.Sum(nil)[:16]))
}

func (c CaseRef) valid() bool {
	blinded, is := strings.CutPrefix(string(c), blindedPrefix)
	if is {
		_, err := hex.DecodeString(blinded)
		return err == nil && len(blinded) == 32 && strings.ToLower(blinded) == blinded
	}
	return canonical.UUID(string(c))
}

// maxEdition fits "sha256:" and 64 hexadecimal digits.
const maxEdition = 71

// Record is one leaf of the log: that something happened, by digests. It holds no names, numbers or content.
type Record struct {
	// Log is the log that the record was made for; a record is worth nothing in another.
	Log Origin
	// ID is the record's own UUID, lower case.
	ID string
	// Kind is what happened.
	Kind Kind
	// Case is the case it happened to; empty when there is none.
	Case CaseRef
	// Event is the digest of the event's canonical bytes; zero when there are none.
	Event Digest
	// Body is the digest of the document's or message's bytes; zero when there are none.
	Body Digest
	// At is the instant the node claims, cut to the microsecond. The log proves order, not time.
	At time.Time
	// Rules is the edition of the rulebook and Data that of the reference data; visible ASCII up to 71 characters, or empty.
	Rules, Data string
}

// Names of a record's lines, as they stand in a Defect.
const (
	lineLog   = "log"
	lineID    = "id"
	lineKind  = "kind"
	lineCase  = "case"
	lineEvent = "event"
	lineBody  = "body"
	lineAt    = "at"
	lineRules = "rules"
	lineData  = "data"
)

var recordForm = canonical.Form{
	Header:   "tamga-record 1",
	Names:    []string{lineLog, lineID, lineKind, lineCase, lineEvent, lineBody, lineAt, lineRules, lineData},
	MaxBytes: MaxRecord,
}

// Print returns the record's one canonical text, the leaf of the log. The error is a *Defect with RecordValue or
// RecordKind.
func (r Record) Print() ([]byte, error) {
	at, atOK := canonical.Instant(r.At)
	switch {
	case !r.Log.Valid():
		return nil, recordValue(lineLog)
	case !canonical.UUID(r.ID):
		return nil, recordValue(lineID)
	case !r.Kind.Known():
		return nil, &Defect{Code: RecordKind, At: Nowhere, Field: lineKind}
	case r.Case != "" && !r.Case.valid():
		return nil, recordValue(lineCase)
	case !atOK:
		return nil, recordValue(lineAt)
	case !edition(r.Rules):
		return nil, recordValue(lineRules)
	case !edition(r.Data):
		return nil, recordValue(lineData)
	}
	text, err := recordForm.Print([]string{
		string(r.Log), r.ID, string(r.Kind), orNone(string(r.Case)), digestOrNone(r.Event), digestOrNone(r.Body), at,
		orNone(r.Rules), orNone(r.Data),
	})
	if err != nil {
		return nil, formDefect(RecordForm, err)
	}
	return text, nil
}

// ParseRecord reads what Print writes and nothing else. The error is a *Defect with RecordForm, RecordValue or RecordKind.
func ParseRecord(text []byte) (Record, error) {
	values, err := recordForm.Parse(text)
	if err != nil {
		return Record{}, formDefect(RecordForm, err)
	}
	r := Record{
		Log: Origin(values[0]), ID: values[1], Kind: Kind(values[2]), Case: CaseRef(noneOr(values[3])),
		Rules: noneOr(values[7]), Data: noneOr(values[8]),
	}
	var ok bool
	if r.Event, ok = parseDigestOrNone(values[4]); !ok {
		return Record{}, recordValue(lineEvent)
	}
	if r.Body, ok = parseDigestOrNone(values[5]); !ok {
		return Record{}, recordValue(lineBody)
	}
	if r.At, ok = canonical.ParseInstant(values[6]); !ok {
		return Record{}, recordValue(lineAt)
	}
	if _, err := r.Print(); err != nil {
		return Record{}, err
	}
	return r, nil
}

func edition(s string) bool {
	return s == "" || s != canonical.None && len(s) <= maxEdition && canonical.Visible(s)
}

func orNone(s string) string {
	if s == "" {
		return canonical.None
	}
	return s
}

func noneOr(s string) string {
	if s == canonical.None {
		return ""
	}
	return s
}

func digestOrNone(d Digest) string {
	if d.IsZero() {
		return canonical.None
	}
	return d.String()
}

func parseDigestOrNone(s string) (Digest, bool) {
	if s == canonical.None {
		return Digest{}, true
	}
	d, ok := canonical.ParseDigest(s)
	return d, ok && !d.IsZero()
}

func recordValue(line string) error { return &Defect{Code: RecordValue, At: Nowhere, Field: line} }

func formDefect(code Code, err error) error {
	d := &Defect{Code: code, At: Nowhere}
	var form *canonical.FormError
	if errors.As(err, &form) {
		d.Field = form.Name
	}
	return d
}
