package office

import (
	"context"

	"tamga/clearance"
	"tamga/customs"
	"tamga/transparency"
)

// Register registers, by an officer, a declaration that the system handed over, art. 111(2): it takes the next number
// and writes off what box 40 names. Balances that do not suffice do not stop it; the control then begins with that reason.
func (o *Office) Register(ctx context.Context, order Order) (Done, error) {
	done, err := o.perform(ctx, order, func(d *desk) error { return o.registerBy(ctx, d, false) })
	if customs.Is(err, customs.Insufficient) {
		return o.perform(ctx, order, func(d *desk) error { return o.registerBy(ctx, d, true) })
	}
	return done, err
}

func (o *Office) registerBy(ctx context.Context, d *desk, short bool) error {
	// The table is asked before anything is taken: the number is given inside of the transaction only.
	if !allowed(d.dossier.Case, d.actor.Kind, clearance.DeclarationRegistered) {
		return &customs.Error{Code: customs.NotAllowed, Op: "register", Subject: string(d.dossier.Case.ID)}
	}
	if err := o.declare(ctx, d); err != nil {
		return err
	}
	w, err := o.preceding(ctx, d.declared)
	if err != nil {
		return err
	}
	if short {
		w.fall()
	}
	assessed, _ := d.dossier.Paper(PaperAssessment)
	d.moves = append(d.moves, w.moves()...)
	d.dossier.Holds, d.dossier.Preceding = w.holds, w.answer
	d.numbered = func(d *desk, serial int64) error {
		if err := d.register(serial, nil, assessed.Digest); err != nil {
			return err
		}
		if d.dossier.Case.State == clearance.AwaitingGoods {
			return nil
		}
		started := clearance.Event{Kind: clearance.ControlStarted}
		if w.answer != clearance.Yes {
			started.Reason = notWrittenOff
		}
		return d.record(started, transparency.Digest{})
	}
	return nil
}

// notWrittenOff is the reason of a control in which an officer is to look at box 40.
const notWrittenOff = "preceding-not-written-off"

func allowed(c clearance.Case, actor customs.ActorKind, kind clearance.EventKind) bool {
	for _, may := range clearance.Allowed(c, actor) {
		if may == kind {
			return true
		}
	}
	return false
}
