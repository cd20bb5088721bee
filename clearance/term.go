package clearance

import (
	"fmt"
	"io/fs"
	"time"

	"github.com/BurntSushi/toml"

	"tamga/calendar"
)

// Clock names a term of the law.
type Clock string

// The clocks, each a row of data/deadlines.
const (
	// ToRegister is the time to register or refuse, art. 111(2).
	ToRegister Clock = "registration"
	// ToPresent is the time to bring goods declared before, art. 114.
	ToPresent Clock = "presentation"
	// ToRelease is the term of release, art. 119(1).
	ToRelease Clock = "release"
	// ToProlong is how far the term of release may be prolonged, art. 119.
	ToProlong Clock = "prolongation"
	// ToSuspend is one suspension for intellectual property, art. 124.
	ToSuspend Clock = "suspension"
	// Regime1, Regime4 and Regime15 are the times to answer a request, art. 325.
	Regime1  Clock = "request-325-1"
	Regime4  Clock = "request-325-4"
	Regime15 Clock = "request-325-15"
	// ToChange is the time to make a demanded change, art. 112(2).
	ToChange Clock = "change"
)

// Clocks lists the clocks the data must have.
var Clocks = []Clock{ToRegister, ToPresent, ToRelease, ToProlong, ToSuspend, Regime1, Regime4, Regime15, ToChange}

func (c Clock) request() bool { return c == Regime1 || c == Regime4 || c == Regime15 }

// Unit says how a term is counted.
type Unit string

const (
	// WorkingHours are hours in which the office works.
	WorkingHours Unit = "working-hours"
	// HoursOfOneDay are working hours that must fit into the day; otherwise they begin at the next opening.
	HoursOfOneDay Unit = "hours-of-one-day"
	// WorkingDays end when the office closes on the last of them; the first is the one after the event.
	WorkingDays Unit = "working-days"
	// CalendarDays end at midnight after the last of them; the first is the one after the event.
	CalendarDays Unit = "calendar-days"
	// BeforeRelease are working days before the end of the term of release; 0 is its end.
	BeforeRelease Unit = "working-days-before-release"
)

// Term is one dated term of the law.
type Term struct {
	Clock  Clock         `toml:"clock"`
	Amount int           `toml:"amount"`
	Unit   Unit          `toml:"unit"`
	From   calendar.Date `toml:"from"`
	To     calendar.Date `toml:"to"`
	Law    string        `toml:"law"`
	// Verify tells that the row was not read in the act itself.
	Verify bool `toml:"verify"`
}

// Terms are the terms of the law with the working time in which an office counts them.
type Terms struct {
	Hours calendar.Hours
	Rows  []Term
}

// LoadTerms reads deadlines/terms.toml of the reference data. The hours of the office are added with In.
func LoadTerms(fsys fs.FS) (Terms, error) {
	var file struct {
		Term []Term `toml:"term"`
	}
	meta, err := toml.DecodeFS(fsys, "deadlines/terms.toml", &file)
	if err != nil {
		return Terms{}, fmt.Errorf("load terms: %w", err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return Terms{}, fmt.Errorf("load terms: unknown key %v", extra[0])
	}
	known := map[Clock]bool{}
	for _, row := range file.Term {
		known[row.Clock] = true
		if row.Law == "" || row.From.IsZero() || row.Amount < 0 || !row.Unit.known() {
			return Terms{}, fmt.Errorf("load terms: row of %q is not whole", row.Clock)
		}
	}
	for _, clock := range Clocks {
		if !known[clock] {
			return Terms{}, fmt.Errorf("load terms: no row of %q", clock)
		}
	}
	return Terms{Rows: file.Term}, nil
}

func (u Unit) known() bool {
	switch u {
	case WorkingHours, HoursOfOneDay, WorkingDays, CalendarDays, BeforeRelease:
		return true
	}
	return false
}

// In returns the terms as the office with these hours counts them.
func (t Terms) In(hours calendar.Hours) Terms {
	t.Hours = hours
	return t
}

// On returns the row of the clock in force on the day; the last one in the data wins.
func (t Terms) On(clock Clock, day calendar.Date) (Term, error) {
	for i := len(t.Rows) - 1; i >= 0; i-- {
		if row := t.Rows[i]; row.Clock == clock && day.Within(row.From, row.To) {
			return row, nil
		}
	}
	return Term{}, fmt.Errorf("no term %q on %s", clock, day)
}

// count returns the end of the term that begins at the instant. For BeforeRelease, release is the end of that term.
func (t Terms) count(term Term, at, release time.Time) (time.Time, error) {
	day := t.Hours.Zone.Day(at)
	switch term.Unit {
	case WorkingHours:
		return t.Hours.AddWorking(at, time.Duration(term.Amount)*time.Hour)
	case HoursOfOneDay:
		return t.oneDay(at, time.Duration(term.Amount)*time.Hour)
	case WorkingDays:
		last, err := t.Hours.AddWorkingDays(day, term.Amount)
		if err != nil {
			return time.Time{}, err
		}
		return t.Hours.EndOf(last), nil
	case CalendarDays:
		return t.Hours.Zone.Midnight(day.AddDays(term.Amount + 1)), nil
	case BeforeRelease:
		return t.before(release, term.Amount, at)
	}
	return time.Time{}, fmt.Errorf("unknown unit %q", term.Unit)
}

// oneDay counts hours that do not run over the end of the working day, art. 119(1): with less of the day left they
// begin when the office next opens.
func (t Terms) oneDay(at time.Time, work time.Duration) (time.Time, error) {
	start, err := t.Hours.NextOpening(at)
	if err != nil {
		return time.Time{}, err
	}
	closes := t.Hours.EndOf(t.Hours.Zone.Day(start))
	if closes.Sub(start) < work {
		if start, err = t.Hours.NextOpening(closes); err != nil {
			return time.Time{}, err
		}
	}
	return start.Add(work), nil
}

// before returns the close of the working day the given number of working days before release, or release itself
// when that day would not leave time after the instant.
func (t Terms) before(release time.Time, days int, at time.Time) (time.Time, error) {
	if release.IsZero() || days == 0 {
		return release, nil
	}
	day := t.Hours.Zone.Day(release)
	for days > 0 {
		day = day.AddDays(-1)
		if !t.Hours.Known(day) {
			return time.Time{}, calendar.ErrUnknownYear
		}
		if t.Hours.Works(day) {
			days--
		}
	}
	if end := t.Hours.EndOf(day); end.After(at) {
		return end, nil
	}
	return release, nil
}

// between returns how long the office works from one instant to another.
func (t Terms) between(from, to time.Time) (time.Duration, error) {
	var sum time.Duration
	for from.Before(to) {
		start, err := t.Hours.NextOpening(from)
		if err != nil {
			return 0, err
		}
		closes := t.Hours.EndOf(t.Hours.Zone.Day(start))
		if !closes.Before(to) {
			closes = to
		}
		if start.Before(closes) {
			sum += closes.Sub(start)
		}
		if from = closes; !start.Before(to) {
			break
		}
	}
	return sum, nil
}
