package portal

import (
	"cmp"
	"net/http"
	"slices"
	"strings"

	"tamga/access"
	"tamga/calendar"
	"tamga/classifier"
	"tamga/clearance"
	"tamga/customs"
	"tamga/office"
)

// sight is one case as its visitor may see it.
type sight struct {
	v       *visit
	dossier office.Dossier
	zone    calendar.Zone
	law     *office.Law
	thing   access.Thing
	// actor is the visitor as an act names it; reasons tells that it may see how controls were chosen.
	actor   customs.Actor
	reasons bool
}

// look returns the case of the address when the visitor may know of it. A case of another party is not there, so that
// nobody learns that it exists.
func (p *portal) look(v *visit) (*sight, error) {
	id := customs.CaseID(v.PathValue("id"))
	dossier, err := p.Office.Dossier(v.Context(), id)
	if err != nil {
		return nil, err
	}
	thing := access.Thing{Party: dossier.Case.Party, Office: dossier.Case.Office}
	if err := v.who.Allow(access.ReadCase, thing); err != nil {
		return nil, err
	}
	return &sight{
		v: v, dossier: dossier, zone: p.zoneOf(dossier.Case.Office), law: p.Office.CurrentLaw(), thing: thing,
		actor: v.who.Actor(dossier.Case.Party), reasons: v.who.May(access.ReadReasons, thing),
	}, nil
}

func (s *sight) say(code string, arguments ...string) string {
	return say(s.v.language, code, arguments...)
}

// named is the name of a code in a list of the reference data, or "".
func (s *sight) named(list classifier.ListName, code string) string {
	entry, known := s.law.Classifiers.List(list).Find(code, s.dossier.Case.RegisteredOn)
	if !known {
		entry, known = s.law.Classifiers.List(list).Find(code, 0)
	}
	if !known {
		return ""
	}
	if s.v.language == "en" {
		return entry.EN
	}
	return entry.RU
}

func (s *sight) coded(list classifier.ListName, code string) string {
	if name := s.named(list, code); name != "" {
		return code + " — " + name
	}
	return code
}

type caseView struct {
	ID, Document, Number, Office, Party string
	State, Holder, Colour               string
	Mixture                             []mixtureLine
	Attempt, Revision                   int
	Preliminary, Reasons                bool
	Glance                              office.Glance
	Procedure, Origin                   string
	Received                            stamp
	Terms                               []termLine
	Waiting                             []matterLine
	Message, Problem                    string
	Events                              []eventLine
	Items                               []itemLine
	Findings                            []findingGroup
	FindingCount                        int
	Judged                              bool
	Tallies                             []tally
	More, HeldBack                      int
	Assessment                          *assessView
	Verdicts                            []verdictView
	Measures                            []measureLine
	Decision                            string
	Papers                              []paperLine
	Messages                            []messageLine
	Proofs                              proofsView
	Acts                                []actLink
	Editions                            clearance.Editions
	heading                             string
}

func (c caseView) title(string) string { return c.heading }

func (c caseView) trouble() bool { return c.Problem != "" }

func (p *portal) casePage(w http.ResponseWriter, v *visit) {
	s, err := p.look(v)
	if err != nil {
		p.fail(w, v, err)
		return
	}
	view, err := p.viewOf(s)
	if err != nil {
		p.fail(w, v, err)
		return
	}
	if s.dossier.Case.State == clearance.Received {
		w.Header().Set("Refresh", "2")
	}
	p.show(w, v, "case", view)
}

func (p *portal) viewOf(s *sight) (*caseView, error) {
	d := s.dossier
	c := d.Case
	view := &caseView{
		ID: string(c.ID), Document: string(c.Document), Number: c.Number.String(), Party: string(c.Party),
		Office: s.officeName(), State: s.say("state." + string(c.State)), Holder: standing(s.v.language, c),
		Colour: colourOf(c), Attempt: d.Attempt, Revision: c.Revision,
		Preliminary: c.Preliminary, Reasons: s.reasons, Glance: d.Glance,
		Received: stampOf(d.Received, s.zone), Tallies: tallies(s.v.language, d.Glance.Findings), Editions: d.Editions,
	}
	view.heading = s.say("case.heading", "number", cmp.Or(view.Number, view.Document))
	view.Procedure = s.coded(classifier.Procedures, string(d.Glance.Procedure))
	view.Origin = s.coded(classifier.Countries, string(d.Glance.Origin))
	view.Terms, view.Waiting = s.terms(p.Office.Clock.Now()), s.waiting()
	view.Mixture = s.mixture()
	view.Items, view.Verdicts = s.items(), s.verdicts()
	if c.Decision != "" {
		view.Decision = s.coded(classifier.Decisions, string(c.Decision))
	}
	if view.Reasons {
		view.Measures = s.measures()
	}
	view.Acts = s.acts()
	s.tell(view)
	return view, p.evidence(s, view)
}

// evidence adds what is read from the store besides the case itself.
func (p *portal) evidence(s *sight, view *caseView) error {
	ctx := s.v.Context()
	report, err := p.Office.Findings(ctx, s.dossier.Case.ID)
	if err != nil && !customs.Is(err, customs.NotFound) {
		return err
	}
	view.Judged = err == nil
	view.Findings, view.FindingCount = groupFindings(s.v.language, report)
	view.More, view.HeldBack = report.More, report.HeldBack
	assessed, err := p.Office.Assessment(ctx, s.dossier.Case.ID)
	if err != nil && !customs.Is(err, customs.NotFound) {
		return err
	}
	if err == nil {
		view.Assessment = s.assessment(assessed)
	}
	rows, err := p.Office.Store.Events(ctx, s.dossier.Case.ID)
	if err != nil {
		return err
	}
	if view.Events, err = s.events(rows); err != nil {
		return err
	}
	view.Papers = s.papers()
	if view.Messages, err = p.messages(s); err != nil {
		return err
	}
	view.Proofs = p.proofs(s, rows)
	return nil
}

// tell takes the outcome of an act from the address it led back to.
func (s *sight) tell(view *caseView) {
	query := s.v.URL.Query()
	if done := query.Get("done"); done == "lodged" || done == "repeated" {
		view.Message = s.say("done." + done)
	} else if act, known := actNamed(done); known {
		view.Message = s.say("done", "act", s.say("act."+string(act.kind)))
	}
	if failed := query.Get("failed"); catalogue().Has(s.v.language, "failure."+failed, "text") {
		view.Problem = s.say("failure." + failed)
	}
}

func (s *sight) officeName() string {
	code := string(s.dossier.Case.Office)
	known, ok := s.law.Classifiers.Office(s.dossier.Case.Office)
	if !ok {
		return code
	}
	if s.v.language == "en" {
		return code + " — " + known.EN
	}
	return code + " — " + known.RU
}

type itemLine struct {
	Ordinal                 int
	State, Colour, Decision string
	Reason                  string
	At                      stamp
	Stamp                   string
	Waiting                 []string
}

func (s *sight) items() []itemLine {
	var lines []itemLine
	for _, item := range s.dossier.Case.Items {
		line := itemLine{
			Ordinal: item.Ordinal, State: s.say("state." + string(item.State)), Stamp: item.Stamp,
			Colour: colourOf(clearance.Case{State: item.State}), Reason: s.reason(item.Reason), At: stampOf(item.DecidedAt, s.zone),
		}
		if item.Decision != "" {
			line.Decision = s.coded(classifier.Decisions, string(item.Decision))
		}
		for _, state := range s.dossier.Case.Waiting(item.Ordinal) {
			if state != item.State {
				line.Waiting = append(line.Waiting, s.say("state."+string(state)))
			}
		}
		lines = append(lines, line)
	}
	return lines
}

// reason says a coded ground in words; a code without words stays as it is.
func (s *sight) reason(code string) string {
	if clock := "clock." + code; catalogue().Has(s.v.language, clock, "text") {
		return s.say(clock)
	}
	if said := sayIf(s.v.language, "reason.", code); said != code {
		return said
	}
	return sayIf(s.v.language, "ground.", code)
}

// mixtureLine is a state and the items in it.
type mixtureLine struct{ State, Items string }

// mixture says how the items of a case differ; none when they stand alike.
func (s *sight) mixture() []mixtureLine {
	if s.dossier.Case.State != clearance.Mixed {
		return nil
	}
	var lines []mixtureLine
	for _, state := range clearance.States {
		var items []int
		for _, item := range s.dossier.Case.Items {
			if item.State == state {
				items = append(items, item.Ordinal)
			}
		}
		if len(items) > 0 {
			lines = append(lines, mixtureLine{s.say("state." + string(state)), ordinals(items)})
		}
	}
	return lines
}

type measureLine struct{ Kind, Reason, Instruction, Rule, Items string }

func (s *sight) measures() []measureLine {
	var lines []measureLine
	for _, measure := range s.dossier.Measures {
		lines = append(lines, measureLine{
			Kind: sayIf(s.v.language, "measure.", string(measure.Kind)), Reason: s.reason(measure.Reason), Rule: measure.Rule,
			Instruction: sayIf(s.v.language, "instruction.", measure.Instruction), Items: ordinals(measure.Items),
		})
	}
	return lines
}

type verdictView struct {
	At        stamp
	Stage     string
	Automatic bool
	HandOver  string
	Criteria  []criterionLine
	Failed    int
}

type criterionLine struct {
	ID, Text, Value, Reason, Law string
	Passed                       bool
}

// verdicts are the attempts at automatic decisions. The criteria, which would tell how controls are chosen, are shown to
// those who may see the reasons; everyone sees the outcome and why it was handed over.
func (s *sight) verdicts() []verdictView {
	var views []verdictView
	for _, attempt := range s.dossier.Verdicts {
		view := verdictView{
			At: stampOf(attempt.At, s.zone), Stage: s.say("stage." + string(attempt.Verdict.Stage)),
			Automatic: attempt.Verdict.Automatic, HandOver: s.reason(attempt.Verdict.HandOver),
		}
		for _, checked := range attempt.Verdict.Criteria {
			line := criterionLine{
				ID: string(checked.ID), Text: sayIf(s.v.language, "criterion.", string(checked.ID)), Value: checked.Value,
				Passed: checked.Passed, Reason: s.reason(checked.Reason), Law: checked.Law,
			}
			line.Value = sayIf(s.v.language, "value.", line.Value)
			if !checked.Passed {
				view.Failed++
			}
			if s.reasons {
				view.Criteria = append(view.Criteria, line)
			}
		}
		views = append(views, view)
	}
	slices.Reverse(views)
	return views
}

func words(list []string) string { return strings.Join(list, ", ") }
