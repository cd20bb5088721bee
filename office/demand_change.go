package office

import (
	"context"
	"errors"

	"tamga/clearance"
	"tamga/customs"
)

// DemandChange demands that the declarant change what the named boxes say, art. 112(2). It reads Items, Reason, Note and Boxes.
func (o *Office) DemandChange(ctx context.Context, order Order) (Done, error) {
	if err := order.grounded("demand change"); err != nil {
		return Done{}, err
	}
	if len(order.Boxes) == 0 {
		return Done{}, &customs.Error{Code: customs.Invalid, Op: "demand change", Subject: string(order.Case), Err: errors.New("no box is named")}
	}
	event := clearance.Event{Kind: clearance.ChangeDemanded, Items: order.sorted(), Reason: order.Reason, Law: "ТК ЕАЭС ст. 112 п. 2"}
	event.Payload.Matter = order.matter()
	return o.perform(ctx, order, func(d *desk) error { return d.open(event) })
}
