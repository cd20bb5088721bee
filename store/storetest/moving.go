package storetest

import (
	"context"
	"fmt"
	"math"
	"sync/atomic"

	"tamga/customs"
	"tamga/office"
)

// balances: of 200 acts that want the last unit one gets it.
func balances(b *bench) {
	b.must(b.store(0), act{name: "open", opens: []office.Balance{{Name: "quota", Available: 1}, {Name: "other", Available: 500}}})
	b.want(do(b.store(0), act{name: "open again", opens: []office.Balance{{Name: "quota", Available: 1}}})[0].Err, customs.Conflict)
	var won atomic.Int32
	b.each(func(caller int, s office.Store) {
		var acts []act
		for i := range 200 / b.callers {
			name := fmt.Sprint("claim", caller, "/", i)
			acts = append(acts, act{name: name, id: caseID(name),
				moves: []office.Move{{Balance: "quota", Amount: -1}, {Balance: "other", Amount: -1}}})
		}
		for _, out := range do(s, acts...) {
			if out.Err == nil {
				won.Add(1)
				continue
			}
			b.want(out.Err, customs.Insufficient)
		}
	})
	if won.Load() != 1 {
		b.Errorf("%d acts got the last unit", won.Load())
	}
	b.holds("quota", 0)
	b.holds("other", 499)
}

// moves: balances are moved in any order given, back and forth, and never past what an int64 holds.
func moves(b *bench) {
	b.must(b.store(0), act{name: "open", opens: []office.Balance{{Name: "a", Available: 1000}, {Name: "b", Available: 1000}}})
	b.each(func(caller int, s office.Store) {
		there := []office.Move{{Balance: "a", Amount: -2}, {Balance: "b", Amount: 2}, {Balance: "a", Amount: 1}}
		back := []office.Move{{Balance: "b", Amount: -2}, {Balance: "a", Amount: 2}, {Balance: "b", Amount: 1}}
		for i := range 10 {
			b.must(s, act{name: fmt.Sprint("there", caller, "/", i), moves: there},
				act{name: fmt.Sprint("back", caller, "/", i), moves: back})
		}
	})
	b.holds("a", 1000+int64(b.callers)*10)
	b.holds("b", 1000+int64(b.callers)*10)
	for i, amount := range []int64{math.MaxInt64, math.MinInt64, -2000} {
		out := do(b.store(0), act{name: fmt.Sprint("too much", i), moves: []office.Move{{Balance: "a", Amount: amount}}})
		b.want(out[0].Err, customs.Insufficient)
	}
	_, err := b.store(0).Balance(context.Background(), "none")
	b.want(err, customs.NotFound)
}

func (b *bench) holds(name string, want int64) {
	b.Helper()
	got, err := b.store(0).Balance(context.Background(), name)
	b.want(err, "")
	if got != want {
		b.Errorf("balance %s is %d, want %d", name, got, want)
	}
}
