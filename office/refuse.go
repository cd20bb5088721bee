package office

import (
	"context"
	"errors"
	"slices"

	"tamga/clearance"
	"tamga/customs"
	"tamga/transparency"
	"tamga/validation"
)

// refusalGrounds are the sub-paragraphs of art. 111(5).
var refusalGrounds = []string{
	validation.GroundOffice, validation.GroundPerson, validation.GroundData, validation.GroundForm, validation.GroundActions,
}

// refusalLaw is the paragraph they stand in.
const refusalLaw = "ТК ЕАЭС ст. 111 п. 5"

// Refuse refuses, by an officer, to register a declaration that the system handed over, art. 111(5); its document id is
// free again. It reads Reason, the number of a sub-paragraph from "1" to "5", and Note.
func (o *Office) Refuse(ctx context.Context, order Order) (Done, error) {
	if !slices.Contains(refusalGrounds, order.Reason) {
		return Done{}, &customs.Error{
			Code: customs.Invalid, Op: "refuse registration", Subject: string(order.Case),
			Err: errors.New("the reason is not a sub-paragraph of art. 111(5)"),
		}
	}
	event := clearance.Event{
		Kind: clearance.RegistrationRefused, Reason: "111-5", Law: refusalLaw,
		Payload: clearance.Payload{Grounds: []string{order.Reason}},
	}
	return o.perform(ctx, order, func(d *desk) error {
		if err := d.record(event, transparency.Digest{}); err != nil {
			return err
		}
		words := order.Note
		if words == "" {
			words = refusalLaw + " пп. " + order.Reason
		}
		return d.tellRefusalFor(order.Reason, words)
	})
}

// tellRefusalFor tells of a refusal on a ground that an officer states rather than a rule.
func (d *desk) tellRefusalFor(ground, words string) error {
	return d.tellRefusal(CheckReport{Findings: []FindingEntry{{Ground: ground, Text: Bilingual{RU: words, EN: words}}}})
}
