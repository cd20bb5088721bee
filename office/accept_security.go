package office

import (
	"context"

	"tamga/clearance"
)

// AcceptSecurity accepts security for payments, art. 62 to 65. It reads Items, Matter and Note.
func (o *Office) AcceptSecurity(ctx context.Context, order Order) (Done, error) {
	return o.simple(ctx, order, clearance.Event{Kind: clearance.SecurityAccepted, Law: "ТК ЕАЭС ст. 62–65"})
}
