package office

import (
	"context"
	"errors"

	"tamga/clearance"
	"tamga/customs"
)

// AnnulRelease annuls a release: Code 50 on the declarant's wish, 51 or 52 otherwise, art. 113, 116 and 118. What the
// items took from balances is given back, and the balances their release opened are closed; when another declaration has
// taken from those, the release cannot be annulled. It reads Items, Code and Reason.
func (o *Office) AnnulRelease(ctx context.Context, order Order) (Done, error) {
	if err := order.grounded("annul release"); err != nil {
		return Done{}, err
	}
	event := clearance.Event{
		Kind: clearance.ReleaseAnnulled, Code: order.Code, Items: order.sorted(), Reason: order.Reason,
		Law: annulmentLaw[order.Code],
	}
	done, err := o.perform(ctx, order, func(d *desk) error {
		if err := d.end(event); err != nil {
			return err
		}
		d.closeBalances()
		return nil
	})
	if customs.Is(err, customs.Insufficient) {
		return done, &customs.Error{
			Code: customs.NotAllowed, Op: "annul release", Subject: string(order.Case),
			Err: errors.New("the goods were declared again"),
		}
	}
	return done, err
}

// closeBalances takes out again what the release of items that are annulled put in.
func (d *desk) closeBalances() {
	var closed writing
	var kept []Hold
	for _, hold := range d.dossier.Opened {
		if item, _ := d.dossier.Case.Item(hold.Item); item.State == clearance.Annulled {
			closed.holds = append(closed.holds, hold)
			continue
		}
		kept = append(kept, hold)
	}
	d.moves = append(d.moves, closed.moves()...)
	d.dossier.Opened = kept
}

// annulmentLaw cites the article of each kind of annulment.
var annulmentLaw = map[customs.DecisionCode]string{
	"50": "ТК ЕАЭС ст. 113 п. 4, 6, ст. 116 п. 9", "51": "ТК ЕАЭС ст. 116 п. 10", "52": "ТК ЕАЭС ст. 118 п. 4",
}
