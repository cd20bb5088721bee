package office

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"sync"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration/album"
	"tamga/transparency"
)

// Replayed is what became of doing a case again from what is kept of it.
type Replayed struct {
	Case  customs.CaseID  `json:"case"`
	State clearance.State `json:"state"`
	// Events and Papers count what was compared.
	Events int `json:"events"`
	Papers int `json:"papers"`
	// Program and Rules are those the case was judged with when they are not those of this program: its outcome may then
	// differ lawfully. Empty when they are the same.
	Program string `json:"program,omitempty"`
	Rules   string `json:"rules,omitempty"`
	// Differences are all that did not come out the same; none is agreement.
	Differences []Difference `json:"differences,omitempty"`
}

// Agrees reports whether everything came out as it is kept.
func (r *Replayed) Agrees() bool { return len(r.Differences) == 0 }

// Difference is one thing that came out otherwise: What it is, how it is kept and how it came out.
type Difference struct {
	What string `json:"what"`
	Kept string `json:"kept"`
	Made string `json:"made"`
}

func (r *Replayed) compare(what string, kept, made []byte) {
	if !bytes.Equal(kept, made) {
		r.Differences = append(r.Differences, Difference{What: what, Kept: string(kept), Made: string(made)})
	}
}

// Replay does a case again from its stored bytes, its events and the editions they name: findings, assessment, automatic
// verdicts and decisions for the recorded instant, and the case itself. It changes nothing. An error means that it could
// not be done again at all; what came out otherwise is listed.
func (o *Office) Replay(ctx context.Context, id customs.CaseID) (Replayed, error) {
	r := replay{office: o, ctx: ctx, out: Replayed{Case: id}}
	if err := r.load(id); err != nil {
		return r.out, err
	}
	if err := r.rebuild(); err != nil {
		return r.out, err
	}
	return r.out, r.judgings()
}

// replay is one case being done again.
type replay struct {
	office  *Office
	ctx     context.Context
	dossier Dossier
	rows    []EventRow
	events  []clearance.Event
	// before is the case as it stood before each event.
	before []clearance.Case
	out    Replayed
}

func (r *replay) load(id customs.CaseID) (err error) {
	if r.dossier, err = r.office.Dossier(r.ctx, id); err != nil {
		return err
	}
	r.out.State = r.dossier.Case.State
	if r.rows, err = r.office.Store.Events(r.ctx, id); err != nil {
		return err
	}
	r.events, err = readEvents(r.rows)
	r.out.Events = len(r.events)
	return err
}

func readEvents(rows []EventRow) ([]clearance.Event, error) {
	events := make([]clearance.Event, len(rows))
	for i := range rows {
		if err := json.Unmarshal(rows[i].Content, &events[i]); err != nil {
			return nil, &customs.Error{Code: customs.Corrupt, Op: "read event", Subject: rows[i].ID, Err: err}
		}
	}
	return events, nil
}

// rebuild applies the events in order to the zero case and compares the outcome with the case kept.
func (r *replay) rebuild() error {
	before, made, err := rebuild(r.events, func(edition string) (*Law, error) { return r.office.lawOf(r.ctx, edition) })
	r.before = before
	if customs.Is(err, customs.NotAllowed) || customs.Is(err, customs.Forbidden) || customs.Is(err, customs.Invalid) {
		r.out.compare("case", nil, []byte(err.Error()))
		return nil
	}
	if err != nil {
		return err
	}
	kept, err := encode(r.dossier.Case)
	if err != nil {
		return err
	}
	again, err := encode(made)
	r.out.compare("case", kept, again)
	return err
}

// rebuild applies events in order to the zero case, each under the edition it names, and returns the case before each
// event and after all.
func rebuild(events []clearance.Event, lawOf func(edition string) (*Law, error)) (before []clearance.Case, made clearance.Case, err error) {
	for _, event := range events {
		before = append(before, made)
		law, err := lawOf(event.Editions.Data)
		if err != nil {
			return before, made, err
		}
		_, terms, err := law.at(event.Office)
		if err != nil {
			return before, made, err
		}
		if made, err = clearance.Apply(made, event, terms); err != nil {
			return before, made, err
		}
	}
	return before, made, nil
}

// judgings does every judging of the case again.
func (r *replay) judgings() error {
	for i, event := range r.events {
		work := r.judging
		switch {
		case i >= len(r.before):
			continue
		case event.Kind == clearance.ChangeGranted:
			work = r.change
		case event.Payload.Attempt == nil:
			continue
		}
		if err := work(i); err != nil {
			return err
		}
	}
	return nil
}

// change examines again the version of the declaration that a granted change put in force.
func (r *replay) change(at int) error {
	law, err := r.lawFor(r.events[at])
	if err != nil {
		return err
	}
	j, err := r.sit(law, at)
	if err != nil {
		return err
	}
	return r.comparePapers(r.events[at], j)
}

// lawFor returns the law an event was decided by, and notes when its program or rules are not those at hand.
func (r *replay) lawFor(event clearance.Event) (*Law, error) {
	law, err := r.office.lawOf(r.ctx, event.Editions.Data)
	if err != nil {
		return nil, err
	}
	if event.Editions.Rules != law.Rules {
		r.out.Rules = event.Editions.Rules
	}
	if event.Editions.Program != r.office.Program {
		r.out.Program = event.Editions.Program
	}
	return law, nil
}

// judging does again the judging whose first event has the index.
func (r *replay) judging(first int) error {
	event := r.events[first]
	law, err := r.lawFor(event)
	if err != nil {
		return err
	}
	j, err := r.sit(law, first)
	if err != nil {
		return err
	}
	j.attempt = *event.Payload.Attempt
	j.decide()
	serial := int64(0)
	act := r.act(first)
	for _, one := range act {
		if number := one.Payload.Number; number != nil {
			serial, _ = strconv.ParseInt(number.Serial, 10, 64)
		}
	}
	rows, err := j.rows(serial)
	if err != nil {
		return err
	}
	if err := r.compareEvents(first, act, rows.Events); err != nil {
		return err
	}
	return r.comparePapers(event, j)
}

// act is the judging's events: all of one instant.
func (r *replay) act(first int) []clearance.Event {
	end := first
	for end < len(r.events) && r.events[end].At.Equal(r.events[first].At) {
		end++
	}
	return r.events[first:end]
}

// sit examines the declaration as it was examined at the event: the same bytes, instant and law.
func (r *replay) sit(law *Law, first int) (*judging, error) {
	event := r.events[first]
	_, terms, err := law.at(event.Office)
	if err != nil {
		return nil, err
	}
	place, _ := law.Classifiers.Office(event.Office)
	zone, _ := law.Calendars.Zone(place.Zone)
	d := &desk{
		office: r.office, law: law, terms: terms, zone: zone, actor: event.Actor, now: event.At, secret: newSecret(),
		dossier: Dossier{Case: r.before[first], Glance: r.dossier.Glance, Attempt: r.dossier.Attempt, Events: int64(first)},
	}
	body, err := r.declaration(event)
	if err != nil {
		return nil, err
	}
	read := album.Read(body, album.Options{})
	j := &judging{desk: d}
	if err := j.examine(&read); err != nil {
		return nil, err
	}
	return j, j.seal()
}

// declaration is the version of the declaration that stood at the event.
func (r *replay) declaration(event clearance.Event) ([]byte, error) {
	for _, paper := range slices.Backward(r.dossier.Papers) {
		if paper.Kind == PaperDeclaration && !paper.At.After(event.At) {
			return r.office.Paper(r.ctx, r.out.Case, paper.Digest)
		}
	}
	return nil, &customs.Error{Code: customs.Corrupt, Op: "find declaration", Subject: string(r.out.Case)}
}

// compareEvents compares the events of the act, all but what is drawn anew each time: identifiers of matters, and the
// editions, which the reader is told of by themselves.
func (r *replay) compareEvents(first int, kept []clearance.Event, made []EventRow) error {
	again, err := readEvents(made)
	if err != nil {
		return err
	}
	for i := range max(len(kept), len(again)) {
		var was, is []byte
		if i < len(kept) {
			if was, err = settled(kept[i]); err != nil {
				return err
			}
		}
		if i < len(again) {
			if is, err = settled(again[i]); err != nil {
				return err
			}
		}
		r.out.compare(fmt.Sprintf("event %d", first+i+1), was, is)
	}
	return nil
}

func settled(event clearance.Event) ([]byte, error) {
	event.Editions = clearance.Editions{}
	if matter := event.Payload.Matter; matter != nil {
		blank := *matter
		blank.ID = ""
		event.Payload.Matter = &blank
	}
	return encode(event)
}

// comparePapers compares the papers of the judging byte by byte.
func (r *replay) comparePapers(event clearance.Event, j *judging) error {
	for _, one := range []struct {
		kind string
		made []byte
	}{{PaperFindings, j.findings}, {PaperAssessment, j.assessment}} {
		at := slices.IndexFunc(r.dossier.Papers, func(p Paper) bool { return p.Kind == one.kind && p.At.Equal(event.At) })
		if at < 0 {
			r.out.compare(one.kind, nil, one.made)
			continue
		}
		r.out.Papers++
		kept := r.dossier.Papers[at]
		if kept.Digest == transparency.Sum(one.made) {
			continue
		}
		plain, err := r.office.Paper(r.ctx, r.out.Case, kept.Digest)
		if err != nil {
			return err
		}
		r.out.compare(one.kind, plain, one.made)
	}
	return nil
}

// lawOf returns the law of an edition that was kept, loading it once.
func (o *Office) lawOf(ctx context.Context, edition string) (*Law, error) {
	return keptLaw(ctx, o.Store, &o.editions, edition)
}

// keptLaw returns the law of an edition in the store, through the cache.
func keptLaw(ctx context.Context, store Reader, cache *sync.Map, edition string) (*Law, error) {
	if known, ok := cache.Load(edition); ok {
		return known.(*Law), nil
	}
	archive, err := store.Edition(ctx, edition)
	if err != nil {
		return nil, err
	}
	law, err := OpenBundle(archive)
	if err != nil {
		return nil, &customs.Error{Code: customs.Corrupt, Op: "open edition", Subject: edition, Err: err}
	}
	if law.Edition != edition {
		return nil, &customs.Error{Code: customs.Corrupt, Op: "open edition", Subject: edition, Err: fmt.Errorf("it holds edition %s", law.Edition)}
	}
	cache.Store(edition, law)
	return law, nil
}
