package office

import (
	"context"

	"tamga/clearance"
)

// OrderInspection orders an inspection or examination of goods, art. 327 and 328. It reads Items, Reason and Note.
func (o *Office) OrderInspection(ctx context.Context, order Order) (Done, error) {
	if err := order.grounded("order inspection"); err != nil {
		return Done{}, err
	}
	event := clearance.Event{Kind: clearance.InspectionOrdered, Items: order.sorted(), Reason: order.Reason, Law: "ТК ЕАЭС ст. 327, 328"}
	event.Payload.Matter = order.matter()
	return o.perform(ctx, order, func(d *desk) error { return d.open(event) })
}
