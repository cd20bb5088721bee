package office

import (
	"context"

	"tamga/clearance"
)

// RecordInspection records the act of an inspection. It reads Matter (every open inspection when empty), Items and Note.
func (o *Office) RecordInspection(ctx context.Context, order Order) (Done, error) {
	return o.simple(ctx, order, clearance.Event{Kind: clearance.InspectionRecorded, Law: "ТК ЕАЭС ст. 327, 328"})
}
