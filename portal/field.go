package portal

import (
	"cmp"
	"fmt"
	"mime/multipart"
	"net/url"
	"slices"
	"strconv"
	"strings"

	"github.com/google/uuid"

	"tamga/classifier"
	"tamga/clearance"
	"tamga/customs"
)

func isBrought(head *multipart.FileHeader) bool { return head.Size > 0 }

// heads are the files of a form.
func heads(form *multipart.Form) []*multipart.FileHeader {
	return slices.Concat(form.File["files"], form.File["changed"])
}

// formOf makes the form of an act, filled with what was sent before.
func (p *portal) formOf(s *sight, a act, sent url.Values) (actView, error) {
	c := s.dossier.Case
	view := actView{
		ID: string(c.ID), Name: a.name, Heading: s.say("act." + string(a.kind)), Grave: a.grave, Look: strings.Replace(a.look(), "second", "", 1),
		Number: c.Number.String(), State: s.say("state." + string(c.State)), Key: sent.Get("key"),
	}
	if view.Number == "" {
		view.Number = string(c.Document)
	}
	if view.Key == "" {
		made, err := uuid.NewV7()
		if err != nil {
			return view, fmt.Errorf("make key: %w", err)
		}
		view.Key = made.String()
	}
	for _, name := range a.fields {
		field := fieldView{Name: name, Label: s.say("field." + name), Hint: sayIf(s.v.language, "hint.", name), Value: sent.Get(name)}
		if field.Hint == name {
			field.Hint = ""
		}
		if err := p.fill(s, a, &field, sent); err != nil {
			return view, err
		}
		if field.Kind != "" {
			view.Fields = append(view.Fields, field)
		}
	}
	return view, nil
}

// fill says how a field is asked for and what may be chosen; a field with nothing to choose is left out.
func (p *portal) fill(s *sight, a act, field *fieldView, sent url.Values) error {
	switch field.Name {
	case "items":
		field.Kind, field.Choices = "ticks", s.itemChoices(a, sent["items"])
		if len(field.Choices) < 2 {
			field.Kind = ""
		}
	case "reason":
		choices, err := p.reasonChoices(s, a, sent.Get("reason"))
		field.Kind, field.Choices = "select", choices
		return err
	case "code":
		field.Kind, field.Choices = "radios", s.decisionChoices(releaseCodes, cmp.Or(sent.Get("code"), "10"))
	case "annulment":
		field.Kind, field.Choices = "radios", s.decisionChoices(annulmentCodes, sent.Get("annulment"))
	case "regime":
		field.Kind = "radios"
		for _, clock := range []clearance.Clock{clearance.Regime4, clearance.Regime1, clearance.Regime15} {
			chosen := string(clock) == sent.Get("regime") || sent.Get("regime") == "" && clock == clearance.Regime4
			field.Choices = append(field.Choices, choice{string(clock), s.say("clock." + string(clock)), chosen})
		}
	case "documents":
		field.Kind = "ticks-other"
		field.Value = ""
		for _, code := range commonDocuments {
			if s.named(classifier.Documents, code) != "" {
				field.Choices = append(field.Choices, choice{code, s.coded(classifier.Documents, code), slices.Contains(sent["documents"], code)})
			}
		}
	case "matter":
		field.Choices = s.matterChoices(a, sent.Get("matter"))
		if len(field.Choices) > 1 {
			field.Kind = "radios"
		}
	case "days":
		field.Kind = "number"
	case "files", "changed":
		field.Kind = "files"
	case "ground":
		field.Kind = "radios"
		field.Choices = s.groundChoices(sent.Get("ground"))
	case "note":
		field.Kind = "area"
	default:
		field.Kind = "text"
	}
	return nil
}

// itemChoices are the items on which the act can be done.
func (s *sight) itemChoices(a act, chosen []string) []choice {
	var choices []choice
	for _, item := range s.dossier.Case.Items {
		alone := s.dossier.Case
		alone.Items = []clearance.Item{item}
		if !slices.Contains(clearance.Allowed(alone, s.actor.Kind), a.kind) {
			continue
		}
		value := strconv.Itoa(item.Ordinal)
		text := s.say("form.item", "n", value, "state", s.say("state."+string(item.State)))
		choices = append(choices, choice{value, text, slices.Contains(chosen, value)})
	}
	return choices
}

// groundChoices are the sub-paragraphs of art. 111(5).
func (s *sight) groundChoices(chosen string) []choice {
	var choices []choice
	for _, ground := range []string{"1", "2", "3", "4", "5"} {
		choices = append(choices, choice{ground, s.say("ground.111-5-" + ground), ground == chosen})
	}
	return choices
}

// reasonChoices are the findings of the case first, for a ground that rests on evidence, then the general grounds.
func (p *portal) reasonChoices(s *sight, a act, chosen string) ([]choice, error) {
	report, err := p.Office.Findings(s.v.Context(), s.dossier.Case.ID)
	if err != nil && !customs.Is(err, customs.NotFound) {
		return nil, err
	}
	var choices []choice
	seen := map[string]bool{}
	for _, finding := range report.Findings {
		code := string(finding.Code)
		if !seen[code] {
			seen[code] = true
			choices = append(choices, choice{code, code + " — " + finding.Text.In(s.v.language), code == chosen})
		}
	}
	for _, ground := range a.grounds {
		choices = append(choices, choice{ground, s.reason(ground), ground == chosen})
	}
	return choices, nil
}

// matterChoices are the open matters that the act may close.
func (s *sight) matterChoices(a act, chosen string) []choice {
	var choices []choice
	for _, matter := range s.dossier.Case.Matters {
		if !matter.Open() || !closes(a.kind, matter.Kind) {
			continue
		}
		text := s.say("form.matter", "kind", s.say("state."+string(matter.Kind)), "items", ordinals(matter.Items),
			"reason", s.reason(matter.Reason), "at", stampOf(matter.OpenedAt, s.zone).Text)
		choices = append(choices, choice{matter.ID, text, matter.ID == chosen || chosen == "" && len(choices) == 0})
	}
	return choices
}

func closes(kind clearance.EventKind, matter clearance.State) bool {
	return slices.ContainsFunc(clearance.Table, func(row clearance.Row) bool { return row.Event == kind && row.Closes == matter })
}
