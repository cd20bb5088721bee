package clearance

import (
	"errors"
	"fmt"
	"slices"
	"strings"
	"time"

	"tamga/customs"
)

// Apply returns the case after the event. The case given is not touched.
//
// Errors: NotAllowed when the table has no row for one of the items, naming its state, the event and what is allowed;
// Forbidden when the actor may not cause the event; Invalid when the event lacks what its kind needs; Unavailable when
// a term cannot be counted because the working calendar of the year is not known. Either all items move or none.
func Apply(c Case, e Event, terms Terms) (Case, error) {
	if !mayCause(e.Actor.Kind, e.Kind) {
		return c, fault(customs.Forbidden, c, e, fmt.Errorf("%q may not cause %q", e.Actor.Kind, e.Kind))
	}
	if err := e.complete(); err != nil {
		return c, fault(customs.Invalid, c, e, err)
	}
	e.At = e.At.UTC()
	next := c.clone()
	if e.Kind == DocumentReceived {
		return received(next, e)
	}
	items, err := next.concerned(e)
	if err != nil {
		return c, fault(customs.NotAllowed, c, e, err)
	}
	rows, err := next.rows(items, e)
	if err != nil {
		return c, fault(customs.NotAllowed, c, e, err)
	}
	if err := next.move(items, rows, e, terms); err != nil {
		return c, err
	}
	next.record(e, terms)
	next.Version++
	next.rollUp()
	return next, nil
}

func received(c Case, e Event) (Case, error) {
	if len(c.Items) > 0 {
		return c, fault(customs.NotAllowed, c, e, errors.New("the case exists already"))
	}
	o := *e.Payload.Opening
	c = Case{
		ID: o.ID, Version: 1, Party: o.Party, Declarant: o.Declarant, Document: o.Document, Office: o.Office,
		Preliminary: o.Preliminary, Lane: Automatic, Instants: Instants{Received: e.At},
	}
	for n := 1; n <= o.Items; n++ {
		c.Items = append(c.Items, Item{Ordinal: n, State: Received, Base: Received})
	}
	if o.Items == 0 {
		c.Items = []Item{{State: Received, Base: Received}}
	}
	c.rollUp()
	return c, nil
}

// complete reports what the event lacks for its kind.
func (e Event) complete() error {
	switch {
	case e.At.IsZero():
		return errors.New("no instant")
	case e.Kind == DocumentReceived && (e.Payload.Opening == nil || e.Payload.Opening.Items < 0):
		return errors.New("no opening")
	case e.Kind == DeclarationRegistered && (e.Payload.Number == nil || e.Payload.Number.IsZero()):
		return errors.New("no number")
	case e.Kind == ReleaseRefused && e.Reason == "":
		return errors.New("no reason")
	case opens(e.Kind) != None && (e.Payload.Matter == nil || e.Payload.Matter.ID == ""):
		return errors.New("no id of the matter")
	case e.Kind == DocumentsRequested && !e.Payload.Matter.Regime.request():
		return errors.New("no regime of art. 325")
	}
	return nil
}

func opens(kind EventKind) State {
	for _, row := range Table {
		if row.Event == kind {
			return row.Opens
		}
	}
	return None
}

// concerned returns the indexes of the items the event is about, ascending.
func (c Case) concerned(e Event) ([]int, error) {
	ordinals := e.Items
	if m := e.Payload.Matter; len(ordinals) == 0 && m != nil && opens(e.Kind) == None {
		for _, matter := range c.Matters {
			if matter.ID == m.ID {
				ordinals = matter.Items
			}
		}
		if m.ID != "" && len(ordinals) == 0 {
			return nil, fmt.Errorf("no open matter %q", m.ID)
		}
	}
	decided := c.Final()
	var indexes []int
	for i, item := range c.Items {
		if slices.Contains(ordinals, item.Ordinal) || len(ordinals) == 0 && (decided || !item.State.Final()) {
			indexes = append(indexes, i)
		}
	}
	if len(indexes) == 0 || len(ordinals) > 0 && len(indexes) != len(ordinals) {
		return nil, errors.New("no such item")
	}
	return indexes, nil
}

// rows finds the row of the table for each item.
func (c Case) rows(items []int, e Event) ([]Row, error) {
	rows := make([]Row, 0, len(items))
	for _, i := range items {
		row, ok := c.row(c.Items[i], e)
		if !ok {
			return nil, fmt.Errorf("item %d is %q: %q is not allowed, allowed: %s", c.Items[i].Ordinal, c.Items[i].State, e.Kind, allowedFrom(c.Items[i].State))
		}
		rows = append(rows, row)
	}
	return rows, nil
}

func (c Case) row(item Item, e Event) (Row, bool) {
	variant := string(e.Code)
	if e.Kind == DeclarationRegistered && c.Preliminary {
		variant = Preliminary
	}
	for _, row := range Table {
		if row.From != item.State || row.Event != e.Kind || !c.bears(item, row) {
			continue
		}
		exact := row.Variant == variant
		plain := row.Variant == "" && variant != Preliminary && (variant == "" || variant == string(row.Code))
		if exact || plain {
			return row, true
		}
	}
	return Row{}, false
}

func allowedFrom(state State) string {
	var names []string
	for _, row := range Table {
		if row.From == state && !slices.Contains(names, string(row.Event)) {
			names = append(names, string(row.Event))
		}
	}
	return strings.Join(names, " ")
}

// move moves every item along its row, then settles where each one stands.
func (c *Case) move(items []int, rows []Row, e Event, terms Terms) error {
	due := time.Time{}
	for n, i := range items {
		item := &c.Items[i]
		if err := c.wind(item, rows[n], e, terms); err != nil {
			return termFault(*c, e, err)
		}
		if rows[n].To != Back && !rows[n].To.Waits() {
			item.Base = rows[n].To
		}
		if rows[n].Code != "" {
			item.Decision, item.Reason, item.DecidedAt, item.Stamp = rows[n].Code, e.Reason, e.At, e.Actor.Stamp
		}
		at, err := terms.answerBy(*item, rows[n], e)
		if err != nil {
			return termFault(*c, e, err)
		}
		if due.IsZero() || !at.IsZero() && at.Before(due) {
			due = at
		}
	}
	c.trade(items, rows, e, due)
	for _, i := range items {
		c.place(&c.Items[i])
	}
	return nil
}

// place sets the state of the item from what it waits for.
func (c *Case) place(item *Item) {
	if item.Base.Final() {
		item.State, item.Deadlines, item.Remaining = item.Base, nil, 0
		return
	}
	item.State = item.Base
	if waits := c.Waiting(item.Ordinal); len(waits) > 0 {
		item.State = waits[0]
	}
}

// record keeps what the event says about the case as a whole.
func (c *Case) record(e Event, terms Terms) {
	switch e.Kind {
	case DeclarationFiled:
		c.Instants.Filed = e.At
	case DeclarationRegistered:
		c.Instants.Registered, c.Number, c.RegisteredOn = e.At, *e.Payload.Number, dayOf(e.At, terms)
	case GoodsPresented:
		c.Instants.Presented = e.At
	case ChangeGranted:
		c.Revision++
	case RegistrationHandedOver, AutomaticReleaseAttempted, ReleaseTermExpired:
		c.Lane = Manual
	}
	if c.Final() && c.Instants.Decided.IsZero() {
		c.Instants.Decided = e.At
	}
}

func fault(code customs.ErrorCode, c Case, e Event, err error) error {
	return &customs.Error{Code: code, Op: "apply " + string(e.Kind), Subject: string(c.ID), Err: err}
}

func termFault(c Case, e Event, err error) error {
	return fault(customs.Unavailable, c, e, fmt.Errorf("count the term: %w", err))
}
