package api

import (
	"context"
	"errors"
	"net/http"
	"slices"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"tamga/access"
	"tamga/clearance"
	"tamga/customs"
	"tamga/office"
)

// act is an act of the office as it is asked for here: its name is that of its action.
type act struct {
	action access.Action
	// event is what the act causes; when it may be caused the act may be done.
	event clearance.EventKind
	does  func(*office.Office, context.Context, office.Order) (office.Done, error)
}

var acts = []act{
	{access.PresentGoods, clearance.GoodsPresented, (*office.Office).PresentGoods},
	{access.AnswerRequest, clearance.RequestAnswered, (*office.Office).AnswerRequest},
	{access.RequestChange, clearance.ChangeRequested, (*office.Office).RequestChange},
	{access.RequestWithdrawal, clearance.WithdrawalRequested, (*office.Office).RequestWithdrawal},
	{access.Register, clearance.DeclarationRegistered, (*office.Office).Register},
	{access.Refuse, clearance.RegistrationRefused, (*office.Office).Refuse},
	{access.RequestDocuments, clearance.DocumentsRequested, (*office.Office).RequestDocuments},
	{access.DemandChange, clearance.ChangeDemanded, (*office.Office).DemandChange},
	{access.GrantChange, clearance.ChangeGranted, (*office.Office).GrantChange},
	{access.DenyChange, clearance.ChangeDenied, (*office.Office).DenyChange},
	{access.OrderInspection, clearance.InspectionOrdered, (*office.Office).OrderInspection},
	{access.RecordInspection, clearance.InspectionRecorded, (*office.Office).RecordInspection},
	{access.OrderExpertise, clearance.ExpertiseOrdered, (*office.Office).OrderExpertise},
	{access.RecordExpertise, clearance.ExpertiseRecorded, (*office.Office).RecordExpertise},
	{access.Prolong, clearance.TermProlonged, (*office.Office).Prolong},
	{access.Suspend, clearance.TermSuspended, (*office.Office).Suspend},
	{access.Resume, clearance.TermResumed, (*office.Office).Resume},
	{access.AcceptSecurity, clearance.SecurityAccepted, (*office.Office).AcceptSecurity},
	{access.Release, clearance.GoodsReleased, (*office.Office).Release},
	{access.RefuseRelease, clearance.ReleaseRefused, (*office.Office).RefuseRelease},
	{access.GrantWithdrawal, clearance.WithdrawalGranted, (*office.Office).GrantWithdrawal},
	{access.AnnulRelease, clearance.ReleaseAnnulled, (*office.Office).AnnulRelease},
}

// Bidding is what an act is asked for with; which parts it reads is said at the act in the documentation.
type Bidding struct {
	Items     []int                  `json:"items,omitempty" maxItems:"999" doc:"Ordinals of goods items; none means all that are not decided."`
	Code      customs.DecisionCode   `json:"code,omitempty" maxLength:"2" doc:"The decision of a release: 10, 11, 12, 13, 14 or 20."`
	Reason    string                 `json:"reason,omitempty" maxLength:"200" doc:"The coded ground."`
	Note      string                 `json:"note,omitempty" maxLength:"2000" doc:"What a person writes."`
	Matter    string                 `json:"matter,omitempty" maxLength:"64" doc:"The request, demand or inspection that is meant."`
	Regime    clearance.Clock        `json:"regime,omitempty" maxLength:"32" doc:"The paragraph of art. 325: request-325-1, request-325-4 or request-325-15."`
	Documents []customs.DocumentKind `json:"documents,omitempty" maxItems:"100" doc:"Kinds of document asked for."`
	Boxes     []string               `json:"boxes,omitempty" maxItems:"100" doc:"Boxes a change concerns."`
	Days      int                    `json:"days,omitempty" minimum:"0" maximum:"30" doc:"Working days a term is prolonged by."`
	Files     []office.File          `json:"files,omitempty" maxItems:"50" doc:"What is handed in; bodies in base64."`
}

type bid struct {
	ID   string `path:"id" doc:"The case." maxLength:"64"`
	Act  string `path:"act" maxLength:"32"`
	Key  string `header:"Idempotency-Key" required:"true" minLength:"1" maxLength:"128" doc:"Makes the act happen once: the same key with the same request gives the same answer."`
	Body Bidding
}

type bidDone struct{ Body office.Done }

func (d *door) acts() {
	names := make([]string, len(acts))
	for i := range acts {
		names[i] = string(acts[i].action)
	}
	route(d, access.ReadCase, huma.Operation{
		OperationID: "act-on-case", Method: http.MethodPost, Path: "/v1/cases/{id}/acts/{act}", Summary: "Do an act on a case",
		Description: "409 not-allowed when the law does not allow the act in the present state; 409 conflict when the key was used " +
			"for another request. The acts: " + strings.Join(names, ", ") + ".",
		MaxBodyBytes: d.MaxBody, BodyReadTimeout: time.Minute,
		Errors: []int{http.StatusConflict, http.StatusUnprocessableEntity, http.StatusRequestEntityTooLarge},
	}, d.bid)
}

// possible are the acts the caller may now do on the case.
func possible(who caller, dossier *office.Dossier) []access.Action {
	names, of := []access.Action{}, dossier.Case
	allowed := clearance.Allowed(of, who.Actor(of.Party).Kind)
	for _, act := range acts {
		if slices.Contains(allowed, act.event) && who.May(act.action, thingOf(dossier)) {
			names = append(names, act.action)
		}
	}
	return names
}

var errKey = errors.New("the key is 1 to 128 visible ASCII characters")

func (d *door) bid(ctx context.Context, in *bid) (*bidDone, error) {
	at := slices.IndexFunc(acts, func(a act) bool { return string(a.action) == in.Act })
	if at < 0 {
		return nil, &customs.Error{Code: customs.NotFound, Op: "find act", Subject: in.Act}
	}
	if !visible(in.Key, 128) {
		return nil, &customs.Error{Code: customs.Invalid, Op: "read key", Subject: "Idempotency-Key", Err: errKey}
	}
	dossier, err := d.open(ctx, acts[at].action, in.ID)
	if err != nil {
		return nil, err
	}
	order := in.Body.order()
	order.Case, order.Actor = dossier.Case.ID, callerOf(ctx).Actor(dossier.Case.Party)
	// One key may serve two acts, and is two keys then.
	order.Key = in.Act + " " + in.Key
	done, err := acts[at].does(d.Office, ctx, order)
	return &bidDone{done}, err
}

// order is a copy: nothing of it lies in the request's buffer.
func (b *Bidding) order() office.Order {
	return office.Order{
		Items: b.Items, Code: b.Code, Reason: b.Reason, Note: b.Note, Matter: b.Matter, Regime: b.Regime,
		Documents: b.Documents, Boxes: b.Boxes, Days: b.Days, Files: b.Files,
	}
}
