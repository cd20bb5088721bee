package office

import (
	"context"

	"tamga/clearance"
)

// DenyChange denies a change the declarant asked for, art. 112. It reads Reason and Matter.
func (o *Office) DenyChange(ctx context.Context, order Order) (Done, error) {
	if err := order.grounded("deny change"); err != nil {
		return Done{}, err
	}
	event := clearance.Event{Kind: clearance.ChangeDenied, Reason: order.Reason, Law: "ТК ЕАЭС ст. 112"}
	return o.simple(ctx, order, event)
}
