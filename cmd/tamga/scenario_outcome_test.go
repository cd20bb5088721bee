package main

import (
	"encoding/json"
	"errors"
	"strconv"

	"tamga/clearance"
	"tamga/customs"
	"tamga/office"
)

// outcome is what an act came to: no identifiers and no instants, so that it is the same every time.
type outcome struct {
	Error    customs.ErrorCode     `json:"error,omitempty"`
	State    clearance.State       `json:"state,omitempty"`
	Decision customs.DecisionCode  `json:"decision,omitempty"`
	Lane     clearance.Lane        `json:"lane,omitempty"`
	Number   string                `json:"number,omitempty"`
	Attempt  int                   `json:"attempt,omitempty"`
	Revision int                   `json:"revision,omitempty"`
	Items    []clearance.State     `json:"items,omitempty"`
	HandOver string                `json:"handed_over,omitempty"`
	Findings []customs.FindingCode `json:"findings,omitempty"`
	Messages []string              `json:"messages,omitempty"`
	// Preceding tells whether box 40 was written off, Taken from which balances; Balances are what the release opened.
	Preceding clearance.Answer  `json:"preceding,omitempty"`
	Taken     map[string]int64  `json:"taken,omitempty"`
	Balances  map[string]string `json:"balances,omitempty"`
}

func (s *scene) outcome(on string, done error) outcome {
	s.Helper()
	o := outcome{Error: customs.CodeOf(done)}
	if done == nil {
		o.Error = ""
	}
	if o.Error == customs.Internal {
		s.Fatal(done)
	}
	dossier, err := s.node.office.Dossier(s.ctx, s.cases[on])
	if err != nil {
		s.Fatal(errors.Join(done, err))
	}
	c := dossier.Case
	o.State, o.Decision, o.Lane, o.Number = c.State, c.Decision, c.Lane, c.Number.String()
	o.Attempt, o.Revision = dossier.Attempt, c.Revision
	for _, item := range c.Items {
		o.Items = append(o.Items, item.State)
	}
	for _, tried := range dossier.Verdicts {
		if tried.Verdict.HandOver != "" {
			o.HandOver = tried.Verdict.HandOver
		}
	}
	if report, err := s.node.office.Findings(s.ctx, c.ID); err == nil {
		for _, finding := range report.Findings {
			o.Findings = append(o.Findings, finding.Code)
		}
	}
	o.Messages, o.Preceding = s.news(c.ID), dossier.Preceding
	o.Taken, o.Balances = s.held(&dossier), s.opened(&dossier)
	return o
}

// news are the kinds of the messages that the case sent since the story last looked.
func (s *scene) news(id customs.CaseID) []string {
	waiting, err := s.node.store.Waiting(s.ctx, 10000)
	if err != nil {
		s.Fatal(err)
	}
	var kinds []string
	for _, message := range waiting.Messages {
		if message.Case != id {
			continue
		}
		kind := message.Kind
		var event clearance.Event
		if json.Unmarshal(message.Content, &event) == nil {
			kind += " " + string(event.Kind)
		}
		kinds = append(kinds, kind)
	}
	kinds, s.told[id] = kinds[s.told[id]:], len(kinds)
	return kinds
}

func (s *scene) held(dossier *office.Dossier) map[string]int64 {
	taken := map[string]int64{}
	for _, hold := range dossier.Holds {
		taken[hold.Balance] += hold.Amount
	}
	return taken
}

// opened says what is left of the balances the case opened, "all" where nothing was taken.
func (s *scene) opened(dossier *office.Dossier) map[string]string {
	left := map[string]string{}
	for _, hold := range dossier.Opened {
		available, err := s.node.store.Balance(s.ctx, hold.Balance)
		if err != nil {
			s.Fatal(err)
		}
		left[hold.Balance] = strconv.FormatInt(available, 10)
		if available == hold.Amount {
			left[hold.Balance] = "all"
		}
	}
	return left
}
