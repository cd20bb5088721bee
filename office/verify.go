package office

import (
	"context"
	"fmt"
	"iter"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/mod/sumdb/note"

	"tamga/clearance"
	"tamga/customs"
	"tamga/signature"
	"tamga/transparency"
)

// Verification is what Verify is told.
type Verification struct {
	// Keys are the printed public keys of the node, "name+hash+key".
	Keys []string
	// Progress is told now and then what is checked and how many are done; nil is not told.
	Progress func(stage string, done int)
}

// Verified is what Verify found.
type Verified struct {
	// Counts are what was checked, by name, in the order of checking.
	Counts []Count `json:"counts"`
	// Waiting counts leaves and messages that have no place yet; Destroyed bodies whose secret is destroyed. Neither is a
	// fault.
	Waiting   int `json:"waiting"`
	Destroyed int `json:"destroyed"`
	// Faults are all that is wrong, Omitted how many more there are than are listed.
	Faults  []Fault `json:"faults,omitempty"`
	Omitted int     `json:"omitted,omitempty"`
}

// Sound reports whether nothing is wrong.
func (v *Verified) Sound() bool { return len(v.Faults) == 0 }

// Count tells how many of a thing were checked.
type Count struct {
	What   string `json:"what"`
	Number int    `json:"number"`
}

// Fault is one thing that is wrong: which check, on what, and how.
type Fault struct {
	Check   string `json:"check"`
	Subject string `json:"subject"`
	Detail  string `json:"detail"`
}

// mostFaults bounds a report; what is beyond is counted.
const mostFaults = 1000

// verifyPage is how many rows are read at once.
const verifyPage = 500

// Verify checks a whole store against itself and the node's keys: the log against all checkpoints and stored hashes,
// every event and message against its leaf, bodies against their digests, receipts against bodies, cases against their
// events, numbers and feed positions for gaps. It needs no office and no secret but those in the store, and changes
// nothing. The node may be at work meanwhile. An error means that the store could not be read.
func Verify(ctx context.Context, store Archive, with Verification) (Verified, error) {
	trust, err := transparency.ParseTrust(with.Keys...)
	if err != nil {
		return Verified{}, err
	}
	v := &verifier{
		ctx: ctx, store: store, with: with, trust: trust, refs: map[transparency.CaseRef]customs.CaseID{},
		cases: map[customs.CaseID]*checkedCase{}, serials: map[string]map[int64]customs.CaseID{},
	}
	for _, key := range with.Keys {
		known, err := note.NewVerifier(key)
		if err != nil {
			return Verified{}, err
		}
		v.keys = append(v.keys, known)
	}
	for _, step := range []func() error{v.log, v.walk, v.wait, v.feed, v.answers, v.settle, v.numbers} {
		if err := step(); err != nil {
			return v.out, err
		}
	}
	return v.out, nil
}

type verifier struct {
	ctx   context.Context
	store Archive
	with  Verification
	trust transparency.Trust
	keys  []note.Verifier
	laws  sync.Map
	out   Verified
	// claimed are the leaves of the audited log that an event or message has called its own.
	claimed []bool
	// unplaced are events and messages whose leaf had no place when they were checked.
	unplaced []string
	// waiting are the messages that had no place before the feed was read and were not met in it.
	waiting map[string]Message
	refs    map[transparency.CaseRef]customs.CaseID
	cases   map[customs.CaseID]*checkedCase
	// serials are the numbers given, by office and year.
	serials map[string]map[int64]customs.CaseID
}

// checkedCase is what later steps need of a case.
type checkedCase struct {
	version     int64
	declaration transparency.Digest
	length      int64
	receipts    int
}

func (v *verifier) fault(check, subject, format string, args ...any) {
	if len(v.out.Faults) >= mostFaults {
		v.out.Omitted++
		return
	}
	v.out.Faults = append(v.out.Faults, Fault{Check: check, Subject: subject, Detail: fmt.Sprintf(format, args...)})
}

func (v *verifier) count(what string, number int) {
	v.out.Counts = append(v.out.Counts, Count{What: what, Number: number})
}

func (v *verifier) progress(stage string, done int) {
	if v.with.Progress != nil && done%verifyPage == 0 {
		v.with.Progress(stage, done)
	}
}

func (v *verifier) law(edition string) (*Law, error) {
	return keptLaw(v.ctx, v.store, &v.laws, edition)
}

// log audits the log up to its newest checkpoint.
func (v *verifier) log() error {
	checkpoints, err := v.store.Checkpoints(v.ctx)
	if err != nil {
		return err
	}
	var size int64
	if len(checkpoints) > 0 {
		newest, err := transparency.OpenCheckpoint(checkpoints[len(checkpoints)-1], v.trust)
		if err != nil {
			v.fault("checkpoint", "newest", "%v", err)
		}
		size = newest.Tree.Size
	}
	report := transparency.Audit(transparency.Evidence{
		Trust: v.trust, Leaves: v.leaves(size), Checkpoints: checkpoints, Stored: v.store.Log(),
	})
	for i := range report.Defects {
		v.fault("log", string(report.Defects[i].Code), "%v", &report.Defects[i])
	}
	v.out.Omitted += int(report.Omitted)
	v.claimed = make([]bool, size)
	v.count("leaves", int(report.Tree.Size))
	v.count("checkpoints", len(checkpoints))
	return nil
}

func (v *verifier) leaves(size int64) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for first := int64(0); first < size; first += verifyPage {
			v.progress("leaves", int(first))
			page, err := v.store.Log().ReadRecords(first, int(min(verifyPage, size-first)))
			if err != nil {
				yield(nil, err)
				return
			}
			for _, leaf := range page {
				if !yield(leaf, nil) {
					return
				}
			}
		}
	}
}

// claim checks that the leaf is of the kind and about the digests it should be, and belongs to nobody else.
func (v *verifier) claim(row LogRow, want transparency.Record) transparency.Record {
	got, err := transparency.ParseRecord(row.Leaf)
	if err != nil {
		v.fault("leaf", row.ID, "%v", err)
		return got
	}
	if got.ID != want.ID || got.Kind != want.Kind || got.Event != want.Event || !got.At.Equal(want.At) {
		v.fault("leaf", want.ID, "leaf %d is of %s %s at %s", row.Position, got.Kind, got.ID, got.At.Format(time.RFC3339Nano))
	}
	if known, ok := v.refs[got.Case]; ok && known != row.Case {
		v.fault("leaf", want.ID, "its case reference is that of case %s", known)
	}
	v.refs[got.Case] = row.Case
	if row.Position >= int64(len(v.claimed)) {
		return got
	}
	if v.claimed[row.Position] {
		v.fault("leaf", want.ID, "leaf %d belongs to another too", row.Position)
	}
	v.claimed[row.Position] = true
	return got
}

// wait notes the messages that have no place in the feed yet: their leaves may have one.
func (v *verifier) wait() error {
	batch, err := v.store.Waiting(v.ctx, 0)
	if err != nil {
		v.fault("waiting", "log", "%v", err)
	}
	v.waiting = map[string]Message{}
	for _, m := range batch.Messages {
		v.waiting[m.ID] = m
	}
	return nil
}

// settle looks once more for leaves that had no place, and for leaves that belong to nothing.
func (v *verifier) settle() error {
	for id, m := range v.waiting {
		leaf, err := v.leavesOf([]string{id})
		if err != nil {
			return err
		}
		if row, ok := leaf[id]; ok {
			v.claim(row, transparency.Record{ID: id, Kind: transparency.Message, At: m.At})
		}
	}
	waiting, err := v.store.Waiting(v.ctx, 0)
	if err != nil {
		v.fault("waiting", "log", "%v", err)
	}
	known := map[string]bool{}
	for _, row := range waiting.Records {
		known[row.ID] = true
	}
	v.out.Waiting = len(waiting.Records) + len(waiting.Messages)
	placed, err := v.store.Records(v.ctx, v.unplaced)
	if err != nil {
		return err
	}
	for _, row := range placed {
		known[row.ID] = true
	}
	for _, id := range v.unplaced {
		if !known[id] {
			v.fault("leaf", id, "it has no leaf")
		}
	}
	for position, claimed := range v.claimed {
		if !claimed {
			v.fault("leaf", strconv.Itoa(position), "no event or message belongs to it")
		}
	}
	return nil
}

// feed checks every message that has a place: dense places, digest, signature, leaf.
func (v *verifier) feed() error {
	latest := map[customs.CaseID]time.Time{}
	after, count := int64(0), 0
	for {
		page, err := v.store.Feed(v.ctx, "", after, verifyPage)
		if err != nil {
			return err
		}
		if len(page) == 0 {
			v.count("messages", count)
			return nil
		}
		if err := v.messages(page, &after, latest); err != nil {
			return err
		}
		count += len(page)
		v.progress("messages", count)
	}
}

func (v *verifier) messages(page []Message, after *int64, latest map[customs.CaseID]time.Time) error {
	ids := make([]string, len(page))
	for i := range page {
		ids[i] = page[i].ID
	}
	leaves, err := v.leavesOf(ids)
	if err != nil {
		return err
	}
	for i := range page {
		m := &page[i]
		if m.Position != *after+1 {
			v.fault("feed", m.ID, "its place is %d after %d", m.Position, *after)
		}
		*after = m.Position
		if m.At.Before(latest[m.Case]) {
			v.fault("feed", m.ID, "an earlier message of case %s stands before it", m.Case)
		}
		latest[m.Case] = m.At
		v.message(m, leaves)
	}
	return nil
}

func (v *verifier) message(m *Message, leaves map[string]LogRow) {
	delete(v.waiting, m.ID)
	if transparency.Sum(m.Content) != m.Digest {
		v.fault("message", m.ID, "its content does not have its digest")
	}
	if !v.signed(signedText(*m), m.Signature) {
		v.fault("message", m.ID, "its signature is of no key given")
	}
	if row, ok := leaves[m.ID]; ok {
		got := v.claim(row, transparency.Record{ID: m.ID, Kind: transparency.Message, At: m.At})
		if got.Body != m.Digest {
			v.fault("message", m.ID, "its leaf has another digest")
		}
	}
	if _, known := v.cases[m.Case]; known {
		return
	}
	// The case may have been opened after the cases were walked.
	if _, err := v.store.Case(v.ctx, m.Case); err != nil {
		v.fault("message", m.ID, "case %s: %v", m.Case, err)
	}
}

func (v *verifier) signed(text, sig []byte) bool {
	for _, key := range v.keys {
		if key.Verify(text, sig) {
			return true
		}
	}
	return false
}

// leavesOf returns the placed leaves by identifier, remembering those without a place.
func (v *verifier) leavesOf(ids []string) (map[string]LogRow, error) {
	rows, err := v.store.Records(v.ctx, ids)
	if err != nil {
		return nil, err
	}
	found := make(map[string]LogRow, len(rows))
	for _, row := range rows {
		found[row.ID] = row
	}
	for _, id := range ids {
		if _, ok := found[id]; !ok {
			v.unplaced = append(v.unplaced, id)
		}
	}
	return found, nil
}

// answers checks every stored answer, and that every case has exactly one receipt.
func (v *verifier) answers() error {
	nodes, err := signature.ParseKeys(v.with.Keys...)
	if err != nil {
		return err
	}
	var after Key
	receipts, acts := 0, 0
	for {
		page, err := v.store.Answers(v.ctx, after, verifyPage)
		if err != nil {
			return err
		}
		if len(page) == 0 {
			break
		}
		after = page[len(page)-1].Key
		for i := range page {
			if strings.HasPrefix(page[i].Key.Name, "lodge ") {
				receipts++
				v.receipt(&page[i], nodes)
			} else {
				acts++
				v.answer(&page[i])
			}
		}
		v.progress("answers", receipts+acts)
	}
	for id, known := range v.cases {
		if known.receipts != 1 {
			v.fault("receipt", string(id), "the case has %d receipts", known.receipts)
		}
	}
	v.count("receipts", receipts)
	v.count("answers to acts", acts)
	return nil
}

func (v *verifier) receipt(kept *Kept, nodes note.Verifiers) {
	receipt, err := signature.ParseReceipt(kept.Answer, nodes)
	if err != nil {
		v.fault("receipt", kept.Key.Name, "%v", err)
		return
	}
	if receipt.Party != kept.Key.Party || receipt.SHA256 != kept.Request {
		v.fault("receipt", kept.Key.Name, "it is kept under another party or request")
	}
	known, ok := v.cases[receipt.Case]
	if !ok {
		// A case that was opened after the cases were walked.
		if _, err := v.store.Case(v.ctx, receipt.Case); err != nil {
			v.fault("receipt", kept.Key.Name, "case %s: %v", receipt.Case, err)
		}
		return
	}
	known.receipts++
	if receipt.SHA256 != known.declaration || receipt.Length != known.length {
		v.fault("receipt", kept.Key.Name, "it is not of the bytes kept for case %s", receipt.Case)
	}
}

func (v *verifier) answer(kept *Kept) {
	done, err := readDone(kept.Answer)
	if err != nil {
		v.fault("answer", kept.Key.Name, "%v", err)
		return
	}
	known, ok := v.cases[done.Case]
	if !ok {
		return
	}
	if done.Version > known.version && done.State != clearance.None {
		row, err := v.store.Case(v.ctx, done.Case)
		if err != nil || row.Version < done.Version {
			v.fault("answer", kept.Key.Name, "it tells of version %d of case %s, which has %d", done.Version, done.Case, row.Version)
		}
	}
}
