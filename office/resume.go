package office

import (
	"context"

	"tamga/clearance"
)

// Resume lets a suspended term of release go on, art. 124. It reads Items and Matter.
func (o *Office) Resume(ctx context.Context, order Order) (Done, error) {
	return o.simple(ctx, order, clearance.Event{Kind: clearance.TermResumed, Law: "ТК ЕАЭС ст. 124"})
}
