// Package calendar is time as the law counts it: civil dates, the zone of an office as dated offsets, its working
// hours and holidays, and the deadlines that follow from them.
//
// Read date.go for the civil day, zone.go for where a day begins, working.go for hours and deadlines. The law:
// Customs Code of the Union art. 4 (terms), 111 (the hour of registration), 119 (the term of release).
package calendar

import (
	"fmt"
	"time"
)

// Date is a civil day written as the number YYYYMMDD. Dates order with < and compare with ==. The zero Date means
// "no date".
type Date int32

// NewDate returns the day of the given year, month and day, normalising overflow as time.Date does.
func NewDate(year int, month time.Month, day int) Date {
	return dateOf(time.Date(year, month, day, 0, 0, 0, 0, time.UTC))
}

// ParseDate reads a day written as YYYY-MM-DD. Anything else is an error, as is a day that does not exist.
func ParseDate(text string) (Date, error) {
	if len(text) != 10 || text[4] != '-' || text[7] != '-' {
		return 0, fmt.Errorf("date %q: want YYYY-MM-DD", text)
	}
	var number int32
	for i := range 10 {
		if i == 4 || i == 7 {
			continue
		}
		digit := text[i] - '0'
		if digit > 9 {
			return 0, fmt.Errorf("date %q: want YYYY-MM-DD", text)
		}
		number = number*10 + int32(digit)
	}
	date := Date(number)
	if date.Year() == 0 || dateOf(date.midnight()) != date {
		return 0, fmt.Errorf("date %q: no such day", text)
	}
	return date, nil
}

// MustDate is ParseDate for constants in code and tests; it panics on a malformed day.
func MustDate(text string) Date {
	date, err := ParseDate(text)
	if err != nil {
		panic(err)
	}
	return date
}

// Year returns the year of the day.
func (d Date) Year() int { return int(d) / 10000 }

// Month returns the month of the day.
func (d Date) Month() time.Month { return time.Month(int(d) / 100 % 100) }

// Day returns the day of the month.
func (d Date) Day() int { return int(d) % 100 }

// IsZero reports whether there is no date.
func (d Date) IsZero() bool { return d == 0 }

// AddDays returns the day n days later, or earlier when n is negative. No date stays no date.
func (d Date) AddDays(n int) Date {
	if d == 0 {
		return 0
	}
	return dateOf(d.midnight().AddDate(0, 0, n))
}

// AddMonths returns the same day n months later; a day the month does not have becomes its last day.
func (d Date) AddMonths(n int) Date {
	if d == 0 {
		return 0
	}
	first := time.Date(d.Year(), d.Month()+time.Month(n), 1, 0, 0, 0, 0, time.UTC)
	last := first.AddDate(0, 1, -1).Day()
	return dateOf(first.AddDate(0, 0, min(d.Day(), last)-1))
}

// DaysSince returns the number of days from other to d; negative when d is the earlier.
func (d Date) DaysSince(other Date) int {
	return int(d.midnight().Sub(other.midnight()) / (24 * time.Hour))
}

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.midnight().Weekday() }

// Within reports whether the day lies in a period: not before from, not after to. A zero from or to leaves that
// side open.
func (d Date) Within(from, to Date) bool {
	return d >= from && (to == 0 || d <= to)
}

// String writes the day as YYYY-MM-DD; no date is the empty string.
func (d Date) String() string {
	if d == 0 {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year(), int(d.Month()), d.Day())
}

// Compact writes the day as DDMMYY, the way it stands in the number of a declaration.
func (d Date) Compact() string {
	return fmt.Sprintf("%02d%02d%02d", d.Day(), int(d.Month()), d.Year()%100)
}

// MarshalText writes the day as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*d = 0
		return nil
	}
	date, err := ParseDate(string(text))
	if err != nil {
		return err
	}
	*d = date
	return nil
}

func (d Date) midnight() time.Time {
	return time.Date(d.Year(), d.Month(), d.Day(), 0, 0, 0, 0, time.UTC)
}

func dateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date(year*10000 + int(month)*100 + day)
}
