package office

import (
	"context"

	"tamga/clearance"
)

// RefuseRelease refuses release, decision 90, on a coded ground, art. 125. It reads Items, Reason and Note.
func (o *Office) RefuseRelease(ctx context.Context, order Order) (Done, error) {
	if err := order.grounded("refuse release"); err != nil {
		return Done{}, err
	}
	event := clearance.Event{Kind: clearance.ReleaseRefused, Code: "90", Items: order.sorted(), Reason: order.Reason, Law: "ТК ЕАЭС ст. 125"}
	return o.perform(ctx, order, func(d *desk) error { return d.end(event) })
}
