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
	return instant.In(time.FixedZone(z.ID, z.minutes(instant)*60))
}

// Day returns the civil day of the instant in the zone: the legal day of an act done at that instant.
func (z Zone) Day(instant time.Time) Date {
	return dateOf(instant.UTC().Add(time.Duration(z.minutes(instant)) * time.Minute))
}

// Instant returns when the local clock of the zone shows the given minute of the day. When it does so twice, because
// the clock went back, the later instant is meant; when never, because it went forward, the instant as far after the
// change as the clock was to show.
func (z Zone) Instant(day Date, minute int) time.Time {
	naive := day.midnight().Add(time.Duration(minute) * time.Minute)
	guess := naive
	for range 2 {
		guess = naive.Add(-time.Duration(z.minutes(guess)) * time.Minute)
	}
	return guess
}

// minutes returns what the zone adds to universal time at the instant.
func (z Zone) minutes(instant time.Time) int {
	minutes := 0
	for i, offset := range z.Offsets {
		if i == 0 || !instant.Before(offset.From) {
			minutes = offset.Minutes
		}
	}
	return minutes
}

// Midnight returns the instant at which the day begins in the zone.
func (z Zone) Midnight(day Date) time.Time { return z.Instant(day, 0) }
