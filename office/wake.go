package office

import (
	"context"
	"fmt"
	"time"

	"golang.org/x/sync/errgroup"

	"tamga/clearance"
	"tamga/customs"
	"tamga/transparency"
)

// wakeLimit is how many due cases one process takes at a time, ringers how many of them it works on at once, so that their
// acts share commits, and holdTimer how long it keeps them from others.
const (
	wakeLimit = 256
	ringers   = 32
	holdTimer = 30 * time.Second
)

// wakeCases looks for cases whose timers are due, every interval, until the context ends. After a crash it is what
// finds declarations that were acknowledged and not judged.
func (o *Office) wakeCases(ctx context.Context, interval time.Duration) {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	for {
		if err := o.Wake(ctx); err != nil && ctx.Err() == nil {
			o.report("wake cases", err)
		}
		select {
		case <-ctx.Done():
			return
		case <-ticker.C:
		}
	}
}

// Wake does at once what the timers due ask for.
func (o *Office) Wake(ctx context.Context) error {
	now := o.Clock.Now().UTC()
	timers, err := o.Store.Claim(ctx, now, now.Add(holdTimer), wakeLimit)
	if err != nil {
		return err
	}
	var ringing errgroup.Group
	ringing.SetLimit(ringers)
	for _, timer := range timers {
		ringing.Go(func() error {
			if err := o.ring(ctx, timer); err != nil {
				o.report("wake case "+string(timer.Case), err)
			}
			return nil
		})
	}
	return ringing.Wait()
}

func (o *Office) ring(ctx context.Context, timer Timer) error {
	if timer.Kind == timerJudge {
		return o.Judge(ctx, timer.Case)
	}
	return o.Expire(ctx, timer.Case)
}

// Expire records the terms of a case that have ended.
func (o *Office) Expire(ctx context.Context, id customs.CaseID) error {
	order := Order{Case: id, Actor: customs.Automaton}
	_, err := o.perform(ctx, order, func(d *desk) error {
		d.actor = customs.Automaton
		for range maxExpiries {
			due := clearance.Due(d.dossier.Case, d.now)
			if len(due) == 0 {
				return d.lapse()
			}
			if err := d.record(due[0], transparency.Digest{}); err != nil {
				return err
			}
			if err := d.tellNotice(due[0]); err != nil {
				return err
			}
		}
		return &customs.Error{Code: customs.Internal, Op: "expire terms", Subject: string(id), Err: fmt.Errorf("more than %d", maxExpiries)}
	})
	return err
}

// lapse tells of the decision, and gives back what was taken from balances, when the terms that ended decided the case.
func (d *desk) lapse() error {
	if len(d.rows.Events) == 0 || !d.dossier.Case.Final() {
		return nil
	}
	d.giveBack()
	return d.tellDecision()
}

// maxExpiries bounds the terms that end in one act.
const maxExpiries = 64
