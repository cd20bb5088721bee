package api

import (
	"context"
	"encoding/base64"
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"tamga/access"
	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/office"
)

var (
	errWait   = errors.New("not a time to wait, such as 2s")
	errCursor = errors.New("not a cursor this door gave")
	errNumber = errors.New("not the number of a declaration, such as 10013160/140219/0000001")
)

func (d *door) cases() {
	route(d, access.ListCases, huma.Operation{
		OperationID: "list-cases", Method: http.MethodGet, Path: "/v1/cases", Summary: "List cases, the latest received first",
	}, d.listCases)
	route(d, access.ReadCase, huma.Operation{
		OperationID: "read-case", Method: http.MethodGet, Path: "/v1/cases/{id}", Summary: "Read where a case stands",
	}, d.readCase)
	route(d, access.ReadCase, huma.Operation{
		OperationID: "list-items", Method: http.MethodGet, Path: "/v1/cases/{id}/items", Summary: "List where each goods item stands",
	}, d.listItems)
	route(d, access.ReadCase, huma.Operation{
		OperationID: "list-events", Method: http.MethodGet, Path: "/v1/cases/{id}/events", Summary: "List what happened, in order",
	}, d.listEvents)
}

type caseQuery struct {
	Party    string `query:"party" doc:"Whose cases; by default one's own." maxLength:"64"`
	Office   string `query:"office" doc:"An office; for officers by default their own." maxLength:"8"`
	State    string `query:"state" doc:"The roll-up of the case." maxLength:"64"`
	Number   string `query:"number" doc:"The registration number as printed." maxLength:"64"`
	Document string `query:"document" doc:"The identifier the sender gave." maxLength:"128"`
	Cursor   string `query:"cursor" doc:"next of the page before." maxLength:"256"`
	Limit    int    `query:"limit" minimum:"1" maximum:"200" default:"50"`
}

type casePage struct {
	Body struct {
		Cases []CaseLine `json:"cases"`
		// Next continues the list; empty when this was all.
		Next string `json:"next,omitempty"`
	}
}

// CaseLine is a case in a list.
type CaseLine struct {
	ID       customs.CaseID     `json:"id"`
	Version  int64              `json:"version"`
	Party    customs.PartyID    `json:"party"`
	Document customs.DocumentID `json:"document"`
	Attempt  int                `json:"attempt"`
	Office   customs.OfficeCode `json:"office"`
	State    clearance.State    `json:"state"`
	Number   string             `json:"number,omitempty"`
	// Decision is the code of the header, "**" when items were decided differently.
	Decision customs.DecisionCode `json:"decision,omitempty"`
	Lane     clearance.Lane       `json:"lane,omitempty"`
	Received time.Time            `json:"received"`
	Changed  time.Time            `json:"changed"`
	Glance   office.Glance        `json:"glance"`
}

func lineOf(dossier *office.Dossier) CaseLine {
	line := CaseLine{
		ID: dossier.Case.ID, Version: dossier.Case.Version, Party: dossier.Case.Party, Document: dossier.Case.Document,
		Attempt: dossier.Attempt, Office: dossier.Case.Office, State: dossier.Case.State, Decision: dossier.Case.Decision,
		Lane: dossier.Case.Lane, Received: dossier.Received, Changed: dossier.Last, Glance: dossier.Glance,
	}
	if !dossier.Case.Number.IsZero() {
		line.Number = dossier.Case.Number.String()
	}
	return line
}

func (d *door) listCases(ctx context.Context, in *caseQuery) (*casePage, error) {
	query, err := narrow(callerOf(ctx).Principal, in)
	if err != nil {
		return nil, err
	}
	rows, err := d.Office.Store.Cases(ctx, query)
	if err != nil {
		return nil, err
	}
	page := &casePage{}
	page.Body.Cases = make([]CaseLine, 0, len(rows))
	for _, row := range rows {
		dossier, err := office.ReadDossier(row)
		if err != nil {
			return nil, err
		}
		page.Body.Cases = append(page.Body.Cases, lineOf(&dossier))
	}
	if len(rows) == query.Limit {
		page.Body.Next = cursorAfter(rows[len(rows)-1])
	}
	return page, nil
}

// narrow makes the query of what the caller asks, within what it may know.
func narrow(who access.Principal, in *caseQuery) (office.Query, error) {
	query := office.Query{
		Party: customs.PartyID(in.Party), Office: customs.OfficeCode(in.Office), State: in.State,
		Document: customs.DocumentID(in.Document), Limit: in.Limit,
	}
	var err error
	switch access.ReachOf(who.Role, access.ListCases) {
	case access.Party:
		query.Party, err = who.For(query.Party)
	case access.State:
		if query.Office == "" {
			query.Office = who.Office
		}
		err = who.Allow(access.ListCases, access.Thing{Party: query.Party, Office: query.Office})
	}
	if err != nil {
		return query, err
	}
	if in.Number != "" {
		number, err := declaration.ParseNumber(in.Number)
		if err != nil {
			return query, &customs.Error{Code: customs.Invalid, Op: "list cases", Subject: "number", Err: errNumber}
		}
		query.Number = number.Key()
	}
	query.Before, query.BeforeID, err = readCursor(in.Cursor)
	return query, err
}

func cursorAfter(row office.CaseRow) string {
	return base64.RawURLEncoding.EncodeToString(fmt.Appendf(nil, "%d/%s", row.Received.UnixMicro(), row.ID))
}

func readCursor(text string) (time.Time, customs.CaseID, error) {
	if text == "" {
		return time.Time{}, "", nil
	}
	wrong := &customs.Error{Code: customs.Invalid, Op: "list cases", Subject: "cursor", Err: errCursor}
	plain, err := base64.RawURLEncoding.DecodeString(text)
	if err != nil {
		return time.Time{}, "", wrong
	}
	micros, id, found := strings.Cut(string(plain), "/")
	at, err := strconv.ParseInt(micros, 10, 64)
	if !found || err != nil {
		return time.Time{}, "", wrong
	}
	return time.UnixMicro(at).UTC(), customs.CaseID(id), nil
}

type caseAsked struct {
	ID string `path:"id" doc:"The case." maxLength:"64"`
}

// open reads a case the caller may do the action to. A foreign case is as absent as one that is not there.
func (d *door) open(ctx context.Context, action access.Action, id string) (office.Dossier, error) {
	dossier, err := d.Office.Dossier(ctx, customs.CaseID(id))
	if err != nil {
		return dossier, err
	}
	return dossier, callerOf(ctx).Allow(action, thingOf(&dossier))
}

func thingOf(dossier *office.Dossier) access.Thing {
	return access.Thing{Party: dossier.Case.Party, Office: dossier.Case.Office}
}

// CaseView is where a case stands.
type CaseView struct {
	CaseLine
	Declarant customs.PartyID `json:"declarant,omitempty"`
	// RegisteredOn is the day whose tariff, rates and exchange rates hold, YYYY-MM-DD.
	RegisteredOn string             `json:"registered_on,omitempty"`
	Preliminary  bool               `json:"preliminary"`
	Revision     int                `json:"revision"`
	Instants     clearance.Instants `json:"instants"`
	// Deadlines are the terms that run, the earliest first.
	Deadlines []clearance.Deadline `json:"deadlines"`
	// Matters are what is or was open between customs and another.
	Matters []clearance.Matter `json:"matters"`
	// Acts are those the caller may now do, at least on one goods item.
	Acts     []access.Action    `json:"acts"`
	Editions clearance.Editions `json:"editions"`
	// Measures and Verdicts are what selection chose and what automatic decisions tried; for customs only.
	Measures []clearance.Measure `json:"measures,omitempty"`
	Verdicts []office.Attempted  `json:"verdicts,omitempty"`
	Assignee string              `json:"assignee,omitempty"`
}

type caseRead struct{ Body CaseView }

func (d *door) readCase(ctx context.Context, in *caseAsked) (*caseRead, error) {
	dossier, err := d.open(ctx, access.ReadCase, in.ID)
	if err != nil {
		return nil, err
	}
	who, of := callerOf(ctx), dossier.Case
	view := CaseView{
		CaseLine: lineOf(&dossier), Declarant: of.Declarant, Preliminary: of.Preliminary, Revision: of.Revision,
		Instants: of.Instants, Deadlines: listOf(of.Deadlines()), Matters: listOf(of.Matters), Editions: dossier.Editions,
		Acts: possible(who, &dossier),
	}
	if !of.RegisteredOn.IsZero() {
		view.RegisteredOn = of.RegisteredOn.String()
	}
	if who.May(access.ReadReasons, thingOf(&dossier)) {
		view.Measures, view.Verdicts, view.Assignee = dossier.Measures, dossier.Verdicts, dossier.Assignee
	}
	return &caseRead{view}, nil
}

// listOf is the list, empty and not null when there is none.
func listOf[T any](list []T) []T {
	if list == nil {
		return []T{}
	}
	return list
}

type itemList struct {
	Body struct {
		Items []clearance.Item `json:"items"`
	}
}

func (d *door) listItems(ctx context.Context, in *caseAsked) (*itemList, error) {
	dossier, err := d.open(ctx, access.ReadCase, in.ID)
	if err != nil {
		return nil, err
	}
	out := &itemList{}
	out.Body.Items = listOf(dossier.Case.Items)
	return out, nil
}
