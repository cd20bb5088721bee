package storetest

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"sync"
	"sync/atomic"
	"time"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// idempotency: of equal requests under one key one is performed, and all get its answer; another request is refused.
func idempotency(b *bench) {
	one := act{name: "lodge", id: caseID(1), number: number(), events: 1}
	var performed atomic.Int32
	b.each(func(_ int, s office.Store) {
		for _, out := range do(s, one, one) {
			b.want(out.Err, "")
			if out.Serial != 1 || string(out.Answer) != "lodge answered with 1" {
				b.Errorf("got serial %d, answer %q", out.Serial, out.Answer)
			}
			if !out.Repeated {
				performed.Add(1)
			}
		}
	})
	if performed.Load() != 1 {
		b.Errorf("performed %d times", performed.Load())
	}
	other := one.commit()
	other.Request = transparency.Sum([]byte("another request"))
	b.want(b.store(0).Commit(context.Background(), []*office.Commit{other})[0].Err, customs.Conflict)
	answer, request, err := b.store(0).Answer(context.Background(), one.commit().Key)
	b.want(err, "")
	if string(answer) != "lodge answered with 1" || request != one.commit().Request {
		b.Errorf("stored answer %q of %s", answer, request)
	}
	_, _, err = b.store(0).Answer(context.Background(), office.Key{Party: "party", Name: "unknown"})
	b.want(err, customs.NotFound)
}

// versions: of acts decided on one version of a case one succeeds; a new case that exists is Stale.
func versions(b *bench) {
	id := caseID("versions")
	b.must(b.store(0), act{name: "first", id: id})
	for version := int64(1); version <= 5; version++ {
		var won atomic.Int32
		b.each(func(caller int, s office.Store) {
			out := do(s, act{name: fmt.Sprint("next", version, "/", caller), id: id, expect: version, events: 1, timers: 1})[0]
			if out.Err == nil {
				won.Add(1)
				return
			}
			b.want(out.Err, customs.Stale)
		})
		if won.Load() != 1 {
			b.Errorf("%d acts won version %d", won.Load(), version)
		}
	}
	b.want(do(b.store(0), act{name: "again", id: id})[0].Err, customs.Stale)
	b.want(do(b.store(0), act{name: "nowhere", id: caseID("absent"), expect: 3})[0].Err, customs.Stale)
	row, err := b.store(0).Case(context.Background(), id)
	b.want(err, "")
	if row.Version != 6 {
		b.Errorf("the case has version %d", row.Version)
	}
}

// neighbours: one act's failure leaves the others of its group as they were.
func neighbours(b *bench) {
	refused := errors.New("refused")
	b.each(func(caller int, s office.Store) {
		name := func(what string) string { return fmt.Sprint(what, caller) }
		out := do(s,
			act{name: name("good"), id: caseID("good", caller), number: number(), records: 2},
			act{name: name("stale"), id: caseID("good", caller), expect: 9, number: number()},
			act{name: name("poor"), id: caseID("poor", caller), moves: []office.Move{{Balance: "none", Amount: -1}}},
			act{name: name("bad"), id: caseID("bad", caller), number: number(), fails: refused},
			act{name: name("next"), id: caseID("good", caller), expect: 1, number: number(), records: 2},
		)
		for i, code := range []customs.ErrorCode{"", customs.Stale, customs.Insufficient, customs.Internal, ""} {
			b.want(out[i].Err, code)
		}
		if !errors.Is(out[3].Err, refused) {
			b.Errorf("the cause is lost: %v", out[3].Err)
		}
		if _, err := s.Case(context.Background(), caseID("bad", caller)); !customs.Is(err, customs.NotFound) {
			b.Errorf("a failed act left its case: %v", err)
		}
	})
}

// documents: a document of a party is lodged once, whatever the key.
func documents(b *bench) {
	var won atomic.Int32
	b.each(func(caller int, s office.Store) {
		made := act{name: fmt.Sprint("lodge", caller), id: caseID("documents", caller)}.commit()
		rows := made.Rows
		made.Rows = func(serial int64) (office.Rows, error) {
			r, err := rows(serial)
			r.Case.Document = "the same"
			return r, err
		}
		other := act{name: fmt.Sprint("other", caller), id: caseID("other", caller)}.commit()
		out := s.Commit(context.Background(), []*office.Commit{made, other})
		b.want(out[1].Err, "")
		if out[0].Err == nil {
			won.Add(1)
			return
		}
		b.want(out[0].Err, customs.Conflict)
	})
	if won.Load() != 1 {
		b.Errorf("the document was lodged %d times", won.Load())
	}
}

// serials: numbers have no gaps and no doubles, though acts fail in between.
func serials(b *bench) {
	var mu sync.Mutex
	var got []int64
	b.each(func(caller int, s office.Store) {
		for group := range 6 {
			var acts []act
			for i := range 5 {
				a := act{name: fmt.Sprint("n", caller, "/", group, "/", i), id: caseID(caller, "/", group, "/", i), number: number()}
				if i%2 == 1 {
					a.fails = errors.New("refused")
				}
				acts = append(acts, a)
			}
			for i, o := range do(s, acts...) {
				if i%2 == 1 {
					b.want(o.Err, customs.Internal)
					continue
				}
				b.want(o.Err, "")
				mu.Lock()
				got = append(got, o.Serial)
				mu.Unlock()
			}
		}
	})
	slices.Sort(got)
	for i, serial := range got {
		if serial != int64(i+1) {
			b.Fatalf("serials are %v", got)
		}
	}
	if want := b.callers * 18; len(got) != want {
		b.Errorf("%d serials, want %d", len(got), want)
	}
}

// day: an act that comes after its legal day is Stale and takes no number; a new year counts from 1.
func day(b *bench) {
	b.must(b.store(0), act{name: "today", id: caseID("today"), number: number()})
	b.clock.Move(6 * time.Hour)
	b.want(do(b.store(0), act{name: "late", id: caseID("late"), number: number()})[0].Err, customs.Stale)
	later := number()
	later.Before = later.Before.Add(24 * time.Hour)
	if out := b.must(b.store(0), act{name: "next", id: caseID("next"), number: later})[0]; out.Serial != 2 {
		b.Errorf("the next serial is %d", out.Serial)
	}
	other := *later
	other.Day += 10000
	if out := b.must(b.store(0), act{name: "year", id: caseID("year"), number: &other})[0]; out.Serial != 1 {
		b.Errorf("the first serial of a year is %d", out.Serial)
	}
}
