package office

import (
	"context"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration/album"
)

// attempt tries to release goods automatically that came after their declaration was registered: with the measures that
// selection chose then and by the rates of that day. A case that is with an officer is left alone.
func (o *Office) attempt(ctx context.Context, d *desk) error {
	if d.dossier.Case.State != clearance.InControl || d.dossier.Case.Lane != clearance.Automatic {
		return nil
	}
	began := o.Clock.Now()
	paper, body, err := o.declaration(ctx, d)
	if err != nil {
		return err
	}
	place, _, err := d.law.at(d.dossier.Case.Office)
	if err != nil {
		return err
	}
	read := album.Read(body, album.Options{})
	d.declared = read.Declaration
	if d.declared == nil {
		return &customs.Error{Code: customs.Corrupt, Op: "read declaration", Subject: paper.Digest.String()}
	}
	j := &judging{desk: d, measures: d.dossier.Measures, attempt: clearance.Attempt{Preceding: d.dossier.Preceding}}
	j.examined = d.law.Examine(&read, Circumstances{Day: d.dossier.Case.RegisteredOn, State: place.State, Office: place.Code})
	j.attempt.Elapsed = o.Clock.Now().Sub(began)
	facts := j.facts()
	facts.Selected, facts.Measures, facts.Drawn = clearance.Yes, j.measures, clearance.No
	j.release = d.law.Criteria.Judge(clearance.Release, facts)
	d.actor = customs.Automaton
	return j.control(d)
}

// declare reads the declaration in force for an act that needs it.
func (o *Office) declare(ctx context.Context, d *desk) error {
	_, body, err := o.declaration(ctx, d)
	if err != nil {
		return err
	}
	read := album.Read(body, album.Options{})
	d.declared = read.Declaration
	return nil
}

func (o *Office) declaration(ctx context.Context, d *desk) (Paper, []byte, error) {
	paper, ok := d.dossier.Paper(PaperDeclaration)
	if !ok {
		return paper, nil, &customs.Error{Code: customs.Corrupt, Op: "find declaration", Subject: string(d.dossier.Case.ID)}
	}
	body, err := o.Paper(ctx, d.dossier.Case.ID, paper.Digest)
	return paper, body, err
}
