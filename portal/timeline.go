package portal

import (
	"encoding/json"
	"slices"
	"time"

	"tamga/classifier"
	"tamga/clearance"
	"tamga/customs"
	"tamga/office"
)

type eventLine struct {
	ID, Text, Actor, Items, Reason, Law, Decision, Note string
	Documents                                           []string
	Boxes, Grounds                                      string
	Until                                               stamp
	At                                                  stamp
}

// events are what happened, the latest first.
func (s *sight) events(rows []office.EventRow) ([]eventLine, error) {
	lines := make([]eventLine, 0, len(rows))
	for _, row := range rows {
		var event clearance.Event
		if err := json.Unmarshal(row.Content, &event); err != nil {
			return nil, &customs.Error{Code: customs.Corrupt, Op: "read event", Subject: row.ID, Err: err}
		}
		lines = append(lines, s.event(row.ID, event))
	}
	slices.Reverse(lines)
	return lines, nil
}

func (s *sight) event(id string, event clearance.Event) eventLine {
	line := eventLine{
		ID: id, Text: s.say("event." + string(event.Kind)), Actor: s.whose(event.Actor), At: stampOf(event.At, s.zone),
		Items: ordinals(event.Items), Reason: s.reason(event.Reason), Law: event.Law, Grounds: words(event.Payload.Grounds),
	}
	if event.Code != "" {
		line.Decision = s.coded(classifier.Decisions, string(event.Code))
	}
	if notice := event.Payload.Matter; notice != nil {
		line.Note = sayIf(s.v.language, "instruction.", notice.Note)
		line.Boxes, line.Documents = words(notice.Boxes), s.documents(notice.Documents)
		line.Until = stampOf(s.until(notice.ID, event), s.zone)
	}
	return line
}

// until is the end of the term of a matter that the event opened.
func (s *sight) until(id string, event clearance.Event) time.Time {
	for _, matter := range s.dossier.Case.Matters {
		if matter.ID == id && matter.OpenedAt.Equal(event.At) {
			return matter.Due
		}
	}
	return time.Time{}
}

func (s *sight) documents(kinds []customs.DocumentKind) []string {
	var names []string
	for _, kind := range kinds {
		names = append(names, s.coded(classifier.Documents, string(kind)))
	}
	return names
}

// whose names who did an act. A declarant is not told the account of an officer, only the stamp.
func (s *sight) whose(actor customs.Actor) string {
	name := s.say("actor." + string(actor.Kind))
	switch {
	case actor.Kind == customs.System:
		return name
	case actor.Kind == customs.Officer && actor.Stamp != "":
		name = s.say("actor.stamp", "actor", name, "stamp", actor.Stamp)
	}
	if actor.ID != "" && (s.actor.Kind == customs.Officer || actor.Kind != customs.Officer) {
		name += " · " + actor.ID
	}
	return name
}

type termLine struct {
	Text, Left, Items, Law string
	Due                    stamp
	Late                   bool
}

func (s *sight) terms(now time.Time) []termLine {
	var lines []termLine
	for _, deadline := range s.dossier.Case.Deadlines() {
		line := termLine{
			Text: s.say("clock." + string(deadline.Clock)), Items: ordinals(deadline.Items), Law: deadline.Law,
			Due: stampOf(deadline.Due, s.zone), Late: deadline.Expired,
		}
		line.Left, line.Late = remaining(s.v.language, deadline.Due, now)
		lines = append(lines, line)
	}
	return lines
}

type matterLine struct {
	ID, Text, Reason, Items, Boxes string
	Documents                      []string
	Opened, Due                    stamp
}

// waiting are the matters that are open.
func (s *sight) waiting() []matterLine {
	var lines []matterLine
	for _, matter := range s.dossier.Case.Matters {
		if !matter.Open() {
			continue
		}
		lines = append(lines, matterLine{
			ID: matter.ID, Text: s.say("state." + string(matter.Kind)), Reason: s.reason(matter.Reason),
			Items: ordinals(matter.Items), Boxes: words(matter.Boxes), Documents: s.documents(matter.Documents),
			Opened: stampOf(matter.OpenedAt, s.zone), Due: stampOf(matter.Due, s.zone),
		})
	}
	return lines
}
