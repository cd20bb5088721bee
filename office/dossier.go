package office

import (
	"encoding/json"
	"slices"
	"time"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/transparency"
)

// Dossier is what the office keeps of a case besides its events and bodies: enough for lists, pages and the next act.
type Dossier struct {
	Case    clearance.Case `json:"case"`
	Attempt int            `json:"attempt"`
	// Received is when the bytes came, Last the instant of the latest event.
	Received time.Time `json:"received"`
	Last     time.Time `json:"last"`
	// Events counts the events so far.
	Events int64 `json:"events"`
	// Papers are the bodies kept: the declaration in its versions, findings, assessments, answers.
	Papers []Paper `json:"papers"`
	Glance Glance  `json:"glance"`
	// Measures are what selection chose, with reasons.
	Measures []clearance.Measure `json:"measures,omitempty"`
	// Verdicts are the automatic decisions tried, each criterion with its value.
	Verdicts []Attempted `json:"verdicts,omitempty"`
	// Editions are what the case was last judged with.
	Editions clearance.Editions `json:"editions,omitzero"`
	Assignee string             `json:"assignee,omitempty"`
	// Pending is the digest of a change the declarant asks for.
	Pending transparency.Digest `json:"pending,omitzero"`
	// Holds are what its items took from balances, to be given back by those that end without release.
	Holds []Hold `json:"holds,omitempty"`
	// Preceding tells whether box 40 was written off whole.
	Preceding clearance.Answer `json:"preceding,omitempty"`
	// Opened are the balances that the release of its goods opened.
	Opened []Hold `json:"opened,omitempty"`
}

// Paper is a body of the case by what it is.
type Paper struct {
	Kind   string              `json:"kind"`
	Digest transparency.Digest `json:"digest"`
	At     time.Time           `json:"at"`
	Length int64               `json:"length"`
	// Revision is the version of the declaration the paper belongs to.
	Revision int `json:"revision,omitempty"`
	// Name is what its sender called it.
	Name string `json:"name,omitempty"`
}

// The kinds of paper.
const (
	PaperDeclaration = "declaration"
	PaperFindings    = "findings"
	PaperAssessment  = "assessment"
	PaperAnswer      = "answer"
	PaperChange      = "change"
)

// Attempted is one attempt at an automatic decision.
type Attempted struct {
	At      time.Time         `json:"at"`
	Stage   string            `json:"stage"`
	Verdict clearance.Verdict `json:"verdict"`
}

// Glance is what a queue shows of a case.
type Glance struct {
	Kind      string                `json:"kind,omitempty"`
	Procedure customs.ProcedureCode `json:"procedure,omitempty"`
	Declarant string                `json:"declarant,omitempty"`
	State     customs.State         `json:"state,omitempty"`
	Items     int                   `json:"items"`
	Commodity customs.CommodityCode `json:"commodity,omitempty"`
	Goods     string                `json:"goods,omitempty"`
	Origin    customs.Country       `json:"origin,omitempty"`
	Value     string                `json:"value,omitempty"`
	Currency  money.Currency        `json:"currency,omitempty"`
	Due       string                `json:"due,omitempty"`
	// Findings counts findings by the letter of their consequence.
	Findings map[string]int `json:"findings,omitempty"`
}

// Paper returns the latest paper of the kind, and whether there is one.
func (d *Dossier) Paper(kind string) (Paper, bool) {
	for _, paper := range slices.Backward(d.Papers) {
		if paper.Kind == kind {
			return paper, true
		}
	}
	return Paper{}, false
}

// ReadDossier reads the content of a case row.
func ReadDossier(row CaseRow) (Dossier, error) {
	var dossier Dossier
	if err := json.Unmarshal(row.Content, &dossier); err != nil {
		return dossier, &customs.Error{Code: customs.Corrupt, Op: "read case", Subject: string(row.ID), Err: err}
	}
	return dossier, nil
}

// row returns the case as a store keeps it.
func (d *Dossier) row() (CaseRow, error) {
	content, err := json.Marshal(d)
	if err != nil {
		return CaseRow{}, &customs.Error{Code: customs.Internal, Op: "write case", Subject: string(d.Case.ID), Err: err}
	}
	return CaseRow{
		ID: d.Case.ID, Version: d.Case.Version, Party: d.Case.Party, Document: d.Case.Document, Attempt: d.Attempt,
		Office: d.Case.Office, State: string(d.Case.State), Number: d.Case.Number.Key(), Lane: string(d.Case.Lane),
		Assignee: d.Assignee, Received: d.Received, Changed: d.Last, Content: content,
	}, nil
}

// glanceAt takes from a declaration what a queue shows.
func glanceAt(made *declaration.Declaration) Glance {
	glance := Glance{
		Kind: made.Kind, Procedure: made.Procedure, Declarant: made.Declarant.Name, Items: len(made.Shipment.Goods),
		Value: made.Shipment.CustomsValue.Text, Currency: made.Shipment.CustomsValueCurrency,
	}
	if len(made.Shipment.Goods) > 0 {
		first := made.Shipment.Goods[0]
		glance.Commodity, glance.Origin = first.Commodity, first.Origin.Code
		if len(first.Descriptions) > 0 {
			glance.Goods = first.Descriptions[0]
		}
	}
	return glance
}
