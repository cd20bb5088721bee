package office

import (
	"context"

	"tamga/clearance"
)

// Prolong prolongs the term of release by Days working days, with leave of the head, art. 119. It reads Items, Reason and Days.
func (o *Office) Prolong(ctx context.Context, order Order) (Done, error) {
	if err := order.grounded("prolong"); err != nil {
		return Done{}, err
	}
	event := clearance.Event{Kind: clearance.TermProlonged, Reason: order.Reason, Law: "ТК ЕАЭС ст. 119"}
	event.Payload.Prolongation = &clearance.Prolongation{Days: order.Days, Leave: order.Actor.Stamp}
	return o.simple(ctx, order, event)
}
