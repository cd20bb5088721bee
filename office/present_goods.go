package office

import (
	"context"

	"tamga/clearance"
	"tamga/transparency"
)

// PresentGoods tells that goods declared beforehand are here, art. 114; the term of release begins, and the
// system tries to release them, unless the case is with an officer. It reads Items.
func (o *Office) PresentGoods(ctx context.Context, order Order) (Done, error) {
	event := clearance.Event{Kind: clearance.GoodsPresented, Items: order.sorted(), Law: "ТК ЕАЭС ст. 114, 119 п. 2"}
	return o.perform(ctx, order, func(d *desk) error {
		if err := d.record(event, transparency.Digest{}); err != nil {
			return err
		}
		if err := d.tellNotice(event); err != nil {
			return err
		}
		return o.attempt(ctx, d)
	})
}
