package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"tamga/access"
	"tamga/clearance"
	"tamga/customs"
	"tamga/office"
)

type lodging struct {
	Wait   string `query:"wait" doc:"Wait until the declaration is judged, at most this long and at most 30s." example:"2s"`
	Office string `query:"office" doc:"The office to file with; by default the one the document names." maxLength:"8"`
	Party  string `query:"party" doc:"The party to file for, for those who act for several." maxLength:"64"`
}

type lodged struct {
	Status   int
	Location string `header:"Location"`
	Body     Lodged
}

// Lodged is what the sender of a declaration is given.
type Lodged struct {
	Case customs.CaseID `json:"case"`
	// Receipt is the signed note that says what was received: the same text however often it is asked for.
	Receipt string `json:"receipt"`
	// Repeated tells that the same bytes had been lodged before.
	Repeated bool `json:"repeated"`
	// State and Number are where the case stands, when the request waited and it was judged meanwhile.
	State  clearance.State `json:"state,omitempty"`
	Number string          `json:"number,omitempty"`
}

func (d *door) declarations() {
	route(d, access.Lodge, d.takesDocument(huma.Operation{
		OperationID: "lodge-declaration", Method: http.MethodPost, Path: "/v1/declarations", DefaultStatus: http.StatusAccepted,
		Summary: "Lodge a declaration",
		Description: "202: the bytes are durably kept and will be judged, and the receipt says so. 200: the same bytes had been " +
			"lodged before; the same receipt. 409: other bytes were lodged under the document's identifier. Send again when the " +
			"outcome is not known: nothing is done twice.",
		Errors: []int{http.StatusConflict, http.StatusUnprocessableEntity},
	}), d.lodge)
}

func (d *door) lodge(ctx context.Context, in *lodging) (*lodged, error) {
	who := callerOf(ctx)
	wait, err := waitOf(in.Wait)
	if err != nil {
		return nil, err
	}
	party, err := who.For(customs.PartyID(in.Party))
	if err != nil {
		return nil, err
	}
	result, err := d.Office.Lodge(ctx, office.Submission{
		Party: party, Actor: who.Actor(party), Office: customs.OfficeCode(in.Office), Body: documentOf(ctx),
	})
	if err != nil {
		return nil, err
	}
	out := &lodged{Status: http.StatusAccepted, Location: "/v1/cases/" + string(result.Case)}
	out.Body = Lodged{Case: result.Case, Receipt: string(result.Receipt), Repeated: result.Repeated}
	if result.Repeated {
		out.Status = http.StatusOK
	}
	if wait > 0 {
		out.Body.State, out.Body.Number = d.judged(ctx, result.Case, wait)
	}
	return out, nil
}

// judged waits until the case is judged and returns its state and number, none when the wait is over before. What goes
// wrong in waiting is no fault of the lodging, which is done.
func (d *door) judged(ctx context.Context, id customs.CaseID, wait time.Duration) (clearance.State, string) {
	const shortest, longest = 5 * time.Millisecond, 200 * time.Millisecond
	ends := time.Now().Add(wait)
	for step := shortest; ; step = min(2*step, longest) {
		row, err := d.Office.Store.Case(ctx, id)
		if err == nil && row.State != string(clearance.Received) {
			return clearance.State(row.State), numberOf(row)
		}
		if left := time.Until(ends); left <= 0 || !pause(ctx, min(step, left)) {
			return "", ""
		}
	}
}

// numberOf is the number as it is printed, "" when there is none.
func numberOf(row office.CaseRow) string {
	dossier, err := office.ReadDossier(row)
	if err != nil || dossier.Case.Number.IsZero() {
		return ""
	}
	return dossier.Case.Number.String()
}

// waitOf reads how long to wait, cut to the longest wait.
func waitOf(text string) (time.Duration, error) {
	if text == "" {
		return 0, nil
	}
	wait, err := time.ParseDuration(text)
	if err != nil || wait < 0 {
		return 0, &customs.Error{Code: customs.Invalid, Op: "read wait", Subject: "wait", Err: errWait}
	}
	return min(wait, longestWait), nil
}
