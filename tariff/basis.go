package tariff

import (
	"fmt"
	"slices"

	"tamga/calendar"
	"tamga/customs"
)

// Evidence says how sure a row of the reference data is.
type Evidence string

// How sure a row is.
const (
	// Sourced: read in the act, or in an official copy of it.
	Sourced Evidence = "source"
	// General: known from practice, the act was not at hand.
	General Evidence = "general"
	// Verify: to be checked against the act before it is relied on.
	Verify Evidence = "verify"
	// Fiction: made up for demonstrations and tests.
	Fiction Evidence = "fiction"
)

func (e Evidence) known() bool {
	return slices.Contains([]Evidence{Sourced, General, Verify, Fiction}, e)
}

// Sure reports whether the row may be relied on without a warning.
func (e Evidence) Sure() bool { return e == Sourced }

// Basis is what a row of the reference data rests on: its days in force (both included; a zero To is open), the act,
// the day since which it is known, and how sure it is.
type Basis struct {
	From, To calendar.Date
	Law      string
	Since    calendar.Date
	Evidence Evidence
}

func (b Basis) within(day calendar.Date) bool { return day.Within(b.From, b.To) }

// place is what narrows a row down besides its days.
type place struct {
	state  customs.State
	prefix string
	// also tells apart rows that hold at the same time for different things: an origin, a list, a use.
	also string
	line string
}

type row[T any] struct {
	place
	Basis
	value T
}

// table keeps rows by the beginning of the commodity code they hold for.
type table[T any] struct {
	rows map[string][]row[T]
	// lengths are those of the beginnings that occur, the longest first, so that no other is looked for.
	lengths []int
}

// add refuses a row that is in force together with another one for the same thing.
func (t *table[T]) add(at place, basis Basis, value T) error {
	if t.rows == nil {
		t.rows = map[string][]row[T]{}
	}
	for _, other := range t.rows[at.prefix] {
		apart := (!other.To.IsZero() && other.To < basis.From) || (!basis.To.IsZero() && basis.To < other.From)
		if other.state == at.state && other.also == at.also && !apart {
			return fmt.Errorf("%s: in force together with %s", at.line, other.line)
		}
	}
	t.rows[at.prefix] = append(t.rows[at.prefix], row[T]{at, basis, value})
	if !slices.Contains(t.lengths, len(at.prefix)) {
		t.lengths = append(t.lengths, len(at.prefix))
		slices.SortFunc(t.lengths, func(a, b int) int { return b - a })
	}
	return nil
}

// find returns the row with the longest beginning of the code; among equals one of the state goes before one of all.
func (t *table[T]) find(q query) (*row[T], bool) {
	for _, length := range t.lengths {
		if length > len(q.code) {
			continue
		}
		found, ok := t.among(q.code[:length], q)
		if ok {
			return found, true
		}
	}
	return nil, false
}

func (t *table[T]) among(prefix customs.CommodityCode, q query) (*row[T], bool) {
	var found *row[T]
	rows := t.rows[string(prefix)]
	for i := range rows {
		r := &rows[i]
		if !r.within(q.day) || r.also != q.also || (r.state != "" && r.state != q.state) {
			continue
		}
		if found == nil || r.state != "" {
			found = r
		}
	}
	return found, found != nil
}

type query struct {
	state customs.State
	code  customs.CommodityCode
	also  string
	day   calendar.Date
}
