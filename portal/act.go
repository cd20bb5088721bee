package portal

import (
	"context"
	"net/http"
	"net/url"
	"slices"

	"tamga/access"
	"tamga/classifier"
	"tamga/clearance"
	"tamga/customs"
	"tamga/office"
)

// act is one thing a person may order, with the fields of its form. Its name is also the access.Action it needs.
type act struct {
	// name stands in addresses; kind is the event that the act causes.
	name string
	kind clearance.EventKind
	do   func(*office.Office, context.Context, office.Order) (office.Done, error)
	// fields are what the form asks for, in its order.
	fields []string
	// grounds are the coded reasons to choose from besides the findings of the case.
	grounds []string
	// grave: what it does cannot be undone with another act.
	grave bool
	// against: it decides against the declarant.
	against bool
}

// look is the style of the act's button.
func (a act) look() string {
	switch {
	case a.against:
		return "grave"
	case a.grave:
		return ""
	}
	return "second"
}

var acts = []act{
	{name: "answer-request", kind: clearance.RequestAnswered, do: (*office.Office).AnswerRequest, fields: []string{"matter", "files", "note"}},
	{name: "present-goods", kind: clearance.GoodsPresented, do: (*office.Office).PresentGoods, fields: []string{"items"}},
	{name: "register", kind: clearance.DeclarationRegistered, do: (*office.Office).Register, grave: true},
	{name: "refuse", kind: clearance.RegistrationRefused, do: (*office.Office).Refuse, fields: []string{"ground", "note"}, grave: true, against: true},
	{name: "request-change", kind: clearance.ChangeRequested, do: (*office.Office).RequestChange, fields: []string{"changed", "note"}},
	{name: "release", kind: clearance.GoodsReleased, do: (*office.Office).Release, fields: []string{"code", "items"}, grave: true},
	{name: "request-documents", kind: clearance.DocumentsRequested, do: (*office.Office).RequestDocuments,
		fields:  []string{"items", "reason", "documents", "regime", "note"},
		grounds: []string{"valuation-method", "preference-claimed", "relief-claimed", "restricted-mark", "selected"}},
	{name: "demand-change", kind: clearance.ChangeDemanded, do: (*office.Office).DemandChange,
		fields: []string{"items", "reason", "boxes", "note"}, grounds: []string{"assessment-differs", "findings"}},
	{name: "order-inspection", kind: clearance.InspectionOrdered, do: (*office.Office).OrderInspection,
		fields:  []string{"items", "reason", "note"},
		grounds: []string{"selected", "selected-by-commodity", "selected-at-random", "intellectual-property"}},
	{name: "record-inspection", kind: clearance.InspectionRecorded, do: (*office.Office).RecordInspection, fields: []string{"matter", "items", "note"}},
	{name: "order-expertise", kind: clearance.ExpertiseOrdered, do: (*office.Office).OrderExpertise,
		fields: []string{"items", "reason", "note"}, grounds: []string{"selected", "selected-by-commodity"}},
	{name: "record-expertise", kind: clearance.ExpertiseRecorded, do: (*office.Office).RecordExpertise, fields: []string{"matter", "items", "note"}},
	{name: "accept-security", kind: clearance.SecurityAccepted, do: (*office.Office).AcceptSecurity, fields: []string{"matter", "items", "note"}},
	{name: "prolong", kind: clearance.TermProlonged, do: (*office.Office).Prolong, fields: []string{"items", "reason", "days"},
		grounds: []string{"matter-open", "selected", "payments-not-covered"}},
	{name: "suspend", kind: clearance.TermSuspended, do: (*office.Office).Suspend, fields: []string{"items", "reason", "note"},
		grounds: []string{"intellectual-property"}},
	{name: "resume", kind: clearance.TermResumed, do: (*office.Office).Resume, fields: []string{"matter", "items"}},
	{name: "grant-change", kind: clearance.ChangeGranted, do: (*office.Office).GrantChange, fields: []string{"matter"}},
	{name: "deny-change", kind: clearance.ChangeDenied, do: (*office.Office).DenyChange, fields: []string{"matter", "reason"},
		grounds: []string{"selected", "findings"}},
	{name: "refuse-release", kind: clearance.ReleaseRefused, do: (*office.Office).RefuseRelease, fields: []string{"items", "reason", "note"},
		grounds: []string{"prohibition", "restricted-mark", "payments-not-covered", "goods-not-presented", "findings"}, grave: true, against: true},
	{name: "request-withdrawal", kind: clearance.WithdrawalRequested, do: (*office.Office).RequestWithdrawal, fields: []string{"note"}},
	{name: "grant-withdrawal", kind: clearance.WithdrawalGranted, do: (*office.Office).GrantWithdrawal, grave: true},
	{name: "annul-release", kind: clearance.ReleaseAnnulled, do: (*office.Office).AnnulRelease, fields: []string{"annulment", "items", "reason", "note"},
		grounds: []string{"prohibition", "findings"}, grave: true, against: true},
}

func actNamed(name string) (act, bool) {
	at := slices.IndexFunc(acts, func(a act) bool { return a.name == name })
	if at < 0 {
		return act{}, false
	}
	return acts[at], true
}

type actLink struct{ Name, Text, Look string }

// acts are those that the visitor may order now.
func (s *sight) acts() []actLink {
	var links []actLink
	allowed := clearance.Allowed(s.dossier.Case, s.actor.Kind)
	for _, a := range acts {
		if slices.Contains(allowed, a.kind) && s.v.who.May(access.Action(a.name), s.thing) {
			links = append(links, actLink{Name: a.name, Text: s.say("act." + string(a.kind)), Look: a.look()})
		}
	}
	return links
}

func (s *sight) allowed(name string) (act, error) {
	a, known := actNamed(name)
	if !known {
		return act{}, &customs.Error{Code: customs.NotFound, Op: "order act", Subject: name}
	}
	if err := s.v.who.Allow(access.Action(name), s.thing); err != nil {
		return act{}, err
	}
	if !slices.Contains(clearance.Allowed(s.dossier.Case, s.actor.Kind), a.kind) {
		return act{}, &customs.Error{Code: customs.NotAllowed, Op: "order act", Subject: string(s.dossier.Case.ID)}
	}
	return a, nil
}

type actView struct {
	ID, Name, Heading, Number, State, Look string
	Grave                                  bool
	Fields                                 []fieldView
	Key                                    string
	Problems                               []fieldProblem
}

func (a actView) title(string) string { return a.Heading }

func (a actView) trouble() bool { return len(a.Problems) > 0 }

type fieldProblem struct{ Field, Text string }

// fieldView is one question of a form.
type fieldView struct {
	Name, Kind, Label, Hint, Value, Problem string
	Choices                                 []choice
}

type choice struct {
	Value, Text string
	Chosen      bool
}

func (p *portal) actPage(w http.ResponseWriter, v *visit) {
	s, err := p.look(v)
	if err != nil {
		p.fail(w, v, err)
		return
	}
	a, err := s.allowed(v.PathValue("act"))
	if err != nil {
		p.fail(w, v, err)
		return
	}
	view, err := p.formOf(s, a, url.Values{})
	if err != nil {
		p.fail(w, v, err)
		return
	}
	p.show(w, v, "act", view)
}

// act does what the form orders and leads back to the case with its outcome.
func (p *portal) act(w http.ResponseWriter, v *visit) {
	s, err := p.look(v)
	if err != nil {
		p.fail(w, v, err)
		return
	}
	if _, err := handed(v); err != nil {
		p.fail(w, v, err)
		return
	}
	target := "/cases/" + url.PathEscape(string(s.dossier.Case.ID))
	a, err := s.allowed(v.PathValue("act"))
	if err != nil {
		http.Redirect(w, v.Request, target+"?failed="+string(customs.CodeOf(err))+"#top", http.StatusSeeOther)
		return
	}
	if problems := s.problems(a, v.Form); len(problems) > 0 {
		p.askAgain(w, s, a, problems)
		return
	}
	order, err := s.order(a, v.Form)
	if err == nil {
		_, err = a.do(p.Office, v.Context(), order)
	}
	if err != nil {
		if statusOf(customs.CodeOf(err)) >= http.StatusInternalServerError {
			p.Office.Journal.Error("portal", "act", a.name, "case", string(order.Case), "error", err.Error())
		}
		http.Redirect(w, v.Request, target+"?failed="+string(customs.CodeOf(err))+"#top", http.StatusSeeOther)
		return
	}
	http.Redirect(w, v.Request, target+"?done="+a.name+"#top", http.StatusSeeOther)
}

// askAgain shows the form again with what is missing.
func (p *portal) askAgain(w http.ResponseWriter, s *sight, a act, problems []fieldProblem) {
	view, err := p.formOf(s, a, s.v.Form)
	if err != nil {
		p.fail(w, s.v, err)
		return
	}
	view.Problems = problems
	for i := range view.Fields {
		for _, problem := range problems {
			if problem.Field == view.Fields[i].Name {
				view.Fields[i].Problem = problem.Text
			}
		}
	}
	s.v.status = http.StatusUnprocessableEntity
	p.show(w, s.v, "act", view)
}

// commonDocuments are the kinds of document offered for a tick: contract, invoice, freight invoice, packing list,
// transport documents, certificate of origin.
var commonDocuments = []string{"03011", "04021", "04031", "04131", "02011", "02013", "06019"}

// releaseCodes are the decisions by which goods are released.
var releaseCodes = []string{"10", "11", "12", "13", "14", "20"}

// annulmentCodes are those by which a release is annulled.
var annulmentCodes = []string{"50", "51", "52"}

func (s *sight) decisionChoices(codes []string, chosen string) []choice {
	var choices []choice
	for _, code := range codes {
		choices = append(choices, choice{code, s.coded(classifier.Decisions, code), code == chosen})
	}
	return choices
}
