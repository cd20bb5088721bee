package office

import (
	"context"
	"errors"
	"sync"

	"tamga/customs"
)

// largestGroup is how many acts are committed together at the most. Waiting for more gains little and costs everyone
// in the group.
const largestGroup = 64

// batch gathers the acts of all callers into groups, so that one durable commit serves many. An act that was handed
// in and is not yet committed is lost when the process dies; nobody was told otherwise.
type batch struct {
	store Writer
	queue chan *waiting
	done  sync.WaitGroup

	// handing is held by those who hand an act in, so that the queue is not closed under them.
	handing sync.RWMutex
	closed  bool
}

type waiting struct {
	commit  *Commit
	outcome chan Outcome
}

func newBatch(store Writer, writers int) *batch {
	b := &batch{store: store, queue: make(chan *waiting, largestGroup)}
	for range writers {
		b.done.Add(1)
		go b.run()
	}
	return b
}

// commit hands the act in and waits for its outcome. The wait does not end with the caller's context: whether the act
// became true must be known.
func (b *batch) commit(ctx context.Context, commit *Commit) Outcome {
	act := &waiting{commit: commit, outcome: make(chan Outcome, 1)}
	if err := b.handIn(ctx, act); err != nil {
		return Outcome{Err: &customs.Error{Code: customs.Unavailable, Op: "commit act", Subject: commit.Key.Name, Err: err}}
	}
	return <-act.outcome
}

var errClosed = errors.New("the office is closing")

func (b *batch) handIn(ctx context.Context, act *waiting) error {
	b.handing.RLock()
	defer b.handing.RUnlock()
	if b.closed {
		return errClosed
	}
	select {
	case b.queue <- act:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (b *batch) run() {
	defer b.done.Done()
	for first := range b.queue {
		group := []*waiting{first}
		group = b.gather(group)
		commits := make([]*Commit, len(group))
		for i, act := range group {
			commits[i] = act.commit
		}
		for i, outcome := range b.store.Commit(context.Background(), commits) {
			group[i].outcome <- outcome
		}
	}
}

// gather takes what already waits, without waiting for more. Of two acts on one case in a group the second is Stale and
// decided again.
func (b *batch) gather(group []*waiting) []*waiting {
	for len(group) < largestGroup {
		select {
		case act, open := <-b.queue:
			if !open {
				return group
			}
			group = append(group, act)
		default:
			return group
		}
	}
	return group
}

// close waits for the acts handed in; whoever comes later is told that the office is closing.
func (b *batch) close() {
	b.handing.Lock()
	already := b.closed
	b.closed = true
	b.handing.Unlock()
	if !already {
		close(b.queue)
	}
	b.done.Wait()
}
