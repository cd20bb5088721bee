package office

import (
	"context"

	"tamga/clearance"
)

// Suspend stops the term of release for the protection of intellectual property, art. 124. It reads Items and Reason.
func (o *Office) Suspend(ctx context.Context, order Order) (Done, error) {
	if err := order.grounded("suspend release"); err != nil {
		return Done{}, err
	}
	event := clearance.Event{Kind: clearance.TermSuspended, Reason: order.Reason, Law: "ТК ЕАЭС ст. 124"}
	event.Payload.Matter = order.matter()
	return o.simple(ctx, order, event)
}
