package office

import (
	"context"

	"tamga/clearance"
)

// RequestWithdrawal asks to withdraw the declaration before release, art. 113. It reads Reason.
func (o *Office) RequestWithdrawal(ctx context.Context, order Order) (Done, error) {
	event := clearance.Event{Kind: clearance.WithdrawalRequested, Reason: order.Reason, Law: "ТК ЕАЭС ст. 113"}
	event.Payload.Matter = order.matter()
	return o.simple(ctx, order, event)
}
