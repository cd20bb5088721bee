package office

import (
	"context"
	"errors"

	"tamga/clearance"
	"tamga/customs"
)

// RequestDocuments asks the declarant for documents or explanations on a coded ground, art. 325. It reads Items, Reason, Note, Documents and Regime (325(4) when none is given).
func (o *Office) RequestDocuments(ctx context.Context, order Order) (Done, error) {
	if err := order.grounded("request documents"); err != nil {
		return Done{}, err
	}
	if len(order.Documents) == 0 {
		return Done{}, &customs.Error{Code: customs.Invalid, Op: "request documents", Subject: string(order.Case), Err: errors.New("no document is named")}
	}
	if order.Regime == "" {
		order.Regime = clearance.Regime4
	}
	event := clearance.Event{Kind: clearance.DocumentsRequested, Items: order.sorted(), Reason: order.Reason, Law: "ТК ЕАЭС ст. 325"}
	event.Payload.Matter = order.matter()
	return o.perform(ctx, order, func(d *desk) error { return d.open(event) })
}
