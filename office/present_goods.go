package office

import (
	"context"

	"tamga/clearance"
)

// PresentGoods tells that goods declared beforehand are here, art. 114; the term of release begins. It reads Items.
func (o *Office) PresentGoods(ctx context.Context, order Order) (Done, error) {
	return o.simple(ctx, order, clearance.Event{Kind: clearance.GoodsPresented, Law: "ТК ЕАЭС ст. 114, 119 п. 2"})
}
