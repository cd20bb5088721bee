package signature

import (
	"errors"
	"strings"
	"time"

	"golang.org/x/mod/sumdb/note"

	"tamga/customs"
	"tamga/internal/canonical"
)

// Statement is what a receipt states.
type Statement string

// ReceivedNotJudged: these bytes were received and durably stored at this instant. Nothing is said about their form or
// content, about registration, or about their place among others.
const ReceivedNotJudged Statement = "received-not-judged"

// maxReference bounds an identifier that came from outside, in bytes.
const maxReference = 128

// MaxReceipt bounds a receipt's text in bytes.
const MaxReceipt = 2048

// Receipt is what a sender is given at intake, signed by the node. It binds the node: whoever holds it and the bytes can
// show to anyone, offline, that the node received exactly these bytes. It is made once, stored, and given out again byte
// for byte.
type Receipt struct {
	// Node is the node that received.
	Node Origin
	// ID is the receipt's own UUID, lower case.
	ID string
	// Party is for whom the bytes were sent, and Document the sender's own identifier of them, empty when it could not be
	// read; any bytes, at most 128.
	Party    customs.PartyID
	Document customs.DocumentID
	// Attempt counts from 1; it rises only after a refusal.
	Attempt int
	// Case is the case that was opened; empty when none is yet, as for bytes that wait in a spool.
	Case customs.CaseID
	// SHA256 and Length are of the bytes as received.
	SHA256 Digest
	Length int64
	// At is the instant of receipt, cut to the microsecond.
	At time.Time
	// Statement is what the node says.
	Statement Statement
}

// Names of a receipt's lines, as they stand in a Defect.
const (
	lineNode      = "node"
	lineReceipt   = "receipt"
	lineParty     = "party"
	lineDocument  = "document"
	lineAttempt   = "attempt"
	lineCase      = "case"
	lineSHA256    = "sha256"
	lineLength    = "length"
	lineAt        = "at"
	lineStatement = "statement"
)

var receiptForm = canonical.Form{
	Header: "tamga-receipt 1",
	Names: []string{
		lineNode, lineReceipt, lineParty, lineDocument, lineAttempt, lineCase, lineSHA256, lineLength, lineAt, lineStatement,
	},
	MaxBytes: MaxReceipt,
}

// Text returns the receipt's one canonical text, which the node signs. The error is a *Defect with ReceiptValue.
func (r Receipt) Text() ([]byte, error) {
	at, atOK := canonical.Instant(r.At)
	switch {
	case !r.Node.Valid():
		return nil, receiptValue(lineNode)
	case !canonical.UUID(r.ID):
		return nil, receiptValue(lineReceipt)
	case r.Party == "" || len(r.Party) > maxReference:
		return nil, receiptValue(lineParty)
	case len(r.Document) > maxReference:
		return nil, receiptValue(lineDocument)
	case r.Attempt < 1:
		return nil, receiptValue(lineAttempt)
	case r.Case != "" && !canonical.UUID(string(r.Case)):
		return nil, receiptValue(lineCase)
	case r.SHA256.IsZero():
		return nil, receiptValue(lineSHA256)
	case r.Length < 0:
		return nil, receiptValue(lineLength)
	case !atOK:
		return nil, receiptValue(lineAt)
	case r.Statement != ReceivedNotJudged:
		return nil, receiptValue(lineStatement)
	}
	text, err := receiptForm.Print([]string{
		string(r.Node), r.ID, canonical.Escape(string(r.Party)), canonical.Escape(string(r.Document)),
		canonical.Number(int64(r.Attempt)), canonical.Escape(string(r.Case)), r.SHA256.String(), canonical.Number(r.Length),
		at, string(r.Statement),
	})
	if err != nil {
		return nil, formDefect(err)
	}
	return text, nil
}

// Print returns the receipt as a note signed by the node. With an Ed25519 signer equal receipts print to equal bytes. The
// error is a *Defect with ReceiptValue, ReceiptNode when the signer is not the node, or SignerFailed.
func (r Receipt) Print(node note.Signer) ([]byte, error) {
	text, err := r.Text()
	if err != nil {
		return nil, err
	}
	if node.Name() != string(r.Node) {
		return nil, &Defect{Code: ReceiptNode, Field: node.Name()}
	}
	msg, err := note.Sign(&note.Note{Text: string(text)}, node)
	if err != nil {
		return nil, &Defect{Code: SignerFailed, Err: err}
	}
	return msg, nil
}

// ParseReceipt returns a receipt signed by a known node, reading what Print writes and nothing else: one signature, the
// node's own. The error is a *Defect with ReceiptForm, ReceiptValue or ReceiptSignature.
func ParseReceipt(msg []byte, nodes note.Verifiers) (Receipt, error) {
	text, _, split := strings.Cut(string(msg), "\n\n")
	if !split || len(msg) > 2*MaxReceipt {
		return Receipt{}, &Defect{Code: ReceiptForm}
	}
	r, err := parseReceiptText([]byte(text + "\n"))
	if err != nil {
		return Receipt{}, err
	}
	signed, signatures, err := canonical.OpenNote(msg, r.Node, nodes)
	switch {
	case errors.Is(err, canonical.ErrNoteSigner):
		return Receipt{}, &Defect{Code: ReceiptSignature, Field: string(r.Node)}
	case err != nil || signatures != 1 || signed != text+"\n":
		return Receipt{}, &Defect{Code: ReceiptForm}
	}
	return r, nil
}

// Verify says whether these are the bytes received; the error is a *Defect with ReceiptBytes.
func (r Receipt) Verify(received []byte) error {
	if int64(len(received)) != r.Length || Sum(received) != r.SHA256 {
		return &Defect{Code: ReceiptBytes, Field: r.ID}
	}
	return nil
}

func parseReceiptText(text []byte) (Receipt, error) {
	values, err := receiptForm.Parse(text)
	if err != nil {
		return Receipt{}, formDefect(err)
	}
	r := Receipt{Node: Origin(values[0]), ID: values[1], Statement: Statement(values[9])}
	var party, document, caseID string
	var attempt int64
	for i, parse := range []func(string) bool{
		2: func(s string) (ok bool) { party, ok = canonical.Unescape(s); return },
		3: func(s string) (ok bool) { document, ok = canonical.Unescape(s); return },
		4: func(s string) (ok bool) { attempt, ok = canonical.ParseNumber(s); return ok && attempt <= 1<<31-1 },
		5: func(s string) (ok bool) { caseID, ok = canonical.Unescape(s); return },
		6: func(s string) (ok bool) { r.SHA256, ok = canonical.ParseDigest(s); return },
		7: func(s string) (ok bool) { r.Length, ok = canonical.ParseNumber(s); return },
		8: func(s string) (ok bool) { r.At, ok = canonical.ParseInstant(s); return },
	} {
		if parse != nil && !parse(values[i]) {
			return Receipt{}, receiptValue(receiptForm.Names[i])
		}
	}
	r.Party, r.Document, r.Case = customs.PartyID(party), customs.DocumentID(document), customs.CaseID(caseID)
	r.Attempt = int(attempt)
	if _, err := r.Text(); err != nil {
		return Receipt{}, err
	}
	return r, nil
}

func receiptValue(line string) error { return &Defect{Code: ReceiptValue, Field: line} }

func formDefect(err error) error {
	d := &Defect{Code: ReceiptForm}
	var form *canonical.FormError
	if errors.As(err, &form) {
		d.Field = form.Name
	}
	return d
}
