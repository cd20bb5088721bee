package clearance

import (
	"errors"
	"slices"
	"time"

	"tamga/customs"
)

// Deadline is a term that runs.
type Deadline struct {
	Clock Clock `json:"clock"`
	// Due is when the term ends.
	Due time.Time `json:"due"`
	Law string    `json:"law"`
	// Items are the ordinals concerned; empty on an item's own deadline.
	Items []int `json:"items,omitempty"`
	// Matter names the matter whose answer is awaited; empty for the terms of customs itself.
	Matter string `json:"matter,omitempty"`
	// Expired tells that the end of the term has been recorded.
	Expired bool `json:"expired,omitempty"`
}

// wind starts, moves and stops the terms of an item as the row says.
func (c *Case) wind(item *Item, row Row, e Event, terms Terms) error {
	switch e.Kind {
	case DeclarationRegistered:
		item.stop(ToRegister)
	case GoodsPresented:
		item.stop(ToPresent)
	case ReleaseTermExpired:
		return item.expire()
	case TermSuspended:
		return item.freeze(e.At, terms)
	case TermResumed:
		return item.thaw(e, terms)
	case TermProlonged:
		return c.prolong(item, e, terms)
	}
	if row.Clock == "" {
		return nil
	}
	term, err := terms.On(row.Clock, dayOf(e.At, terms))
	if err != nil {
		return err
	}
	due, err := terms.count(term, e.At, time.Time{})
	if err != nil {
		return err
	}
	item.start(row.Clock, due, term.Law)
	return nil
}

func (i *Item) start(clock Clock, due time.Time, law string) {
	i.stop(clock)
	i.Deadlines = append(i.Deadlines, Deadline{Clock: clock, Due: due.UTC(), Law: law})
}

func (i *Item) stop(clock Clock) {
	i.Deadlines = slices.DeleteFunc(i.Deadlines, func(d Deadline) bool { return d.Clock == clock })
}

// release returns the end of the term of release, zero when it does not run.
func (i Item) release() time.Time {
	for _, d := range i.Deadlines {
		if d.Clock == ToRelease {
			return d.Due
		}
	}
	return time.Time{}
}

// runs reports whether the term of release runs and its end has not been recorded.
func (i Item) runs() bool {
	return slices.ContainsFunc(i.Deadlines, func(d Deadline) bool { return d.Clock == ToRelease && !d.Expired })
}

func (i *Item) expire() error {
	for n := range i.Deadlines {
		if i.Deadlines[n].Clock == ToRelease {
			i.Deadlines[n].Expired = true
			return nil
		}
	}
	return errors.New("no term of release runs")
}

// freeze stops the term of release and keeps what is left of it, art. 124.
func (i *Item) freeze(at time.Time, terms Terms) error {
	end := i.release()
	if end.IsZero() {
		return nil
	}
	left, err := terms.between(at, end)
	if err != nil {
		return err
	}
	i.Remaining = left
	i.stop(ToRelease)
	return nil
}

func (i *Item) thaw(e Event, terms Terms) error {
	term, err := terms.On(ToRelease, dayOf(e.At, terms))
	if err != nil {
		return err
	}
	due, err := terms.Hours.AddWorking(e.At, i.Remaining)
	if err != nil {
		return err
	}
	i.Remaining = 0
	i.start(ToRelease, due, term.Law)
	return nil
}

// prolong moves the end of the term of release: working days count from the day the term began, art. 119.
func (c *Case) prolong(item *Item, e Event, terms Terms) error {
	begun := c.Instants.Registered
	if !c.Instants.Presented.IsZero() {
		begun = c.Instants.Presented
	}
	term, err := terms.On(ToProlong, dayOf(e.At, terms))
	if err != nil {
		return err
	}
	if p := e.Payload.Prolongation; p != nil && p.Days > 0 {
		term.Amount = min(term.Amount, p.Days)
	}
	due, err := terms.count(term, begun, time.Time{})
	if err != nil {
		return err
	}
	if due.After(item.release()) {
		item.start(ToRelease, due, term.Law)
	}
	return nil
}

// answerBy returns until when the matter that the row opens is to be answered; zero when no term runs for it.
func (t Terms) answerBy(item Item, row Row, e Event) (time.Time, error) {
	var clock Clock
	switch row.Opens {
	case AwaitingDocuments:
		clock = e.Payload.Matter.Regime
	case AwaitingChange:
		clock = ToChange
	case Suspended:
		clock = ToSuspend
	default:
		return time.Time{}, nil
	}
	term, err := t.On(clock, dayOf(e.At, t))
	if err != nil {
		return time.Time{}, err
	}
	at, err := t.count(term, e.At, item.release())
	return at.UTC(), err
}

// Deadlines returns the terms that run, the earliest first; items that share one are named together.
func (c Case) Deadlines() []Deadline {
	var all []Deadline
	for _, item := range c.Items {
		for _, d := range item.Deadlines {
			at := slices.IndexFunc(all, func(o Deadline) bool { return o.Clock == d.Clock && o.Due.Equal(d.Due) && o.Expired == d.Expired })
			if at < 0 {
				at, all = len(all), append(all, Deadline{Clock: d.Clock, Due: d.Due, Law: d.Law, Expired: d.Expired})
			}
			all[at].Items = append(all[at].Items, item.Ordinal)
		}
	}
	for _, m := range c.Matters {
		if m.Open() && !m.Due.IsZero() {
			all = append(all, Deadline{Clock: m.clock(), Due: m.Due, Law: m.law(), Items: slices.Clone(m.Items), Matter: m.ID})
		}
	}
	slices.SortStableFunc(all, func(a, b Deadline) int { return a.Due.Compare(b.Due) })
	return all
}

func (m Matter) clock() Clock {
	switch m.Kind {
	case AwaitingDocuments:
		return m.Regime
	case AwaitingChange:
		return ToChange
	}
	return ToSuspend
}

func (m Matter) law() string {
	for _, row := range Table {
		if row.Opens == m.Kind {
			return "ТК ЕАЭС ст. " + row.Articles
		}
	}
	return ""
}

// Due returns the events that the passing of time has caused and that are still to be applied, the earliest first.
// Applying one can change the others, so a caller applies the first and asks again.
func Due(c Case, now time.Time) []Event {
	var events []Event
	for _, d := range c.Deadlines() {
		kind := expiry(d)
		if kind == "" || d.Expired || d.Due.After(now) {
			continue
		}
		event := Event{Kind: kind, At: now.UTC(), Actor: customs.Automaton, Office: c.Office, Items: d.Items, Law: d.Law, Reason: string(d.Clock)}
		if d.Matter != "" {
			event.Payload.Matter = &MatterNotice{ID: d.Matter}
		}
		if allows(c, event) {
			events = append(events, event)
		}
	}
	return events
}

// expiry is the event that the end of a term is. Registration has none: the law gives its lapse no effect on the
// declaration, so the office is told and nothing moves.
func expiry(d Deadline) EventKind {
	switch d.Clock {
	case ToPresent:
		return PresentationExpired
	case ToRelease:
		return ReleaseTermExpired
	case ToChange:
		return DemandExpired
	case ToSuspend:
		return TermResumed
	case Regime1, Regime4, Regime15:
		return RequestExpired
	}
	return ""
}

func allows(c Case, e Event) bool {
	items, err := c.concerned(e)
	if err != nil {
		return false
	}
	_, err = c.rows(items, e)
	return err == nil
}
