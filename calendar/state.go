package calendar

import (
	"fmt"
	"io/fs"
	"slices"
	"time"
)

// stateFile is the calendar of one state as written.
type stateFile struct {
	State string `toml:"state"`
	// Years are those whose holidays and transfers stand in the file.
	Years    []int     `toml:"years"`
	Holidays []holiday `toml:"holiday"`
	Shifts   []shift   `toml:"shift"`
	Hours    []opening `toml:"hours"`
}

// holiday is off on the same days of each year.
type holiday struct {
	Days []string `toml:"days"`
	RU   string   `toml:"ru"`
	EN   string   `toml:"en"`
	proof
}

// shift is what one year has of its own: days off and working weekend days.
type shift struct {
	Off  []Date `toml:"off"`
	Work []Date `toml:"work"`
	Note string `toml:"note"`
	proof
}

// opening is the hours of a kind of office.
type opening struct {
	ID    string `toml:"id"`
	Zone  string `toml:"zone"`
	Open  string `toml:"open"`
	Close string `toml:"close"`
	// Always means every day, days off and holidays among them.
	Always bool `toml:"always"`
}

func (b *Book) loadState(fsys fs.FS, file string) []error {
	var read stateFile
	faults := decode(fsys, file, &read)
	if len(read.Years) == 0 || !slices.IsSorted(read.Years) {
		return append(faults, fmt.Errorf("%s: want years, in order", file))
	}
	days, more := read.days(file)
	faults = append(faults, more...)
	for _, written := range read.Hours {
		hours, err := written.hours(days)
		zone, known := b.zones[written.Zone]
		_, twice := b.hours[written.ID]
		if err != nil || !known || twice || written.ID == "" {
			faults = append(faults, fmt.Errorf("%s: hours %q: bad times %w, unknown zone, or twice", file, written.ID, err))
			continue
		}
		hours.Zone = zone
		hours.KnownFrom = NewDate(read.Years[0], time.January, 1)
		hours.KnownTo = NewDate(read.Years[len(read.Years)-1], time.December, 31)
		hours.Gaps = gaps(read.Years)
		b.hours[written.ID] = hours
	}
	return faults
}

func (s stateFile) days(file string) (*Days, []error) {
	days := &Days{Special: map[Date]bool{}}
	for weekday := time.Monday; weekday <= time.Friday; weekday++ {
		days.Week[weekday] = true
	}
	var faults []error
	put := func(day Date, works bool) {
		if was, twice := days.Special[day]; !slices.Contains(s.Years, day.Year()) || twice && was != works {
			faults = append(faults, fmt.Errorf("%s: day %s is in no listed year, or both works and does not", file, day))
		}
		days.Special[day] = works
	}
	for _, feast := range s.Holidays {
		if err := feast.check(file, feast.EN); err != nil || feast.RU == "" {
			faults = append(faults, fmt.Errorf("%s: holiday %q has no name or: %w", file, feast.EN, err))
		}
		off, err := feast.in(s.Years)
		if err != nil {
			faults = append(faults, fmt.Errorf("%s: %w", file, err))
		}
		for _, day := range off {
			put(day, false)
		}
	}
	for _, moved := range s.Shifts {
		faults = append(faults, moved.check(file, "shift"))
		for _, day := range moved.Off {
			put(day, false)
		}
		for _, day := range moved.Work {
			put(day, true)
		}
	}
	return days, faults
}

// in returns the days of the holiday in the years.
func (h holiday) in(years []int) ([]Date, error) {
	var days []Date
	for _, text := range h.Days {
		for _, year := range years {
			day, err := ParseDate(fmt.Sprintf("%04d-%s", year, text))
			if err != nil {
				return days, err
			}
			days = append(days, day)
		}
	}
	return days, nil
}

func (o opening) hours(days *Days) (Hours, error) {
	open, err := minute(o.Open)
	if err != nil {
		return Hours{}, err
	}
	closes, err := minute(o.Close)
	if err != nil {
		return Hours{}, err
	}
	if closes <= open {
		return Hours{}, fmt.Errorf("closes %s before it opens %s", o.Close, o.Open)
	}
	span := Span{Open: open, Close: closes}
	hours := Hours{Days: days}
	if o.Always {
		hours.Week = [7]Span{span, span, span, span, span, span, span}
		return hours, nil
	}
	for weekday, works := range days.Week {
		if works {
			hours.Week[weekday] = span
		}
	}
	hours.Special = make(map[Date]Span, len(days.Special))
	for day, works := range days.Special {
		hours.Special[day] = Span{}
		if works {
			hours.Special[day] = span
		}
	}
	return hours, nil
}

// minute reads "09:00" as minutes from midnight; "24:00" is the end of the day.
func minute(text string) (int, error) {
	if text == "24:00" {
		return 24 * 60, nil
	}
	clock, err := time.Parse("15:04", text)
	if err != nil {
		return 0, fmt.Errorf("time of day %q: want HH:MM", text)
	}
	return clock.Hour()*60 + clock.Minute(), nil
}

func gaps(years []int) []int {
	var missing []int
	for year := years[0]; year < years[len(years)-1]; year++ {
		if !slices.Contains(years, year) {
			missing = append(missing, year)
		}
	}
	return missing
}
