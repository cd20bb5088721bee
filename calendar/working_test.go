package calendar_test

import (
	"errors"
	"strings"
	"testing"
	"testing/fstest"
	"time"

	"pgregory.net/rapid"

	"tamga/calendar"
	"tamga/data"
)

func book(t testing.TB) *calendar.Book {
	t.Helper()
	loaded, err := calendar.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

func hours(t testing.TB, id string) calendar.Hours {
	t.Helper()
	found, ok := book(t).Hours(id)
	if !ok {
		t.Fatalf("no hours %q", id)
	}
	return found
}

// local reads "2025-03-07 17:30" on the clock of the office.
func local(t testing.TB, zone calendar.Zone, text string) time.Time {
	t.Helper()
	day, clock, _ := strings.Cut(text, " ")
	at, err := time.Parse("15:04", clock)
	if err != nil {
		t.Fatal(err)
	}
	return zone.Instant(calendar.MustDate(day), at.Hour()*60+at.Minute())
}

func TestAddWorking(t *testing.T) {
	for _, c := range []struct {
		why, hours, from string
		work             time.Duration
		want             string
	}{
		{"inside the day", "RU-MOW-9-18", "2025-03-05 10:00", time.Hour, "2025-03-05 11:00"},
		{"to the very close", "RU-MOW-9-18", "2025-03-05 17:00", time.Hour, "2025-03-05 18:00"},
		{"over the night", "RU-MOW-9-18", "2025-03-05 17:30", time.Hour, "2025-03-06 09:30"},
		{"over the weekend", "RU-MOW-9-18", "2025-03-07 17:30", time.Hour, "2025-03-10 09:30"},
		{"at the close", "RU-MOW-9-18", "2025-03-07 18:00", time.Hour, "2025-03-10 10:00"},
		{"before opening", "RU-MOW-9-18", "2025-03-07 03:00", time.Hour, "2025-03-07 10:00"},
		{"nothing to work, closed", "RU-MOW-9-18", "2025-03-08 12:00", 0, "2025-03-10 09:00"},
		{"over a moved holiday", "RU-MOW-9-18", "2024-04-27 17:00", 4 * time.Hour, "2024-05-02 12:00"},
		{"over the year's end", "RU-MOW-9-18", "2025-12-30 17:00", 2 * time.Hour, "2026-01-12 10:00"},
		{"several days", "RU-MOW-9-18", "2025-03-05 12:00", 20 * time.Hour, "2025-03-07 14:00"},
		{"round the clock on a holiday", "RU-24", "2025-01-01 23:30", time.Hour, "2025-01-02 00:30"},
		{"golden case", "RU-VVO-9-18", "2019-02-14 16:30", 4 * time.Hour, "2019-02-15 11:30"},
		{"Kazakhstan's clocks go back", "KZ-24", "2024-02-29 22:00", 4 * time.Hour, "2024-03-01 01:00"},
		{"over the change of the clocks", "KZ-9-18", "2024-02-29 17:30", time.Hour, "2024-03-01 09:30"},
	} {
		h := hours(t, c.hours)
		got, err := h.AddWorking(local(t, h.Zone, c.from), c.work)
		if want := local(t, h.Zone, c.want); err != nil || !got.Equal(want) {
			t.Errorf("%s: %s + %v = %v, %v, want %v", c.why, c.from, c.work, h.Zone.At(got), err, h.Zone.At(want))
		}
	}
}

func TestAddWorkingDays(t *testing.T) {
	for _, c := range []struct {
		hours, from string
		n           int
		want        string
	}{
		{"RU-MOW-9-18", "2025-03-07", 1, "2025-03-10"},
		{"RU-MOW-9-18", "2025-03-08", 0, "2025-03-10"},
		{"RU-MOW-9-18", "2025-03-07", 0, "2025-03-07"},
		{"RU-MOW-9-18", "2025-12-29", 10, "2026-01-22"},
		{"RU-MOW-9-18", "2025-03-10", -2, "2025-03-06"},
		{"RU-24", "2025-03-07", 1, "2025-03-10"},
		{"BY-9-18", "2025-04-25", 1, "2025-04-26"},
		{"BY-9-18", "2025-04-26", 1, "2025-04-30"},
		{"KZ-9-18", "2026-03-20", 1, "2026-03-26"},
	} {
		got, err := hours(t, c.hours).AddWorkingDays(calendar.MustDate(c.from), c.n)
		if err != nil || got != calendar.MustDate(c.want) {
			t.Errorf("%s: %s + %d = %s, %v, want %s", c.hours, c.from, c.n, got, err, c.want)
		}
	}
}

func TestWorkingTimeAddsUp(t *testing.T) {
	loaded := book(t)
	rapid.Check(t, func(t *rapid.T) {
		h, _ := loaded.Hours(rapid.SampledFrom([]string{"RU-MOW-9-18", "KZ-9-18", "KZ-24", "BY-9-18"}).Draw(t, "hours"))
		begin := h.Zone.Midnight(calendar.MustDate("2024-01-01"))
		at := begin.Add(time.Duration(rapid.IntRange(0, 3*365*24*60).Draw(t, "at")) * time.Minute)
		one := time.Duration(rapid.IntRange(1, 3000).Draw(t, "one")) * time.Minute
		two := time.Duration(rapid.IntRange(1, 3000).Draw(t, "two")) * time.Minute
		whole, err := h.AddWorking(at, one+two)
		if err != nil {
			t.Fatal(err)
		}
		part, err := h.AddWorking(at, one)
		if err != nil {
			t.Fatal(err)
		}
		if again, err := h.AddWorking(part, two); err != nil || !again.Equal(whole) {
			t.Fatalf("%v and then %v from %v end at %v, together at %v", one, two, at, again, whole)
		}
		if whole.Sub(at) < one+two || !h.Open(whole.Add(-time.Second)) {
			t.Fatalf("%v of work from %v end at %v", one+two, at, whole)
		}
	})
}

func TestUnknownYears(t *testing.T) {
	h := hours(t, "RU-MOW-9-18")
	for _, from := range []string{"2018-12-31 12:00", "2019-12-31 17:30", "2021-06-01 12:00", "2028-01-11 12:00"} {
		if got, err := h.AddWorking(local(t, h.Zone, from), 5*time.Hour); !errors.Is(err, calendar.ErrUnknownYear) {
			t.Errorf("%s: %v, %v, want an unknown year", from, got, err)
		}
	}
	if _, err := h.AddWorkingDays(calendar.MustDate("2024-01-09"), -1); !errors.Is(err, calendar.ErrUnknownYear) {
		t.Errorf("back into 2023: %v", err)
	}
}

func TestOpen(t *testing.T) {
	h := hours(t, "RU-VVO-9-18")
	for at, want := range map[string]bool{
		"2025-03-05 08:59": false, "2025-03-05 09:00": true, "2025-03-05 17:59": true, "2025-03-05 18:00": false,
		"2025-03-08 12:00": false, "2025-11-01 12:00": true, "2025-11-03 12:00": false,
	} {
		if got := h.Open(local(t, h.Zone, at)); got != want {
			t.Errorf("open at %s: %v", at, got)
		}
	}
}

func TestZones(t *testing.T) {
	loaded := book(t)
	for _, c := range []struct{ zone, instant, day string }{
		{"RU-MOW", "2025-03-05T20:59:59Z", "2025-03-05"},
		{"RU-MOW", "2025-03-05T21:00:00Z", "2025-03-06"},
		{"RU-VVO", "2019-02-14T14:00:00Z", "2019-02-15"},
		{"KZ", "2024-02-28T18:00:00Z", "2024-02-29"},
		{"KZ", "2024-02-29T18:30:00Z", "2024-02-29"},
		{"KZ", "2024-02-29T19:00:00Z", "2024-03-01"},
	} {
		zone, ok := loaded.Zone(c.zone)
		at, err := time.Parse(time.RFC3339, c.instant)
		if err != nil || !ok {
			t.Fatal(c, err)
		}
		if got := zone.Day(at); got != calendar.MustDate(c.day) {
			t.Errorf("%s: day of %s is %s, want %s", c.zone, c.instant, got, c.day)
		}
		day := zone.Day(at)
		if start := zone.Midnight(day); start.After(at) || zone.Day(start) != day || zone.Day(start.Add(-time.Second)) == day {
			t.Errorf("%s: %s begins at %v", c.zone, day, start)
		}
	}
}

func TestLoadIsStrict(t *testing.T) {
	zones := "[[zone]]\nid = \"Z\"\n[[zone.offset]]\nminutes = 60\nact = \"a\"\nevidence = \"known\"\n"
	hours := "[[hours]]\nid = \"H\"\nzone = \"Z\"\nopen = \"09:00\"\nclose = \"18:00\"\n"
	good := "state = \"RU\"\nyears = [2025]\n"
	load := func(zones, state string) error {
		_, err := calendar.Load(fstest.MapFS{
			"calendars/zones.toml": {Data: []byte(zones)}, "calendars/ru.toml": {Data: []byte(state)},
		})
		return err
	}
	if err := load(zones, good+hours); err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct{ zones, state string }{
		"no zones":       {"", good + hours},
		"unknown key":    {zones, good + "more = 1\n"},
		"no years":       {zones, "state = \"RU\"\n"},
		"closes first":   {zones, good + strings.Replace(hours, "18:00", "08:00", 1)},
		"twice":          {zones, good + hours + hours},
		"other year":     {zones, good + "[[shift]]\noff = [\"2024-05-02\"]\nact = \"a\"\nevidence = \"known\"\n"},
		"no such day":    {zones, good + "[[holiday]]\ndays = [\"02-30\"]\nru = \"а\"\nact = \"a\"\nevidence = \"known\"\n"},
		"no act":         {zones, good + "[[holiday]]\ndays = [\"02-03\"]\nru = \"а\"\nevidence = \"known\"\n"},
		"offsets astray": {zones + "[[zone.offset]]\nminutes = 0\nact = \"a\"\nevidence = \"known\"\n", good},
	} {
		if load(c.zones, c.state) == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func BenchmarkAddWorking(b *testing.B) {
	h := hours(b, "RU-MOW-9-18")
	at := local(b, h.Zone, "2025-03-07 17:30")
	for b.Loop() {
		if _, err := h.AddWorking(at, time.Hour); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		book(b)
	}
}
