package office

import (
	"context"

	"tamga/clearance"
	"tamga/transparency"
)

// simple does an act that is one event and a notice of it. Items and, unless the event opens one, the matter are
// those of the order.
func (o *Office) simple(ctx context.Context, order Order, event clearance.Event) (Done, error) {
	event.Items = order.sorted()
	if event.Payload.Matter == nil && (order.Matter != "" || order.Note != "") {
		event.Payload.Matter = order.closing()
	}
	return o.perform(ctx, order, func(d *desk) error {
		if err := d.record(event, transparency.Digest{}); err != nil {
			return err
		}
		return d.tellNotice(event)
	})
}
