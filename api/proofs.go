package api

import (
	"context"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"tamga/access"
	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

func (d *door) proofs() {
	route(d, access.ReadCase, huma.Operation{
		OperationID: "list-proofs", Method: http.MethodGet, Path: "/v1/cases/{id}/proofs",
		Summary:     "Prove that the events of a case stand in the log of evidence",
		Description: "A record appears here as soon as it has its place in the log, normally within a second. docs/proof.md tells how to verify a proof offline.",
	}, d.listProofs)
	route(d, access.ReadCase, huma.Operation{
		OperationID: "read-proof", Method: http.MethodGet, Path: "/v1/cases/{id}/proofs/{record}",
		Summary: "Read the proof of one record of the case, by the identifier of its event or message, as a file",
	}, d.readProof)
}

// ProofView is the proof of one record.
type ProofView struct {
	// Record is the identifier of the record, which is that of its event or message.
	Record string `json:"record"`
	// Kind is what the record says happened, Position its place in the log, from 0.
	Kind     transparency.Kind `json:"kind"`
	Position int64             `json:"position"`
	// Proof is the proof's file as text, byte for byte.
	Proof string `json:"proof"`
}

type proofList struct {
	Body struct {
		// Checkpoint is the signed note of the tree all proofs end in.
		Checkpoint string      `json:"checkpoint"`
		Proofs     []ProofView `json:"proofs"`
		// Waiting counts events that have no place in the log yet.
		Waiting int `json:"waiting"`
	}
}

func (d *door) listProofs(ctx context.Context, in *caseAsked) (*proofList, error) {
	dossier, err := d.open(ctx, access.ReadCase, in.ID)
	if err != nil {
		return nil, err
	}
	events, err := d.Office.Store.Events(ctx, dossier.Case.ID)
	if err != nil {
		return nil, err
	}
	ids := make([]string, len(events))
	for i := range events {
		ids[i] = events[i].ID
	}
	records, err := d.Office.Store.Records(ctx, ids)
	if err != nil {
		return nil, err
	}
	out := &proofList{}
	out.Body.Proofs, out.Body.Waiting = []ProofView{}, len(events)-len(records)
	if len(records) == 0 {
		return out, nil
	}
	checkpoint, err := d.Office.Store.Log().Latest()
	if err != nil {
		return nil, err
	}
	out.Body.Checkpoint = string(checkpoint)
	for _, record := range records {
		view, err := d.prove(record, checkpoint)
		if err != nil {
			return nil, err
		}
		out.Body.Proofs = append(out.Body.Proofs, view)
	}
	return out, nil
}

// prove makes the proof of a record, with the digest of the document or message that it is about.
func (d *door) prove(row office.LogRow, checkpoint []byte) (ProofView, error) {
	view := ProofView{Record: row.ID, Position: row.Position}
	proof, err := transparency.Prove(row.Position, checkpoint, d.Office.Store.Log())
	if err != nil {
		return view, err
	}
	record, err := transparency.ParseRecord(proof.Record)
	if err != nil {
		return view, err
	}
	proof.Document, view.Kind = record.Body, record.Kind
	view.Proof = string(proof.Print())
	return view, nil
}

type proofAsked struct {
	ID     string `path:"id" doc:"The case." maxLength:"64"`
	Record string `path:"record" doc:"The identifier of an event or a message of the case." maxLength:"64"`
}

type proofRead struct {
	ContentType string `header:"Content-Type"`
	Body        []byte
}

func (d *door) readProof(ctx context.Context, in *proofAsked) (*proofRead, error) {
	dossier, err := d.open(ctx, access.ReadCase, in.ID)
	if err != nil {
		return nil, err
	}
	records, err := d.Office.Store.Records(ctx, []string{in.Record})
	if err != nil {
		return nil, err
	}
	of := func(row office.LogRow) bool { return row.Case == dossier.Case.ID }
	if !slices.ContainsFunc(records, of) {
		return nil, &customs.Error{Code: customs.NotFound, Op: "read proof", Subject: in.Record}
	}
	checkpoint, err := d.Office.Store.Log().Latest()
	if err != nil {
		return nil, err
	}
	view, err := d.prove(records[0], checkpoint)
	return &proofRead{ContentType: "application/json", Body: []byte(view.Proof)}, err
}
