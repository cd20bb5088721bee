package office

import (
	"context"
	"errors"
	"fmt"
	"time"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/signature"
	"tamga/transparency"
)

// Submission is bytes handed in for a party.
type Submission struct {
	Party customs.PartyID
	Actor customs.Actor
	// Office is where it is filed; empty means the office that the document names.
	Office customs.OfficeCode
	Body   []byte
}

// Lodged is what the sender is given: the case and the signed receipt, the same bytes however often it asks.
type Lodged struct {
	Case    customs.CaseID
	Receipt []byte
	// Repeated tells that the same bytes had been lodged before.
	Repeated bool
}

// fresh is a document that was just lodged here, so that it need not be read a second time to be judged.
type fresh struct {
	id       customs.CaseID
	document *declaration.Document
	body     []byte
	// secret is the key of the case, nil when it must be read from the store.
	secret []byte
	// dossier is the case as lodging left it, nil when it must be read from the store.
	dossier *Dossier
}

// mostAttempts bounds how often one document id may be filed anew after refusals.
const mostAttempts = 1000

// Lodge takes bytes in. When it returns a receipt the bytes are durably kept and will be judged, whatever happens to
// this process; when it returns an error nothing was kept. The same document id with the same bytes gives the same
// receipt; with other bytes it is a Conflict, unless the earlier filing was refused: then it is a new attempt.
func (o *Office) Lodge(ctx context.Context, submission Submission) (Lodged, error) {
	started := o.Clock.Now()
	read := album.Read(submission.Body, album.Options{})
	document := fresh{document: &read, body: submission.Body}
	name := documentName(&read, submission.Body)
	for attempt := 1; attempt <= mostAttempts; attempt++ {
		lodged, next, err := o.lodgeAttempt(ctx, submission, &document, filing{name, attempt})
		if next {
			continue
		}
		if err == nil && !lodged.Repeated {
			o.Measures.lodged(o.Clock.Now().Sub(started))
			o.handOver(ctx, document)
		}
		return lodged, err
	}
	return Lodged{}, &customs.Error{Code: customs.Conflict, Op: "lodge declaration", Subject: string(name), Err: errors.New("too many attempts")}
}

// filing is one attempt at filing a document id.
type filing struct {
	document customs.DocumentID
	attempt  int
}

// documentName is the identifier the sender gave, or one made of the bytes when it cannot be read.
func documentName(read *declaration.Document, body []byte) customs.DocumentID {
	if read.Declaration != nil && read.Declaration.ID != "" {
		return read.Declaration.ID
	}
	return customs.DocumentID(transparency.Sum(body).String()[:36])
}

// lodgeAttempt reports next when the attempt was refused before and the following one is to be tried.
func (o *Office) lodgeAttempt(ctx context.Context, submission Submission, document *fresh, filing filing) (Lodged, bool, error) {
	key := Key{Party: submission.Party, Name: fmt.Sprintf("lodge %s %d", filing.document, filing.attempt)}
	digest := transparency.Sum(submission.Body)
	d, receipt, err := o.receive(submission, document, filing)
	if err != nil {
		return Lodged{}, false, err
	}
	left := d.dossier
	document.id, document.secret, document.dossier = left.Case.ID, d.secret, &left
	// Whether it was lodged before the commit finds out: most were not, and need not be looked for twice.
	outcome := o.commit(ctx, &Commit{
		Key: key, Request: digest, Case: document.id,
		Rows: func(int64) (Rows, error) { return d.rows, nil },
	})
	if outcome.Repeated || customs.Is(outcome.Err, customs.Conflict) {
		lodged, next, found, err := o.lodgedBefore(ctx, key, digest)
		if found || err != nil {
			return lodged, next, err
		}
	}
	if outcome.Err != nil {
		return Lodged{}, false, outcome.Err
	}
	return Lodged{Case: document.id, Receipt: receipt}, false, nil
}

// lodgedBefore looks the key up: found with the same bytes gives the stored receipt; with other bytes a Conflict, or
// next when that filing was refused.
func (o *Office) lodgedBefore(ctx context.Context, key Key, digest transparency.Digest) (Lodged, bool, bool, error) {
	receipt, request, err := o.Store.Answer(ctx, key)
	if customs.Is(err, customs.NotFound) {
		return Lodged{}, false, false, nil
	}
	if err != nil {
		return Lodged{}, false, false, err
	}
	keys, err := signature.ParseKeys(o.VerifierKey)
	if err != nil {
		return Lodged{}, false, false, err
	}
	known, err := signature.ParseReceipt(receipt, keys)
	if err != nil {
		return Lodged{}, false, false, err
	}
	if request == digest {
		return Lodged{Case: known.Case, Receipt: receipt, Repeated: true}, false, true, nil
	}
	row, err := o.Store.Case(ctx, known.Case)
	if err != nil {
		return Lodged{}, false, false, err
	}
	if row.State == string(clearance.NotFiled) || row.State == string(clearance.Rejected) {
		return Lodged{}, true, true, nil
	}
	return Lodged{}, false, true, &customs.Error{
		Code: customs.Conflict, Op: "lodge declaration", Subject: string(known.Document),
		Err: errors.New("other bytes were lodged under this document id"),
	}
}

// receive opens the case of a submission and makes its receipt.
func (o *Office) receive(submission Submission, document *fresh, filing filing) (*desk, []byte, error) {
	code := submission.Office
	if code == "" {
		code = officeOf(document.document.Declaration)
	}
	if _, known := o.CurrentLaw().Classifiers.Office(code); !known {
		code = o.Home
	}
	opening := &clearance.Opening{
		ID: customs.CaseID(newID()), Party: submission.Party, Document: filing.document, Office: code,
	}
	dossier := Dossier{Attempt: filing.attempt}
	if made := document.document.Declaration; made != nil {
		opening.Items = len(made.Shipment.Goods)
		opening.Declarant = made.Declarant.TaxIDs.PartyID()
		opening.Preliminary = preliminary(made)
		dossier.Glance = glanceAt(made)
	}
	dossier.Case.ID, dossier.Case.Office, dossier.Case.Party = opening.ID, code, opening.Party
	d, err := o.open(dossier, submission.Actor)
	if err != nil {
		return nil, nil, err
	}
	d.dossier.Received, d.dossier.Case = d.now, clearance.Case{ID: opening.ID, Office: code, Party: opening.Party}
	d.secret = newSecret()
	d.rows.Secret = d.secret
	digest, err := d.keep(PaperDeclaration, "", submission.Body)
	if err != nil {
		return nil, nil, err
	}
	event := clearance.Event{Kind: clearance.DocumentReceived, Payload: clearance.Payload{Opening: opening}}
	if err := d.record(event, digest); err != nil {
		return nil, nil, err
	}
	receipt, err := d.receipt(filing, digest, int64(len(submission.Body)))
	if err != nil {
		return nil, nil, err
	}
	if d.rows, err = d.finish(receipt); err != nil {
		return nil, nil, err
	}
	d.rows.Timers = append(d.rows.Timers, Timer{Case: opening.ID, Kind: timerJudge, Due: d.now.Add(judgeGrace)})
	return d, receipt, nil
}

func (d *desk) receipt(filing filing, digest transparency.Digest, length int64) ([]byte, error) {
	receipt := signature.Receipt{
		Node: d.office.Origin, ID: newID(), Party: d.dossier.Case.Party, Document: filing.document,
		Attempt: filing.attempt, Case: d.dossier.Case.ID, SHA256: digest, Length: length, At: d.now,
		Statement: signature.ReceivedNotJudged,
	}
	return receipt.Print(d.office.Signer)
}

// officeOf is the office that the document names: that of box 30, else that of box 29.
func officeOf(made *declaration.Declaration) customs.OfficeCode {
	if made == nil {
		return ""
	}
	for _, location := range made.Shipment.Locations {
		if location.Office != "" {
			return location.Office
		}
	}
	for _, office := range made.Shipment.Consignment.BorderOffices {
		return office.Code
	}
	return ""
}

// preliminaryFeature is the peculiarity of declaring goods before they arrive, box 7.
const preliminaryFeature = "ПТД"

func preliminary(made *declaration.Declaration) bool { return made.Feature == preliminaryFeature }

// handing is how long a sender waits for a judge to be free. Lodging faster than judging would have the cases read back.
const handing = 250 * time.Millisecond

// handOver gives the document to the judges of this process. When they stay busy the case's timer brings it back.
func (o *Office) handOver(ctx context.Context, document fresh) {
	select {
	case o.lodged <- document:
		return
	default:
	}
	enough := time.NewTimer(handing)
	defer enough.Stop()
	select {
	case o.lodged <- document:
	case <-enough.C:
	case <-ctx.Done():
	}
}

// commit makes an act true and wakes the sequencer.
func (o *Office) commit(ctx context.Context, commit *Commit) Outcome {
	outcome := o.batch.commit(ctx, commit)
	if outcome.Err == nil {
		o.tell()
	}
	return outcome
}
