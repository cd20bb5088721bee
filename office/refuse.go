package office

import (
	"context"

	"tamga/clearance"
	"tamga/transparency"
)

// Refuse refuses, by an officer, to register a declaration that the system handed over, art. 111(5); its document id is
// free again. It reads Reason, the sub-paragraph, and Note.
func (o *Office) Refuse(ctx context.Context, order Order) (Done, error) {
	if err := order.grounded("refuse registration"); err != nil {
		return Done{}, err
	}
	event := clearance.Event{
		Kind: clearance.RegistrationRefused, Reason: order.Reason, Law: "ТК ЕАЭС ст. 111 п. 5",
		Payload: clearance.Payload{Grounds: []string{order.Reason}},
	}
	return o.perform(ctx, order, func(d *desk) error {
		if err := d.record(event, transparency.Digest{}); err != nil {
			return err
		}
		words := order.Note
		if words == "" {
			words = d.say(order.Reason)
		}
		stated := FindingEntry{Ground: order.Reason, Text: Bilingual{RU: words, EN: words}}
		return d.tellRefusal(CheckReport{Findings: []FindingEntry{stated}})
	})
}
