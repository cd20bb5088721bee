package portal

import (
	"net/http"
	"slices"
	"strings"
	"time"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// proofsView is how anyone can check what the office did with a case.
type proofsView struct {
	Receipt, Origin, Verifier string
	Size                      int64
	Root                      string
	Records                   []recordLine
}

type recordLine struct {
	ID, Text, Digest string
	// Index is the place in the log, -1 while the event waits for one.
	Index int64
	At    stamp
}

// proofs finds the records of the case's events. A log that cannot be read leaves the page without places, for the
// case itself is known all the same.
func (p *portal) proofs(s *sight, events []office.EventRow) proofsView {
	view := proofsView{Origin: string(p.Office.Origin), Verifier: p.Office.VerifierKey}
	if receipt, err := p.receiptOf(s); err == nil {
		view.Receipt = string(receipt)
	}
	source := p.Office.Store.Log()
	checkpoint, _, err := p.checkpoint(source)
	if err == nil {
		view.Size, view.Root = checkpoint.Tree.Size, checkpoint.Tree.Root.String()
	}
	for _, event := range events {
		index, err := find(source, view.Size, event)
		if err != nil {
			index = -1
		}
		view.Records = append(view.Records, recordLine{
			ID: event.ID, Text: s.say("event." + event.Kind), Digest: transparency.Sum(event.Content).String(),
			Index: index, At: stampOf(event.At, s.zone),
		})
	}
	slices.Reverse(view.Records)
	return view
}

func (p *portal) checkpoint(source transparency.Source) (transparency.Checkpoint, []byte, error) {
	signed, err := source.Latest()
	if err != nil || len(signed) == 0 {
		return transparency.Checkpoint{}, nil, &customs.Error{Code: customs.NotFound, Op: "read checkpoint", Err: err}
	}
	trust, err := transparency.ParseTrust(p.Office.VerifierKey)
	if err != nil {
		return transparency.Checkpoint{}, nil, err
	}
	checkpoint, err := transparency.OpenCheckpoint(signed, trust)
	return checkpoint, signed, err
}

// around is how many records on each side of an instant are looked through: the log follows the instants of events but
// for what was numbered a little later.
const around = 1024

// find returns the place of the event's record, -1 when it has none yet.
func find(source transparency.Source, size int64, event office.EventRow) (int64, error) {
	low, high := int64(0), size
	for low < high {
		middle := (low + high) / 2
		at, _, err := recordAt(source, middle)
		if err != nil {
			return -1, err
		}
		if at.Before(event.At) {
			low = middle + 1
		} else {
			high = middle
		}
	}
	first := max(low-around, 0)
	leaves, err := source.ReadRecords(first, int(min(low+around, size)-first))
	if err != nil {
		return -1, err
	}
	for i, leaf := range leaves {
		if !strings.Contains(string(leaf), event.ID) {
			continue
		}
		if record, err := transparency.ParseRecord(leaf); err == nil && record.ID == event.ID {
			return first + int64(i), nil
		}
	}
	return -1, nil
}

func recordAt(source transparency.Source, index int64) (time.Time, string, error) {
	leaves, err := source.ReadRecords(index, 1)
	if err != nil {
		return time.Time{}, "", err
	}
	record, err := transparency.ParseRecord(leaves[0])
	return record.At, record.ID, err
}

// proof sends the proof that an event of the case is in the log.
func (p *portal) proof(w http.ResponseWriter, v *visit) {
	body, err := p.prove(v)
	if err != nil {
		p.fail(w, v, err)
		return
	}
	download(w, "proof-"+v.PathValue("event")+".json", body)
}

func (p *portal) prove(v *visit) ([]byte, error) {
	s, err := p.look(v)
	if err != nil {
		return nil, err
	}
	rows, err := p.Office.Store.Events(v.Context(), s.dossier.Case.ID)
	if err != nil {
		return nil, err
	}
	missing := &customs.Error{Code: customs.NotFound, Op: "prove event", Subject: v.PathValue("event")}
	at := slices.IndexFunc(rows, func(row office.EventRow) bool { return row.ID == v.PathValue("event") })
	if at < 0 {
		return nil, missing
	}
	source := p.Office.Store.Log()
	checkpoint, signed, err := p.checkpoint(source)
	if err != nil {
		return nil, err
	}
	index, err := find(source, checkpoint.Tree.Size, rows[at])
	if err != nil {
		return nil, err
	}
	if index < 0 {
		return nil, missing
	}
	proof, err := transparency.Prove(index, signed, source)
	if err != nil {
		return nil, err
	}
	return proof.Print(), nil
}
