package office

import (
	"context"
	"errors"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/transparency"
)

// RequestChange asks, before release, that the declaration read as the one in Files[0] does, art. 112(1). The document
// keeps its identifier; the change is granted or denied by an official.
func (o *Office) RequestChange(ctx context.Context, order Order) (Done, error) {
	if len(order.Files) != 1 {
		return Done{}, &customs.Error{Code: customs.Invalid, Op: "request change", Subject: string(order.Case), Err: errors.New("one changed declaration is needed")}
	}
	read := album.Read(order.Files[0].Body, album.Options{})
	if customs.Worst(read.Findings) == customs.TechnicalReject || read.Declaration == nil {
		return Done{}, &customs.Error{Code: customs.Invalid, Op: "request change", Subject: string(order.Case), Err: errors.New("the changed declaration cannot be read")}
	}
	event := clearance.Event{Kind: clearance.ChangeRequested, Items: order.sorted(), Reason: order.Reason, Law: "ТК ЕАЭС ст. 112 п. 1"}
	event.Payload.Matter = order.matter()
	return o.perform(ctx, order, func(d *desk) error {
		if len(read.Declaration.Shipment.Goods) != len(d.dossier.Case.Items) {
			return &customs.Error{Code: customs.Invalid, Op: "request change", Subject: string(order.Case), Err: errors.New("a change before release keeps the number of goods items")}
		}
		digest, err := d.keep(PaperChange, order.Files[0].Name, order.Files[0].Body)
		if err != nil {
			return err
		}
		d.dossier.Pending = digest
		if err := d.record(event, digest); err != nil {
			return err
		}
		return d.tellNotice(event)
	})
}

// GrantChange makes the asked change the version of the declaration in force: it keeps its number and the day of its
// rates and is judged and assessed again.
func (o *Office) GrantChange(ctx context.Context, order Order) (Done, error) {
	event := clearance.Event{Kind: clearance.ChangeGranted, Items: order.sorted(), Reason: order.Reason, Law: "ТК ЕАЭС ст. 112 п. 1"}
	if order.Matter != "" {
		event.Payload.Matter = order.closing()
	}
	return o.perform(ctx, order, func(d *desk) error {
		if d.dossier.Pending == (transparency.Digest{}) {
			return &customs.Error{Code: customs.NotAllowed, Op: "grant change", Subject: string(order.Case), Err: errors.New("no change was asked for")}
		}
		body, err := o.Paper(ctx, order.Case, d.dossier.Pending)
		if err != nil {
			return err
		}
		if err := d.record(event, d.dossier.Pending); err != nil {
			return err
		}
		if err := d.supersede(body); err != nil {
			return err
		}
		return o.rewrite(ctx, d)
	})
}

// supersede puts a new version of the declaration in the place of the old one, with its findings and its assessment.
func (d *desk) supersede(body []byte) error {
	read := album.Read(body, album.Options{})
	place, _, err := d.law.at(d.dossier.Case.Office)
	if err != nil {
		return err
	}
	examined := d.law.Examine(&read, Circumstances{Day: d.dossier.Case.RegisteredOn, State: place.State, Office: place.Code})
	d.dossier.Pending = transparency.Digest{}
	if _, err := d.keep(PaperDeclaration, "", body); err != nil {
		return err
	}
	if err := d.keepExamined(&examined); err != nil {
		return err
	}
	d.declared = read.Declaration
	d.look(&examined, read.Declaration)
	return d.tellNotice(clearance.Event{Kind: clearance.ChangeGranted, At: d.now, Actor: d.actor, Office: d.dossier.Case.Office})
}

func (d *desk) keepExamined(examined *Examined) error {
	findings, err := encode(examined.Check())
	if err != nil {
		return err
	}
	assessment, err := encode(examined.Assess())
	if err != nil {
		return err
	}
	if _, err := d.keep(PaperFindings, "", findings); err != nil {
		return err
	}
	_, err = d.keep(PaperAssessment, "", assessment)
	return err
}

// look takes from a declaration and its examination what queues show.
func (d *desk) look(examined *Examined, made *declaration.Declaration) {
	d.dossier.Glance = glanceAt(made)
	d.dossier.Glance.State = examined.State
	d.dossier.Glance.Findings = countFindings(examined.Report.Findings)
	d.dossier.Glance.Due = dueTotal(examined)
}
