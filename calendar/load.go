package calendar

import (
	"errors"
	"fmt"
	"io/fs"
	"slices"
	"time"

	"github.com/BurntSushi/toml"
)

// Book is the zones and working hours of one edition of the reference data. It is read-only once loaded.
type Book struct {
	zones map[string]Zone
	hours map[string]Hours
}

// Zone returns the zone of the id, for example "RU-MOW".
func (b *Book) Zone(id string) (Zone, bool) {
	zone, ok := b.zones[id]
	return zone, ok
}

// Hours returns the working hours of the id: "RU-MOW-9-18" for nine to six in Moscow's zone, "RU-24" for round the
// clock.
func (b *Book) Hours(id string) (Hours, bool) {
	hours, ok := b.hours[id]
	return hours, ok
}

const folder = "calendars"

// Load reads calendars/zones.toml and the calendar of each state, calendars/*.toml. It is strict: an unknown key, a
// malformed day, a year outside of the file's own list, a row without its act or its evidence is an error, and the
// error lists all of them.
func Load(fsys fs.FS) (*Book, error) {
	book := &Book{zones: map[string]Zone{}, hours: map[string]Hours{}}
	faults := book.loadZones(fsys, folder+"/zones.toml")
	files, err := fs.Glob(fsys, folder+"/*.toml")
	if err != nil {
		return nil, fmt.Errorf("load calendars: %w", err)
	}
	slices.Sort(files)
	for _, file := range files {
		if file != folder+"/zones.toml" {
			faults = append(faults, book.loadState(fsys, file)...)
		}
	}
	if err := errors.Join(faults...); err != nil {
		return nil, fmt.Errorf("load calendars: %w", err)
	}
	return book, nil
}

// proof is what every row of a calendar says of itself.
type proof struct {
	Act      string `toml:"act"`
	Evidence string `toml:"evidence"`
}

func (p proof) check(file, what string) error {
	if p.Act == "" || p.Evidence != "known" && p.Evidence != "verify" {
		return fmt.Errorf("%s: %s: want an act, and evidence known or verify", file, what)
	}
	return nil
}

func decode(fsys fs.FS, file string, into any) []error {
	body, err := fs.ReadFile(fsys, file)
	if err != nil {
		return []error{err}
	}
	read, err := toml.Decode(string(body), into)
	if err != nil {
		return []error{fmt.Errorf("%s: %w", file, err)}
	}
	var faults []error
	for _, key := range read.Undecoded() {
		faults = append(faults, fmt.Errorf("%s: unknown key %s", file, key))
	}
	return faults
}

type zonesFile struct {
	Zones []struct {
		ID      string          `toml:"id"`
		Offsets []writtenOffset `toml:"offset"`
	} `toml:"zone"`
}

type writtenOffset struct {
	From    string `toml:"from"`
	Minutes int    `toml:"minutes"`
	proof
}

func (b *Book) loadZones(fsys fs.FS, file string) []error {
	var read zonesFile
	faults := decode(fsys, file, &read)
	for _, written := range read.Zones {
		zone := Zone{ID: written.ID}
		for i, line := range written.Offsets {
			offset, err := line.offset(i == 0)
			if i > 0 && !offset.From.After(zone.Offsets[i-1].From) {
				faults = append(faults, fmt.Errorf("%s: zone %s: offsets are not in order", file, zone.ID))
			}
			faults = append(faults, err, line.check(file, "zone "+zone.ID))
			zone.Offsets = append(zone.Offsets, offset)
		}
		if _, twice := b.zones[zone.ID]; twice || zone.ID == "" || len(zone.Offsets) == 0 {
			faults = append(faults, fmt.Errorf("%s: zone %q stands twice or is empty", file, zone.ID))
		}
		b.zones[zone.ID] = zone
	}
	return faults
}

// offset reads one line of a zone; only the first may leave its beginning open.
func (w writtenOffset) offset(first bool) (Offset, error) {
	offset := Offset{Minutes: w.Minutes, Law: w.Act}
	if w.From == "" && first {
		return offset, nil
	}
	from, err := time.Parse(time.RFC3339, w.From)
	if err != nil {
		return offset, fmt.Errorf("offset from %q: %w", w.From, err)
	}
	offset.From = from.UTC()
	return offset, nil
}
