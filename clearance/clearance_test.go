package clearance

import (
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"tamga/calendar"
	"tamga/customs"
	"tamga/data"
	"tamga/declaration"
)

func hours() calendar.Hours {
	day := calendar.Span{Open: 9 * 60, Close: 18 * 60}
	return calendar.Hours{
		Zone:      calendar.Zone{ID: "TEST", Offsets: []calendar.Offset{{Minutes: 180}}},
		Week:      [7]calendar.Span{1: day, 2: day, 3: day, 4: day, 5: day},
		KnownFrom: calendar.MustDate("2019-01-01"), KnownTo: calendar.MustDate("2019-12-31"),
	}
}

func testTerms(t interface{ Fatal(...any) }) Terms {
	terms, err := LoadTerms(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return terms.In(hours())
}

// at is a local instant of Thursday 14 February 2019 and the days after it.
func at(day, hour, minute int) time.Time {
	return time.Date(2019, 2, day, hour-3, minute, 0, 0, time.UTC)
}

func event(kind EventKind, when time.Time) Event {
	e := Event{Kind: kind, At: when, Actor: customs.Actor{Kind: Acts[kind][0], ID: "x"}}
	switch kind {
	case DocumentReceived:
		e.Payload.Opening = &Opening{ID: "case", Party: "RU:1", Document: "doc", Office: "10702030", Items: 1}
	case DeclarationRegistered:
		number := declaration.NewNumber("10702030", calendar.MustDate("2019-02-14"), 1)
		e.Payload.Number = &number
	case GoodsReleased:
		e.Code = "10"
	case ReleaseAnnulled:
		e.Code = "50"
	case ReleaseRefused:
		e.Reason = "r"
	}
	if opens(kind) != None {
		e.Payload.Matter = &MatterNotice{ID: fmt.Sprint(kind, when.UnixNano())}
		if kind == DocumentsRequested {
			e.Payload.Matter.Regime = Regime1
		}
	}
	return e
}

func follow(t testing.TB, c Case, events ...Event) Case {
	t.Helper()
	for _, e := range events {
		next, err := Apply(c, e, testTerms(t))
		if err != nil {
			t.Fatal(err)
		}
		c = next
	}
	return c
}

func registered(t testing.TB, items int, when time.Time) Case {
	first := event(DocumentReceived, when)
	first.Payload.Opening.Items = items
	return follow(t, Case{}, first, event(DeclarationFiled, when), event(DeclarationRegistered, when), event(ControlStarted, when))
}

func TestReleaseTermOfArticle119(t *testing.T) {
	for _, c := range []struct{ at, due time.Time }{
		{at(14, 10, 0), at(14, 14, 0)},
		{at(14, 14, 0), at(14, 18, 0)},
		{at(14, 14, 1), at(15, 13, 0)},
		{at(14, 7, 0), at(14, 13, 0)},
		{at(15, 17, 0), at(18, 13, 0)},
		{at(16, 12, 0), at(18, 13, 0)},
	} {
		got := registered(t, 1, c.at).Deadlines()
		if len(got) != 1 || got[0].Clock != ToRelease || !got[0].Due.Equal(c.due) {
			t.Errorf("at %v: %+v, want %v", c.at, got, c.due)
		}
	}
}

func TestSuspensionKeepsTheRestOfTheTerm(t *testing.T) {
	c := registered(t, 1, at(14, 10, 0))
	c = follow(t, c, event(TermSuspended, at(14, 11, 0)), event(TermSuspended, at(15, 11, 0)))
	if slices.Contains(Allowed(c, customs.Officer), TermSuspended) {
		t.Error("a third suspension is allowed")
	}
	due := Due(c, at(28, 23, 0).AddDate(0, 0, 20))
	if len(due) != 1 || due[0].Kind != TermResumed {
		t.Fatalf("due: %+v", due)
	}
	c = follow(t, c, event(TermResumed, at(18, 10, 0)))
	if got := c.Items[0].release(); !got.Equal(at(18, 13, 0)) || c.State != InControl {
		t.Errorf("release by %v in %q", got, c.State)
	}
}

func TestItemsAreDecidedApart(t *testing.T) {
	c := registered(t, 3, at(14, 10, 0))
	one, two := event(GoodsReleased, at(14, 11, 0)), event(ReleaseRefused, at(14, 11, 5))
	one.Items, two.Items = []int{1, 3}, []int{2}
	two.Actor = customs.Actor{Kind: customs.Officer}
	c = follow(t, c, one)
	if c.State != Mixed || c.Final() {
		t.Errorf("%q final %v", c.State, c.Final())
	}
	c = follow(t, c, two)
	if c.State != Mixed || c.Decision != Differs || !c.Final() || len(c.Deadlines()) != 0 {
		t.Errorf("%+v", c)
	}
}

func TestRequestExpiresIntoControl(t *testing.T) {
	c := registered(t, 2, at(14, 10, 0))
	ask := event(DocumentsRequested, at(14, 11, 0))
	ask.Items = []int{2}
	c = follow(t, c, ask)
	if c.State != Mixed || len(Due(c, at(14, 13, 59))) != 0 {
		t.Fatalf("%+v", c)
	}
	due := Due(c, at(14, 14, 0))
	if !slices.ContainsFunc(due, func(e Event) bool { return e.Kind == RequestExpired }) {
		t.Fatalf("due %+v", due)
	}
	for left := due; len(left) > 0; left = Due(c, at(14, 14, 0)) {
		c = follow(t, c, left[0])
	}
	if c.State != InControl || c.Lane != Manual || c.Matters[0].Open() {
		t.Errorf("%+v", c)
	}
}

func TestNotAllowedAndForbidden(t *testing.T) {
	c := registered(t, 1, at(14, 10, 0))
	if _, err := Apply(c, event(DeclarationFiled, at(14, 11, 0)), testTerms(t)); !customs.Is(err, customs.NotAllowed) {
		t.Error(err)
	}
	release := event(GoodsReleased, at(14, 11, 0))
	release.Actor.Kind = customs.Declarant
	if _, err := Apply(c, release, testTerms(t)); !customs.Is(err, customs.Forbidden) {
		t.Error(err)
	}
	release = event(GoodsReleased, at(14, 11, 0))
	release.Code = "90"
	if _, err := Apply(c, release, testTerms(t)); !customs.Is(err, customs.NotAllowed) {
		t.Error(err)
	}
}

// TestWalks: whatever lawful events come, replay from zero gives the same case, JSON keeps it, and no item leaves a
// decision but by a row after release.
func TestWalks(t *testing.T) {
	terms := testTerms(t)
	rapid.Check(t, func(t *rapid.T) {
		now := at(14, 10, 0)
		first := event(DocumentReceived, now)
		first.Payload.Opening.Items = rapid.IntRange(0, 3).Draw(t, "items")
		first.Payload.Opening.Preliminary = rapid.Bool().Draw(t, "preliminary")
		history := []Event{first}
		c, err := Apply(Case{}, first, terms)
		for range rapid.IntRange(1, 25).Draw(t, "steps") {
			if err != nil {
				t.Fatal(err)
			}
			var choices []EventKind
			for _, kind := range Kinds {
				if possible(c, kind) {
					choices = append(choices, kind)
				}
			}
			if len(choices) == 0 {
				break
			}
			now = now.Add(time.Duration(rapid.IntRange(1, 300).Draw(t, "minutes")) * time.Minute)
			e := event(rapid.SampledFrom(choices).Draw(t, "kind"), now)
			if rapid.Bool().Draw(t, "one") {
				e.Items = []int{rapid.SampledFrom(c.Items).Draw(t, "item").Ordinal}
			}
			next, refused := Apply(c, e, terms)
			if refused != nil {
				if !customs.Is(refused, customs.NotAllowed) {
					t.Fatal(refused)
				}
				continue
			}
			for i := range c.Items {
				before, after := c.Items[i], next.Items[i]
				late := e.Kind == ReleaseSettled || e.Kind == ReleaseAnnulled
				if before.State.Final() && !late && !reflect.DeepEqual(before, after) {
					t.Fatalf("%v moved a decided item from %v to %v", e.Kind, before, after)
				}
			}
			c, history = next, append(history, e)
		}
		var again Case
		for _, e := range history {
			var err error
			if again, err = Apply(again, through(t, e), terms); err != nil {
				t.Fatal(err)
			}
		}
		a, _ := json.Marshal(c)
		b, _ := json.Marshal(through(t, again))
		if string(a) != string(b) {
			t.Fatalf("replayed otherwise:\n%s\n%s", a, b)
		}
	})
}

func through[T any](t *rapid.T, value T) T {
	body, err := json.Marshal(value)
	if err != nil {
		t.Fatal(err)
	}
	var back T
	if err := json.Unmarshal(body, &back); err != nil {
		t.Fatal(err)
	}
	return back
}
