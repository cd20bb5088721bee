package office

import (
	"context"

	"tamga/clearance"
)

// GrantWithdrawal permits the withdrawal of the declaration, decision 40, art. 113. It reads Reason.
func (o *Office) GrantWithdrawal(ctx context.Context, order Order) (Done, error) {
	event := clearance.Event{Kind: clearance.WithdrawalGranted, Code: "40", Reason: order.Reason, Law: "ТК ЕАЭС ст. 113"}
	return o.perform(ctx, order, func(d *desk) error { return d.end(event) })
}
