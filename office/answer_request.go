package office

import (
	"context"

	"tamga/clearance"
	"tamga/transparency"
)

// AnswerRequest hands in what was asked for. It reads Matter, Note and Files, which are kept with the case.
func (o *Office) AnswerRequest(ctx context.Context, order Order) (Done, error) {
	event := clearance.Event{Kind: clearance.RequestAnswered, Items: order.sorted(), Law: "ТК ЕАЭС ст. 325"}
	event.Payload.Matter = order.closing()
	return o.perform(ctx, order, func(d *desk) error {
		for _, file := range order.Files {
			if _, err := d.keep(PaperAnswer, file.Name, file.Body); err != nil {
				return err
			}
		}
		if err := d.record(event, transparency.Digest{}); err != nil {
			return err
		}
		return d.tellNotice(event)
	})
}
