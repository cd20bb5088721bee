package calendar

import "time"

// Zone is the legal time of a place as dated offsets. Offsets are data, not the operating system's tables, so that a
// decision of 2024 is replayed with the offsets of 2024 (Kazakhstan changed its own on 1 March 2024).
type Zone struct {
	// ID names the zone, for example "RU-MOW".
	ID string
	// Offsets are in the order of From; the first one holds for all earlier instants too.
	Offsets []Offset
}

// Offset is what a zone adds to universal time from an instant on.
type Offset struct {
	From    time.Time
	Minutes int
	Law     string
}

// At returns the instant as a local time of the zone.
func (z Zone) At(instant time.Time) time.Time {
	minutes := 0
	for i, offset := range z.Offsets {
		if i == 0 || !instant.Before(offset.From) {
			minutes = offset.Minutes
		}
	}
	return instant.In(time.FixedZone(z.ID, minutes*60))
}

// Day returns the civil day of the instant in the zone: the legal day of an act done at that instant.
func (z Zone) Day(instant time.Time) Date { return dateOf(z.At(instant)) }

// Instant returns when the local clock of the zone shows the given minute of the day.
func (z Zone) Instant(day Date, minute int) time.Time {
	naive := day.midnight().Add(time.Duration(minute) * time.Minute)
	guess := naive
	for range 2 {
		_, seconds := z.At(guess).Zone()
		guess = naive.Add(-time.Duration(seconds) * time.Second)
	}
	return guess
}

// Midnight returns the instant at which the day begins in the zone.
func (z Zone) Midnight(day Date) time.Time { return z.Instant(day, 0) }
