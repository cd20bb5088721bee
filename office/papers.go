package office

import (
	"context"
	"encoding/json"

	"tamga/customs"
	"tamga/transparency"
)

// Paper returns the plain bytes of a paper of a case.
func (o *Office) Paper(ctx context.Context, id customs.CaseID, digest transparency.Digest) ([]byte, error) {
	body, secret, err := o.Store.Body(ctx, id, digest)
	if err != nil {
		return nil, err
	}
	return OpenBody(body, secret)
}

// Dossier returns what is kept of a case.
func (o *Office) Dossier(ctx context.Context, id customs.CaseID) (Dossier, error) {
	row, err := o.Store.Case(ctx, id)
	if err != nil {
		return Dossier{}, err
	}
	return ReadDossier(row)
}

// Findings returns what control found in the latest version of the declaration; NotFound before it was judged.
func (o *Office) Findings(ctx context.Context, id customs.CaseID) (CheckReport, error) {
	var report CheckReport
	err := o.readPaper(ctx, id, PaperFindings, &report)
	return report, err
}

// Assessment returns what the latest version of the declaration owes; NotFound before it was judged.
func (o *Office) Assessment(ctx context.Context, id customs.CaseID) (AssessReport, error) {
	var report AssessReport
	err := o.readPaper(ctx, id, PaperAssessment, &report)
	return report, err
}

func (o *Office) readPaper(ctx context.Context, id customs.CaseID, kind string, into any) error {
	dossier, err := o.Dossier(ctx, id)
	if err != nil {
		return err
	}
	paper, ok := dossier.Paper(kind)
	if !ok {
		return &customs.Error{Code: customs.NotFound, Op: "find " + kind, Subject: string(id)}
	}
	plain, err := o.Paper(ctx, id, paper.Digest)
	if err != nil {
		return err
	}
	if err := json.Unmarshal(plain, into); err != nil {
		return &customs.Error{Code: customs.Corrupt, Op: "read " + kind, Subject: string(id), Err: err}
	}
	return nil
}
