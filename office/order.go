package office

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"

	"tamga/clearance"
	"tamga/customs"
	"tamga/transparency"
)

// Order is what someone asks the office to do with a case. Which parts an act reads is said at the act.
type Order struct {
	Case customs.CaseID `json:"case"`
	// Key makes the order idempotent for its party or officer; empty means it is not repeated.
	Key   string        `json:"-"`
	Actor customs.Actor `json:"actor"`
	// Items are the ordinals concerned; none means all that are not decided.
	Items []int `json:"items,omitempty"`
	// Code is the decision of a release.
	Code customs.DecisionCode `json:"code,omitempty"`
	// Reason is the coded ground; Note what a person wrote.
	Reason string `json:"reason,omitempty"`
	Note   string `json:"note,omitempty"`
	// Matter names the request, demand or inspection that is answered.
	Matter string `json:"matter,omitempty"`
	// Regime is the paragraph of art. 325 of a request.
	Regime    clearance.Clock        `json:"regime,omitempty"`
	Documents []customs.DocumentKind `json:"documents,omitempty"`
	Boxes     []string               `json:"boxes,omitempty"`
	// Days is how many working days a term is prolonged by.
	Days int `json:"days,omitempty"`
	// Files are what the declarant hands in.
	Files []File `json:"files,omitempty"`
}

// File is bytes handed in with an order.
type File struct {
	Name string `json:"name"`
	Body []byte `json:"body"`
}

// decide works an order out on a desk.
type decide func(*desk) error

// perform does an act on a case: it works the act out on the present state and commits it once; when the state has
// changed meanwhile it begins again.
func (o *Office) perform(ctx context.Context, order Order, work decide) (Done, error) {
	request, err := requestDigest(order)
	if err != nil {
		return Done{}, err
	}
	for range attempts {
		done, err := o.performOnce(ctx, order, request, work)
		if customs.Is(err, customs.Stale) {
			continue
		}
		return done, err
	}
	return Done{}, &customs.Error{Code: customs.Stale, Op: "act on case", Subject: string(order.Case)}
}

func (o *Office) performOnce(ctx context.Context, order Order, request transparency.Digest, work decide) (Done, error) {
	d, err := o.sit(ctx, order.Case, order.Actor)
	if err != nil {
		return Done{}, err
	}
	expect := d.dossier.Case.Version
	key := Key{Party: partyOf(order.Actor), Name: "act " + order.Key}
	if order.Key == "" {
		key.Name = fmt.Sprintf("act %s %d", order.Case, expect)
	} else if done, found, err := o.performedBefore(ctx, key, request); found || err != nil {
		return done, err
	}
	if err := o.unlock(ctx, d); err != nil {
		return Done{}, err
	}
	if err := work(d); err != nil {
		return Done{}, err
	}
	if d.numbered == nil && d.dossier.Case.Version == expect {
		return d.done(), nil
	}
	commit := &Commit{Key: key, Request: request, Case: order.Case, Expect: expect, Moves: d.moves}
	if err := d.complete(commit); err != nil {
		return Done{}, err
	}
	outcome := o.commit(ctx, commit)
	if outcome.Err != nil {
		return Done{}, outcome.Err
	}
	return readDone(outcome.Answer)
}

// complete gives the act its rows: at once, or in the transaction when they name a number that is taken there.
func (d *desk) complete(commit *Commit) error {
	if d.numbered == nil {
		rows, err := d.finish(nil)
		commit.Rows = func(int64) (Rows, error) { return rows, err }
		return err
	}
	day := d.zone.Day(d.now)
	commit.Number = &NumberRequest{Office: d.dossier.Case.Office, Day: day, Before: d.zone.Midnight(day.AddDays(1))}
	commit.Rows = func(serial int64) (Rows, error) {
		again := *d
		again.rows.Events, again.rows.Records = slices.Clip(d.rows.Events), slices.Clip(d.rows.Records)
		again.rows.Bodies, again.rows.Messages = slices.Clip(d.rows.Bodies), slices.Clip(d.rows.Messages)
		again.dossier.Papers, again.dossier.Verdicts = slices.Clip(d.dossier.Papers), slices.Clip(d.dossier.Verdicts)
		if err := d.numbered(&again, serial); err != nil {
			return Rows{}, err
		}
		return again.finish(nil)
	}
	return nil
}

func (o *Office) performedBefore(ctx context.Context, key Key, request transparency.Digest) (Done, bool, error) {
	answer, known, err := o.Store.Answer(ctx, key)
	if customs.Is(err, customs.NotFound) {
		return Done{}, false, nil
	}
	if err != nil {
		return Done{}, false, err
	}
	if known != request {
		return Done{}, true, &customs.Error{Code: customs.Conflict, Op: "act on case", Subject: key.Name, Err: errors.New("the key was used for another order")}
	}
	done, err := readDone(answer)
	return done, true, err
}

func readDone(answer []byte) (Done, error) {
	var done Done
	if err := json.Unmarshal(answer, &done); err != nil {
		return done, &customs.Error{Code: customs.Corrupt, Op: "read answer", Err: err}
	}
	return done, nil
}

// partyOf is in whose name an actor's keys are: its party, else the actor itself.
func partyOf(actor customs.Actor) customs.PartyID {
	if actor.Party != "" {
		return actor.Party
	}
	return customs.PartyID(string(actor.Kind) + ":" + actor.ID)
}

func requestDigest(order Order) (transparency.Digest, error) {
	body, err := json.Marshal(order)
	if err != nil {
		return transparency.Digest{}, &customs.Error{Code: customs.Internal, Op: "read order", Err: err}
	}
	return transparency.Sum(body), nil
}

// unlock brings the secret of the case, so that new papers can be kept under it.
func (o *Office) unlock(ctx context.Context, d *desk) error {
	if len(d.dossier.Papers) == 0 {
		return nil
	}
	_, secret, err := o.Store.Body(ctx, d.dossier.Case.ID, d.dossier.Papers[0].Digest)
	d.secret = secret
	return err
}

// grounded refuses an order without a coded ground: nobody is asked or refused for nothing.
func (o Order) grounded(act string) error {
	if strings.TrimSpace(o.Reason) == "" {
		return &customs.Error{Code: customs.Invalid, Op: act, Subject: string(o.Case), Err: errors.New("a coded ground is needed")}
	}
	return nil
}

// sorted returns the ordered items, sorted.
func (o Order) sorted() []int {
	items := slices.Clone(o.Items)
	slices.Sort(items)
	return slices.Compact(items)
}

// matter is the notice of a matter that the order opens.
func (o Order) matter() *clearance.MatterNotice {
	return &clearance.MatterNotice{ID: newID(), Regime: o.Regime, Documents: o.Documents, Boxes: o.Boxes, Note: o.Note}
}

// closing is the notice of a matter that the order closes.
func (o Order) closing() *clearance.MatterNotice {
	return &clearance.MatterNotice{ID: o.Matter, Note: o.Note}
}
