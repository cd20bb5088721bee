package main

import (
	"context"
	"slices"
	"sync"
	"time"

	"tamga/clearance"
	"tamga/customs"
	"tamga/office"
)

// witness is a store that notes when a case was decided and how much was written for it.
type witness struct {
	office.Store
	mutex           sync.Mutex
	lodged, decided map[customs.CaseID]time.Time
	released        int
	// sizes are the bytes of each act, groups the commits that made them true.
	sizes  []int
	groups int
}

func (w *witness) began(id customs.CaseID, at time.Time) {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.lodged[id] = at
}

func (w *witness) count() int {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	return len(w.decided)
}

// Commit lets the store commit and notes the decisions.
func (w *witness) Commit(ctx context.Context, group []*office.Commit) []office.Outcome {
	written := make([]office.Rows, len(group))
	for i, act := range group {
		rows := act.Rows
		act.Rows = func(serial int64) (office.Rows, error) {
			made, err := rows(serial)
			written[i] = made
			return made, err
		}
	}
	outcomes := w.Store.Commit(ctx, group)
	now := time.Now()
	w.mutex.Lock()
	defer w.mutex.Unlock()
	w.groups++
	for i, act := range group {
		if outcomes[i].Err != nil || outcomes[i].Repeated {
			continue
		}
		w.sizes = append(w.sizes, bytesOf(&written[i]))
		if act.Expect == 0 {
			continue
		}
		if _, before := w.decided[act.Case]; !before && written[i].Case.State == string(clearance.Released) {
			w.released++
		}
		w.decided[act.Case] = now
	}
	return outcomes
}

// bytesOf is how many bytes of content the rows carry.
func bytesOf(rows *office.Rows) int {
	total := len(rows.Case.Content) + len(rows.Answer) + len(rows.Secret)
	for i := range rows.Bodies {
		total += len(rows.Bodies[i].Sealed)
	}
	for i := range rows.Events {
		total += len(rows.Events[i].Content)
	}
	for i := range rows.Messages {
		total += len(rows.Messages[i].Content)
	}
	for i := range rows.Records {
		total += len(rows.Records[i].Leaf)
	}
	return total
}

// measured sums up what was seen since the start.
func (w *witness) measured(started time.Time, took []time.Duration) *cleared {
	w.mutex.Lock()
	defer w.mutex.Unlock()
	last, waited := started, make([]time.Duration, 0, len(took))
	for id, at := range w.decided {
		waited = append(waited, at.Sub(w.lodged[id]))
		if at.After(last) {
			last = at
		}
	}
	slices.Sort(took)
	slices.Sort(waited)
	seconds := last.Sub(started).Seconds()
	return &cleared{
		Documents: len(took), Seconds: seconds, DocumentsPerSecond: float64(len(took)) / seconds,
		Released: float64(w.released) / float64(len(took)),
		LodgeP50: quantile(took, 50), LodgeP99: quantile(took, 99),
		DecisionP50: quantile(waited, 50), DecisionP99: quantile(waited, 99),
		GroupSize: float64(len(w.sizes)) / float64(max(w.groups, 1)),
	}
}

// quantile is the percentile of sorted times, in milliseconds.
func quantile(sorted []time.Duration, percent int) float64 {
	if len(sorted) == 0 {
		return 0
	}
	return float64(sorted[(len(sorted)-1)*percent/100].Microseconds()) / 1000
}
