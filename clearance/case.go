package clearance

import (
	"slices"
	"time"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// Lane says who is to act next on a case that runs.
type Lane string

const (
	// Automatic: the system decides, as long as every criterion holds.
	Automatic Lane = "automatic"
	// Manual: an attempt failed or a control was chosen; an official decides.
	Manual Lane = "officer"
)

// Case is where one declaration stands. It holds no pointers into anything else and encodes to JSON the same way
// every time; a store keeps it so.
type Case struct {
	ID customs.CaseID `json:"id"`
	// Version counts the events applied; what is decided on one version is stale on the next.
	Version   int64                          `json:"version"`
	Party     customs.PartyID                `json:"party"`
	Declarant customs.PartyID                `json:"declarant,omitempty"`
	Document  customs.DocumentID             `json:"document"`
	Office    customs.OfficeCode             `json:"office"`
	Number    declaration.RegistrationNumber `json:"number,omitzero"`
	// RegisteredOn is the day whose tariff, rates and exchange rates hold.
	RegisteredOn calendar.Date `json:"registered_on,omitzero"`
	Preliminary  bool          `json:"preliminary,omitempty"`
	// Revision counts granted changes of the declaration; 0 is the document as it was filed.
	Revision int      `json:"revision,omitempty"`
	Instants Instants `json:"instants,omitzero"`
	Items    []Item   `json:"items"`
	Matters  []Matter `json:"matters,omitempty"`
	Lane     Lane     `json:"lane,omitempty"`
	// State is the roll-up of the items, Decision the code of the header: "**" when items were decided differently.
	State    State                `json:"state"`
	Decision customs.DecisionCode `json:"decision,omitempty"`
}

// Item is where one goods item stands.
type Item struct {
	Ordinal int   `json:"ordinal"`
	State   State `json:"state"`
	// Base is where the item stands when it waits for nothing.
	Base State `json:"base"`
	// Decision is the last decision about the item, with its reason, instant and officer's stamp.
	Decision  customs.DecisionCode `json:"decision,omitempty"`
	Reason    string               `json:"reason,omitempty"`
	DecidedAt time.Time            `json:"decided_at,omitzero"`
	Stamp     string               `json:"stamp,omitempty"`
	Deadlines []Deadline           `json:"deadlines,omitempty"`
	// Remaining is the working time left of the term of release when it was suspended.
	Remaining time.Duration `json:"remaining,omitempty"`
}

// Matter is something open between customs and another: a request, a demand, an inspection, a suspension.
type Matter struct {
	ID string `json:"id"`
	// Kind is the state in which items wait for it.
	Kind State `json:"kind"`
	// Items are the ordinals that still wait, ascending; none when the matter is closed.
	Items    []int     `json:"items,omitempty"`
	Regime   Clock     `json:"regime,omitempty"`
	Reason   string    `json:"reason,omitempty"`
	OpenedAt time.Time `json:"opened_at"`
	// Due is until when an answer is awaited; zero when no term runs.
	Due       time.Time              `json:"due,omitzero"`
	ClosedAt  time.Time              `json:"closed_at,omitzero"`
	Outcome   EventKind              `json:"outcome,omitempty"`
	Documents []customs.DocumentKind `json:"documents,omitempty"`
	Boxes     []string               `json:"boxes,omitempty"`
	// Times counts how often the matter was opened: a suspension may be prolonged once.
	Times int `json:"times,omitempty"`
}

// Open reports whether somebody still waits for the matter.
func (m Matter) Open() bool { return len(m.Items) > 0 }

// Item returns the item with the ordinal, and whether there is one.
func (c Case) Item(ordinal int) (Item, bool) {
	for _, item := range c.Items {
		if item.Ordinal == ordinal {
			return item, true
		}
	}
	return Item{}, false
}

// Waiting returns what the item waits for, the most pressing first.
func (c Case) Waiting(ordinal int) []State {
	var waits []State
	for _, wait := range precedence {
		if slices.ContainsFunc(c.Matters, func(m Matter) bool { return m.Kind == wait && slices.Contains(m.Items, ordinal) }) {
			waits = append(waits, wait)
		}
	}
	return waits
}

// Final reports whether every item of the case is decided.
func (c Case) Final() bool {
	for _, item := range c.Items {
		if !item.State.Final() {
			return false
		}
	}
	return len(c.Items) > 0
}

// clone returns a case that shares nothing with c that Apply writes to.
func (c Case) clone() Case {
	c.Items = slices.Clone(c.Items)
	for i := range c.Items {
		c.Items[i].Deadlines = slices.Clone(c.Items[i].Deadlines)
	}
	c.Matters = slices.Clone(c.Matters)
	for i := range c.Matters {
		c.Matters[i].Items = slices.Clone(c.Matters[i].Items)
	}
	return c
}

// Differs is the header code of a declaration whose items were decided differently.
const Differs customs.DecisionCode = "**"

// rollUp sets the state and the decision of the case from its items.
func (c *Case) rollUp() {
	if len(c.Items) == 0 {
		c.State, c.Decision = None, ""
		return
	}
	c.State, c.Decision = c.Items[0].State, c.Items[0].Decision
	for _, item := range c.Items[1:] {
		if item.State != c.State {
			c.State = Mixed
		}
		if item.Decision != c.Decision {
			c.Decision = Differs
		}
	}
}
