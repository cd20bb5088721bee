package calendar

import (
	"errors"
	"slices"
	"time"
)

// Hours is the working time of an office: which days it works and between which local minutes of the day.
type Hours struct {
	Zone Zone
	// Week holds the working span of each weekday, Sunday first; an empty span is a day off.
	Week [7]Span
	// Special replaces the week on a given day: a holiday is an empty span, a moved working day a full one.
	Special map[Date]Span
	// KnownFrom and KnownTo bound the years whose holidays are in the data. Outside of them a deadline in working
	// time cannot be computed and Known reports false.
	KnownFrom, KnownTo Date
	// Gaps are years between the bounds whose holidays are not in the data.
	Gaps []int
	// Days are the working days of the state, in which terms counted in working days run. An office that works on
	// Sunday too does not make such a term shorter. Nil means the days the office works.
	Days *Days
}

// Days tells working days from days off.
type Days struct {
	// Week tells of each weekday, Sunday first, whether it is a working day.
	Week [7]bool
	// Special replaces the week on a given day.
	Special map[Date]bool
}

// Work reports whether the day is a working day.
func (d *Days) Work(day Date) bool {
	if works, ok := d.Special[day]; ok {
		return works
	}
	return d.Week[day.Weekday()]
}

// Span is a part of a day in minutes from local midnight: [Open, Close). Open == Close is no working time at all.
type Span struct{ Open, Close int }

// ErrUnknownYear tells that the holidays of the year are not in the reference data, so no working time can be
// counted in it.
var ErrUnknownYear = errors.New("the working calendar of this year is not in the reference data")

// farthest bounds the search for working time: no deadline of the Code reaches further.
const farthest = 400

// On returns the working span of the day.
func (h Hours) On(day Date) Span {
	if span, ok := h.Special[day]; ok {
		return span
	}
	return h.Week[day.Weekday()]
}

// Works reports whether the office works on the day.
func (h Hours) Works(day Date) bool {
	span := h.On(day)
	return span.Close > span.Open
}

// Known reports whether the holidays around the day are in the data.
func (h Hours) Known(day Date) bool {
	return day.Within(h.KnownFrom, h.KnownTo) && !slices.Contains(h.Gaps, day.Year())
}

// WorkingDay reports whether the day counts in a term of working days.
func (h Hours) WorkingDay(day Date) bool {
	if h.Days != nil {
		return h.Days.Work(day)
	}
	return h.Works(day)
}

// Open reports whether the office works at the instant.
func (h Hours) Open(at time.Time) bool {
	day := h.Zone.Day(at)
	span := h.On(day)
	return !at.Before(h.Zone.Instant(day, span.Open)) && at.Before(h.Zone.Instant(day, span.Close))
}

// NextOpening returns the instant itself when the office is open, otherwise the next moment at which it opens.
func (h Hours) NextOpening(at time.Time) (time.Time, error) {
	day := h.Zone.Day(at)
	for range farthest {
		if !h.Known(day) {
			return time.Time{}, ErrUnknownYear
		}
		span := h.On(day)
		opens, closes := h.Zone.Instant(day, span.Open), h.Zone.Instant(day, span.Close)
		if span.Close > span.Open && at.Before(closes) {
			return latest(at, opens), nil
		}
		day = day.AddDays(1)
	}
	return time.Time{}, ErrUnknownYear
}

// AddWorking returns the instant at which the office will have worked for the given time after at.
func (h Hours) AddWorking(at time.Time, work time.Duration) (time.Time, error) {
	for range farthest {
		start, err := h.NextOpening(at)
		if err != nil {
			return time.Time{}, err
		}
		day := h.Zone.Day(start)
		closes := h.Zone.Instant(day, h.On(day).Close)
		if left := closes.Sub(start); work <= left {
			return start.Add(work), nil
		} else {
			work -= left
		}
		at = closes
	}
	return time.Time{}, ErrUnknownYear
}

// AddWorkingDays returns the nth working day after the day, or before it when n is negative; n = 0 is the day itself
// if it is a working day, else the next one. Working days are those of WorkingDay.
func (h Hours) AddWorkingDays(day Date, n int) (Date, error) {
	step := 1
	if n < 0 {
		step, n = -1, -n
	}
	for range farthest {
		if !h.Known(day) {
			return 0, ErrUnknownYear
		}
		if n == 0 && h.WorkingDay(day) {
			return day, nil
		}
		day = day.AddDays(step)
		if n > 0 && h.WorkingDay(day) {
			n--
		}
	}
	return 0, ErrUnknownYear
}

// EndOf returns the instant at which the office closes on the day; on a day off, the midnight it begins with.
func (h Hours) EndOf(day Date) time.Time { return h.Zone.Instant(day, h.On(day).Close) }

func latest(a, b time.Time) time.Time {
	if a.After(b) {
		return a
	}
	return b
}
