// Package storetest is the one suite that every store passes: what office.Store promises, tried at one caller and at
// eight.
//
// Read storetest.go for how a store is given to the suite, acts.go for the acts it commits, then a file per promise.
//
// Its law: the suite knows a store only through office.Store, so that two stores that pass cannot be told apart.
package storetest

import (
	"fmt"
	"sync/atomic"
	"testing"
	"time"

	"tamga/customs"
	"tamga/office"
)

// Database makes an empty database for one test and returns how to open a store on it; opening again, after closing,
// finds what was kept.
type Database func(t testing.TB) func(customs.Clock) (office.Store, error)

// Suite is a kind of store to be tried.
type Suite struct {
	New Database
	// Shared says that several stores may stand open on one database at once.
	Shared bool
}

// Clock is a clock that tests set. It begins at Noon.
type Clock struct{ moved atomic.Int64 }

// Noon is the instant at which every test begins.
var Noon = time.Date(2019, 2, 14, 9, 0, 0, 0, time.UTC)

// Now implements customs.Clock.
func (c *Clock) Now() time.Time { return Noon.Add(time.Duration(c.moved.Load())) }

// Move moves the clock.
func (c *Clock) Move(by time.Duration) { c.moved.Add(int64(by)) }

// bench is one test's database, its clock and the stores on it.
type bench struct {
	*testing.T
	clock   *Clock
	open    func(customs.Clock) (office.Store, error)
	stores  []office.Store
	callers int
}

// Run tries everything.
func Run(t *testing.T, suite Suite) {
	for _, one := range []struct {
		name string
		try  func(*bench)
	}{
		{"idempotency", idempotency},
		{"versions", versions},
		{"neighbours", neighbours},
		{"documents", documents},
		{"serials", serials},
		{"day", day},
		{"balances", balances},
		{"moves", moves},
		{"feed", feed},
		{"log", log},
		{"fencing", fencing},
		{"timers", timers},
		{"reading", reading},
		{"listing", listing},
		{"auditing", auditing},
		{"reopening", reopening},
	} {
		for _, callers := range []int{1, 8} {
			t.Run(fmt.Sprintf("%s/%d", one.name, callers), func(t *testing.T) {
				t.Parallel()
				one.try(start(t, suite, callers))
			})
		}
	}
}

// start opens the stores of a test: two when the kind can be shared and there are callers for both.
func start(t *testing.T, suite Suite, callers int) *bench {
	t.Helper()
	b := &bench{T: t, clock: &Clock{}, open: suite.New(t), callers: callers}
	count := 1
	if suite.Shared && callers > 1 {
		count = 2
	}
	for range count {
		b.stores = append(b.stores, b.again())
	}
	t.Cleanup(func() { b.close() })
	return b
}

func (b *bench) again() office.Store {
	b.Helper()
	s, err := b.open(b.clock)
	if err != nil {
		b.Fatal(err)
	}
	return s
}

func (b *bench) close() {
	for _, s := range b.stores {
		if err := s.Close(); err != nil {
			b.Error(err)
		}
	}
	b.stores = nil
}

// store is the store that a caller uses.
func (b *bench) store(caller int) office.Store { return b.stores[caller%len(b.stores)] }

// each runs the work once for every caller at the same time.
func (b *bench) each(work func(caller int, s office.Store)) {
	done := make(chan struct{})
	for caller := range b.callers {
		go func() {
			defer func() { done <- struct{}{} }()
			work(caller, b.store(caller))
		}()
	}
	for range b.callers {
		<-done
	}
}

// want fails the test unless the error carries the code; "" means no error.
func (b *bench) want(err error, code customs.ErrorCode) {
	b.Helper()
	if customs.CodeOf(err) != code {
		b.Errorf("got %v, want code %q", err, code)
	}
}
