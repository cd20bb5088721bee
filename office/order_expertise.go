package office

import (
	"context"

	"tamga/clearance"
)

// OrderExpertise sends samples or documents to an expert, art. 389. It reads Items, Reason and Note.
func (o *Office) OrderExpertise(ctx context.Context, order Order) (Done, error) {
	if err := order.grounded("order expertise"); err != nil {
		return Done{}, err
	}
	event := clearance.Event{Kind: clearance.ExpertiseOrdered, Items: order.sorted(), Reason: order.Reason, Law: "ТК ЕАЭС ст. 389"}
	event.Payload.Matter = order.matter()
	return o.perform(ctx, order, func(d *desk) error { return d.open(event) })
}
