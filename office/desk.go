package office

import (
	"context"
	"encoding/json"
	"time"

	"github.com/google/uuid"

	"tamga/calendar"
	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/transparency"
)

// attempts is how often an act is decided anew when what it was decided on has changed meanwhile.
const attempts = 3

// Done tells what became of an act.
type Done struct {
	Case customs.CaseID `json:"case"`
	// Version is the case's version after the act.
	Version int64 `json:"version"`
	// State is the case's roll-up after the act.
	State clearance.State `json:"state"`
	// Number is the registration number's key, when there is one.
	Number string `json:"number,omitempty"`
	// At is the legal instant of the act.
	At time.Time `json:"at"`
}

// desk is where one act is worked out: the case, the law that holds for it, and the rows the act will write. It lives
// for one attempt at one act.
type desk struct {
	office  *Office
	law     *Law
	terms   clearance.Terms
	zone    calendar.Zone
	dossier Dossier
	secret  []byte
	actor   customs.Actor
	now     time.Time
	rows    Rows
	// declared is the declaration in force, for acts that need it; nil when it was not read.
	declared *declaration.Declaration
	// numbered ends an act that takes a number, on a copy of the desk; nil when the act takes none.
	numbered func(*desk, int64) error
	// moves are the balances the act takes from or gives back to.
	moves []Move
}

// record applies an event to the case and writes it with its leaf of the log. body is the digest of the document or
// message the event is about, zero when there is none.
func (d *desk) record(event clearance.Event, body transparency.Digest) error {
	event.At, event.Office = d.now, d.dossier.Case.Office
	if event.Actor.Kind == "" {
		event.Actor = d.actor
	}
	event.Editions = d.editions()
	next, err := clearance.Apply(d.dossier.Case, event, d.terms)
	if err != nil {
		return err
	}
	d.dossier.Case = next
	d.dossier.Events++
	d.dossier.Last = d.now
	content, err := json.Marshal(event)
	if err != nil {
		return &customs.Error{Code: customs.Internal, Op: "write event", Subject: string(event.Kind), Err: err}
	}
	id := newID()
	d.rows.Events = append(d.rows.Events, EventRow{
		ID: id, Case: next.ID, Sequence: d.dossier.Events, Kind: string(event.Kind), At: d.now, Content: content,
	})
	if event.Payload.Verdict != nil {
		d.dossier.Verdicts = append(d.dossier.Verdicts, Attempted{At: d.now, Stage: string(event.Kind), Verdict: *event.Payload.Verdict})
	}
	return d.log(id, leafKind(event.Kind), transparency.Sum(content), body)
}

func (d *desk) editions() clearance.Editions {
	return clearance.Editions{Rules: d.law.Rules, Data: d.law.Edition, Program: d.office.Program}
}

// log writes a leaf for the log of evidence; the sequencer gives it its place.
func (d *desk) log(id string, kind transparency.Kind, event, body transparency.Digest) error {
	leaf, err := transparency.Record{
		Log: d.office.Origin, ID: id, Kind: kind, Case: transparency.Blinded(d.office.Blind, d.dossier.Case.ID),
		Event: event, Body: body, At: d.now, Rules: d.law.Rules, Data: d.law.Edition,
	}.Print()
	if err != nil {
		return err
	}
	d.rows.Records = append(d.rows.Records, LogRow{ID: id, Case: d.dossier.Case.ID, At: d.now, Leaf: leaf})
	return nil
}

// tell writes a message to the party of the case, with its leaf.
func (d *desk) tell(kind string, content []byte) error {
	id := newID()
	message := Message{
		ID: id, Case: d.dossier.Case.ID, Party: d.dossier.Case.Party, Kind: kind, At: d.now,
		Content: content, Digest: transparency.Sum(content),
	}
	d.rows.Messages = append(d.rows.Messages, message)
	return d.log(id, transparency.Message, transparency.Digest{}, message.Digest)
}

// keep stores bytes as a paper of the case.
func (d *desk) keep(kind, name string, plain []byte) (transparency.Digest, error) {
	body, err := seal(d.dossier.Case.ID, kind, d.secret, plain)
	if err != nil {
		return body.Digest, err
	}
	d.file(name, body)
	return body.Digest, nil
}

// file stores a sealed body as a paper of the case.
func (d *desk) file(name string, body Body) {
	d.rows.Bodies = append(d.rows.Bodies, body)
	d.dossier.Papers = append(d.dossier.Papers, Paper{
		Kind: body.Kind, Digest: body.Digest, At: d.now, Length: body.Length, Revision: d.dossier.Case.Revision, Name: name,
	})
}

// finish completes the rows of the act: the case, its timers and the answer.
func (d *desk) finish(answer []byte) (Rows, error) {
	row, err := d.dossier.row()
	if err != nil {
		return Rows{}, err
	}
	d.rows.Case = row
	if answer == nil {
		if answer, err = json.Marshal(d.done()); err != nil {
			return Rows{}, &customs.Error{Code: customs.Internal, Op: "answer act", Err: err}
		}
	}
	d.rows.Answer = answer
	for _, deadline := range d.dossier.Case.Deadlines() {
		if !deadline.Expired && !deadline.Due.IsZero() {
			d.rows.Timers = append(d.rows.Timers, Timer{Case: row.ID, Kind: timerTerm, Due: deadline.Due})
			break
		}
	}
	return d.rows, nil
}

func (d *desk) done() Done {
	return Done{
		Case: d.dossier.Case.ID, Version: d.dossier.Case.Version, State: d.dossier.Case.State,
		Number: d.dossier.Case.Number.Key(), At: d.now,
	}
}

// The kinds of timer.
const (
	// timerJudge: the case is lodged and not judged yet.
	timerJudge = "judge"
	// timerTerm: a term of the law ends.
	timerTerm = "term"
)

func newID() string { return uuid.Must(uuid.NewV7()).String() }

// sit loads a case and the law it is under, and opens a desk for it.
func (o *Office) sit(ctx context.Context, id customs.CaseID, actor customs.Actor) (*desk, error) {
	row, err := o.Store.Case(ctx, id)
	if err != nil {
		return nil, err
	}
	dossier, err := ReadDossier(row)
	if err != nil {
		return nil, err
	}
	return o.open(dossier, actor)
}

func (o *Office) open(dossier Dossier, actor customs.Actor) (*desk, error) {
	law := o.CurrentLaw()
	place, terms, err := law.at(dossier.Case.Office)
	if err != nil {
		return nil, err
	}
	zone, _ := law.Calendars.Zone(place.Zone)
	return &desk{
		office: o, law: law, terms: terms, zone: zone, dossier: dossier, actor: actor, now: o.instant(dossier.Last),
	}, nil
}

// instant is now, cut to the microsecond and later than the last event of the case, so that the order of a case's
// events is the order of their instants whatever the clocks of several processes show.
func (o *Office) instant(last time.Time) time.Time {
	now := o.Clock.Now().UTC().Truncate(time.Microsecond)
	if !now.After(last) {
		now = last.Add(time.Microsecond)
	}
	return now
}
