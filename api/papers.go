package api

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"tamga/access"
	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

func (d *door) papers() {
	route(d, access.ReadCase, huma.Operation{
		OperationID: "read-findings", Method: http.MethodGet, Path: "/v1/cases/{id}/findings",
		Summary: "Read what control found; 404 before the case is judged",
	}, d.readFindings)
	route(d, access.ReadCase, huma.Operation{
		OperationID: "read-assessment", Method: http.MethodGet, Path: "/v1/cases/{id}/assessment",
		Summary: "Read what is owed, line by line; 404 before the case is judged",
	}, d.readAssessment)
	route(d, access.ReadCase, huma.Operation{
		OperationID: "list-documents", Method: http.MethodGet, Path: "/v1/cases/{id}/documents",
		Summary: "List the documents kept for a case",
	}, d.listDocuments)
	route(d, access.ReadCase, huma.Operation{
		OperationID: "read-document", Method: http.MethodGet, Path: "/v1/cases/{id}/documents/{digest}",
		Summary: "Read a document byte for byte as it was received or made",
		Responses: map[string]*huma.Response{"200": {Description: "The bytes.", Content: map[string]*huma.MediaType{
			"application/octet-stream": {Schema: &huma.Schema{Type: "string", Format: "binary"}},
		}}},
	}, d.readDocument)
}

type findingsRead struct{ Body office.CheckReport }

func (d *door) readFindings(ctx context.Context, in *caseAsked) (*findingsRead, error) {
	dossier, err := d.open(ctx, access.ReadCase, in.ID)
	if err != nil {
		return nil, err
	}
	report, err := d.Office.Findings(ctx, dossier.Case.ID)
	return &findingsRead{report}, err
}

type assessmentRead struct{ Body office.AssessReport }

func (d *door) readAssessment(ctx context.Context, in *caseAsked) (*assessmentRead, error) {
	dossier, err := d.open(ctx, access.ReadCase, in.ID)
	if err != nil {
		return nil, err
	}
	report, err := d.Office.Assessment(ctx, dossier.Case.ID)
	return &assessmentRead{report}, err
}

type documentList struct {
	Body struct {
		Documents []office.Paper `json:"documents"`
	}
}

func (d *door) listDocuments(ctx context.Context, in *caseAsked) (*documentList, error) {
	dossier, err := d.open(ctx, access.ReadCase, in.ID)
	if err != nil {
		return nil, err
	}
	out := &documentList{}
	out.Body.Documents = listOf(dossier.Papers)
	return out, nil
}

type documentAsked struct {
	ID     string `path:"id" doc:"The case." maxLength:"64"`
	Digest string `path:"digest" doc:"The SHA-256 of the document in hexadecimal digits." minLength:"64" maxLength:"64"`
}

type documentRead struct {
	ContentType string `header:"Content-Type"`
	Disposition string `header:"Content-Disposition"`
	ETag        string `header:"ETag"`
	Body        []byte
}

func (d *door) readDocument(ctx context.Context, in *documentAsked) (*documentRead, error) {
	dossier, err := d.open(ctx, access.ReadCase, in.ID)
	if err != nil {
		return nil, err
	}
	var digest transparency.Digest
	if err := digest.UnmarshalText([]byte(in.Digest)); err != nil {
		return nil, &customs.Error{Code: customs.Invalid, Op: "read document", Subject: "digest", Err: err}
	}
	for _, paper := range dossier.Papers {
		if paper.Digest != digest {
			continue
		}
		body, err := d.Office.Paper(ctx, dossier.Case.ID, digest)
		// What a party handed in is never shown by a browser as a page of this server.
		return &documentRead{ContentType: mediaOf(paper.Kind), Disposition: "attachment", ETag: `"` + in.Digest + `"`, Body: body}, err
	}
	return nil, &customs.Error{Code: customs.NotFound, Op: "read document", Subject: in.Digest}
}

func mediaOf(kind string) string {
	switch kind {
	case office.PaperDeclaration, office.PaperChange:
		return "application/xml"
	case office.PaperFindings, office.PaperAssessment:
		return "application/json"
	}
	return "application/octet-stream"
}
