package office

import (
	"context"

	"tamga/clearance"
)

// RecordExpertise records what the expert found. It reads Matter (every open expertise when empty), Items and Note.
func (o *Office) RecordExpertise(ctx context.Context, order Order) (Done, error) {
	event := clearance.Event{Kind: clearance.ExpertiseRecorded, Items: order.sorted(), Law: "ТК ЕАЭС ст. 389"}
	if order.Matter != "" || order.Note != "" {
		event.Payload.Matter = order.closing()
	}
	return o.simple(ctx, order, event)
}
