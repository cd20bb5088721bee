package api

import (
	"context"
	"encoding/json"

	"tamga/access"
	"tamga/clearance"
	"tamga/customs"
	"tamga/office"
)

// EventView is one thing that happened to a case.
type EventView struct {
	// ID is also the identifier of the event's record in the log of evidence.
	ID       string `json:"id"`
	Sequence int64  `json:"sequence"`
	clearance.Event
}

type eventList struct {
	Body struct {
		Events []EventView `json:"events"`
	}
}

func (d *door) listEvents(ctx context.Context, in *caseAsked) (*eventList, error) {
	dossier, err := d.open(ctx, access.ReadCase, in.ID)
	if err != nil {
		return nil, err
	}
	rows, err := d.Office.Store.Events(ctx, dossier.Case.ID)
	if err != nil {
		return nil, err
	}
	full := callerOf(ctx).May(access.ReadReasons, thingOf(&dossier))
	out := &eventList{}
	out.Body.Events = make([]EventView, 0, len(rows))
	for _, row := range rows {
		view, err := viewOf(row)
		if err != nil {
			return nil, err
		}
		if !full {
			conceal(&view.Event)
		}
		out.Body.Events = append(out.Body.Events, view)
	}
	return out, nil
}

func viewOf(row office.EventRow) (EventView, error) {
	view := EventView{ID: row.ID, Sequence: row.Sequence}
	if err := json.Unmarshal(row.Content, &view.Event); err != nil {
		return view, &customs.Error{Code: customs.Corrupt, Op: "read event", Subject: row.ID, Err: err}
	}
	return view, nil
}

// conceal takes from an event what is not for the party of the case: how controls are chosen, and an official's account
// besides the stamp.
func conceal(event *clearance.Event) {
	event.Payload.Verdict, event.Payload.Attempt = nil, nil
	switch event.Kind {
	case clearance.RegistrationHandedOver, clearance.AutomaticReleaseAttempted:
		event.Reason = ""
	}
	if event.Actor.Kind == customs.Officer {
		event.Actor.ID = ""
	}
}
