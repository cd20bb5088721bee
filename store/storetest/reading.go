package storetest

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"time"

	"github.com/google/go-cmp/cmp"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// timers: each is claimed by one caller until its hold ends, and the case's next act replaces them.
func timers(b *bench) {
	for i := range 20 {
		b.must(b.store(0), act{name: fmt.Sprint("wait", i), id: caseID("wait", i), timers: 2})
	}
	ctx := context.Background()
	var mu sync.Mutex
	var got []office.Timer
	b.each(func(_ int, s office.Store) {
		for {
			claimed, err := s.Claim(ctx, Noon, Noon.Add(time.Minute), 3)
			b.want(err, "")
			if len(claimed) == 0 {
				return
			}
			mu.Lock()
			got = append(got, claimed...)
			mu.Unlock()
		}
	})
	slices.SortFunc(got, func(x, y office.Timer) int { return slices.Compare(timerKey(x), timerKey(y)) })
	if distinct := slices.CompactFunc(got, func(x, y office.Timer) bool { return x == y }); len(distinct) != 40 || len(got) != 40 {
		b.Errorf("claimed %d timers, %d distinct", len(got), len(distinct))
	}
	b.must(b.store(0), act{name: "done", id: caseID("wait", 0), expect: 1})
	again, err := b.store(0).Claim(ctx, Noon.Add(time.Minute), Noon.Add(time.Hour), 0)
	b.want(err, "")
	if len(again) != 38 {
		b.Errorf("%d timers came back", len(again))
	}
	early, err := b.store(0).Claim(ctx, Noon.Add(-time.Second), Noon, 10)
	b.want(err, "")
	if len(early) != 0 {
		b.Errorf("%d timers were claimed before they were due", len(early))
	}
}

func timerKey(t office.Timer) []string { return []string{string(t.Case), t.Kind} }

// reading: everything comes back as it was written.
func reading(b *bench) {
	b.each(func(caller int, s office.Store) { b.readBack(s, caller) })
	ctx := context.Background()
	b.each(func(_ int, s office.Store) {
		b.want(s.KeepEdition(ctx, "edition", []byte("bundle")), "")
		bundle, err := s.Edition(ctx, "edition")
		b.want(err, "")
		if string(bundle) != "bundle" {
			b.Errorf("the bundle is %q", bundle)
		}
	})
	_, err := b.store(0).Edition(ctx, "none")
	b.want(err, customs.NotFound)
	_, err = b.store(0).Case(ctx, "none")
	b.want(err, customs.NotFound)
	_, _, err = b.store(0).Body(ctx, "none", transparency.Digest{})
	b.want(err, customs.NotFound)
}

func (b *bench) readBack(s office.Store, caller int) {
	ctx := context.Background()
	one := act{name: fmt.Sprint("read", caller), party: "reader", id: caseID("read", caller), events: 3, body: []byte("body\x00\xff")}
	b.must(s, one)
	want := one.rows(0)
	row, err := s.Case(ctx, one.id)
	b.want(err, "")
	if diff := cmp.Diff(want.Case, row); diff != "" {
		b.Error(diff)
	}
	events, err := s.Events(ctx, one.id)
	b.want(err, "")
	if diff := cmp.Diff(want.Events, events); diff != "" {
		b.Error(diff)
	}
	body, secret, err := s.Body(ctx, one.id, want.Bodies[0].Digest)
	b.want(err, "")
	if diff := cmp.Diff(want.Bodies[0], body); diff != "" || string(secret) != string(want.Secret) {
		b.Errorf("%s secret %q", diff, secret)
	}
}

// listing: cases come the latest first, page by page, chosen by every field.
func listing(b *bench) {
	b.each(func(caller int, s office.Store) {
		for i := range 5 {
			made := act{name: fmt.Sprint("list", caller, "/", i), id: caseID("list", caller, "/", i)}.commit()
			rows := made.Rows
			made.Rows = func(serial int64) (office.Rows, error) {
				r, err := rows(serial)
				r.Case.Received = Noon.Add(time.Duration(i/2) * time.Microsecond)
				r.Case.State = fmt.Sprint("state", i)
				return r, err
			}
			b.want(s.Commit(context.Background(), []*office.Commit{made})[0].Err, "")
		}
	})
	ctx, s := context.Background(), b.store(0)
	all, err := s.Cases(ctx, office.Query{Office: "10000010", Party: "party"})
	b.want(err, "")
	var paged []office.CaseRow
	for query := (office.Query{Limit: 2}); ; {
		page, err := s.Cases(ctx, query)
		b.want(err, "")
		if len(page) == 0 {
			break
		}
		paged = append(paged, page...)
		query.Before, query.BeforeID = page[len(page)-1].Received, page[len(page)-1].ID
	}
	if diff := cmp.Diff(all, paged); diff != "" || len(all) != b.callers*5 {
		b.Errorf("%d cases; pages differ: %s", len(all), diff)
	}
	if !slices.IsSortedFunc(all, func(x, y office.CaseRow) int { return y.Received.Compare(x.Received) }) {
		b.Error("the latest does not come first")
	}
	chosen, err := s.Cases(ctx, office.Query{State: "state4", Document: customs.DocumentID(caseID("list", 0, "/", 4))})
	b.want(err, "")
	if len(chosen) != 1 {
		b.Errorf("%d cases chosen", len(chosen))
	}
	none, err := s.Cases(ctx, office.Query{Number: "none"})
	b.want(err, "")
	if len(none) != 0 {
		b.Errorf("%d cases of no number", len(none))
	}
}

// reopening: a store opened again has everything and goes on.
func reopening(b *bench) {
	b.each(func(caller int, s office.Store) {
		b.must(s, act{name: fmt.Sprint("keep", caller), id: caseID("keep", caller), number: number(), records: 1, messages: 1})
	})
	b.close()
	b.stores = []office.Store{b.again()}
	ctx, s := context.Background(), b.store(0)
	all, err := s.Cases(ctx, office.Query{})
	b.want(err, "")
	if len(all) != b.callers {
		b.Errorf("%d cases were kept", len(all))
	}
	out := b.must(s, act{name: "next", id: caseID("next"), number: number()}, act{name: "keep0", id: caseID("keep", 0), number: number()})
	if out[0].Serial != int64(b.callers)+1 || !out[1].Repeated {
		b.Errorf("after opening again: %+v", out)
	}
	count, err := s.Sequence(ctx, b.lead(s, "one", Noon), 0, b.sequencer().number(s.Log()))
	b.want(err, "")
	if count != 2*b.callers {
		b.Errorf("numbered %d", count)
	}
}

// auditing: all checkpoints, all answers page by page, and what waits for its place.
func auditing(b *bench) {
	b.each(func(caller int, s office.Store) {
		b.must(s, act{name: fmt.Sprint("audit", caller), id: caseID("audit", caller), records: 2, messages: 1})
	})
	ctx, s := context.Background(), b.store(0)
	q, lease := b.sequencer(), b.lead(b.store(0), "auditor", Noon)
	_, err := s.Sequence(ctx, lease, 1, q.number(s.Log()))
	b.want(err, "")
	waiting, err := s.Waiting(ctx, 0)
	b.want(err, "")
	if len(waiting.Records) != 2*b.callers-1 || len(waiting.Messages) != b.callers-1 || waiting.Tree.Size != 1 || waiting.LastPosition != 1 {
		b.Errorf("%d records and %d messages wait after %d and %d", len(waiting.Records), len(waiting.Messages), waiting.Tree.Size, waiting.LastPosition)
	}
	_, err = s.Sequence(ctx, lease, 0, q.number(s.Log()))
	b.want(err, "")
	checkpoints, err := s.Checkpoints(ctx)
	b.want(err, "")
	if diff := cmp.Diff(q.notes, checkpoints); diff != "" {
		b.Error(diff)
	}
	var names []string
	for after := (office.Key{}); ; {
		page, err := s.Answers(ctx, after, 3)
		b.want(err, "")
		if len(page) == 0 {
			break
		}
		for _, kept := range page {
			names = append(names, kept.Key.Name)
			if kept.Request != transparency.Sum([]byte(kept.Key.Name)) || string(kept.Answer) != kept.Key.Name+" answered with 0" {
				b.Errorf("%s was asked %s and answered %q", kept.Key.Name, kept.Request, kept.Answer)
			}
		}
		after = page[len(page)-1].Key
	}
	if !slices.IsSorted(names) || len(names) != b.callers {
		b.Errorf("the answers are of %v", names)
	}
}
