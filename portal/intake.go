package portal

import (
	"bytes"
	"errors"
	"io"
	"net/http"

	"tamga/access"
	"tamga/customs"
	"tamga/declaration/album"
	"tamga/office"
)

// handed returns the bytes of the form: the file when there is one, else the pasted text.
func handed(v *visit) ([]byte, error) {
	invalid := func(err error) error {
		code := customs.Invalid
		if large := new(http.MaxBytesError); errors.As(err, &large) {
			code = customs.TooLarge
		}
		return &customs.Error{Code: code, Op: "read form", Err: err}
	}
	if err := v.ParseMultipartForm(8 << 20); err != nil && !errors.Is(err, http.ErrNotMultipart) {
		return nil, invalid(err)
	}
	if file, _, err := v.FormFile("file"); err == nil {
		defer func() { _ = file.Close() }()
		body, err := io.ReadAll(file)
		if err != nil {
			return nil, invalid(err)
		}
		if len(body) > 0 {
			return body, nil
		}
	}
	if text := v.FormValue("text"); len(bytes.TrimSpace([]byte(text))) > 0 {
		return []byte(text), nil
	}
	return nil, nil
}

type intakeView struct {
	// Missing tells that nothing was handed in; Problem is why it was not taken.
	Missing bool
	Problem string
	// Barred: the visitor lodges nothing. Parties are those it may choose from.
	Barred  bool
	Parties []customs.PartyID
	Lodged  *lodgedView
	Checked *checkedView
}

func (v intakeView) trouble() bool { return v.Missing || v.Problem != "" }

type lodgedView struct {
	Case, Receipt string
	Repeated      bool
}

type checkedView struct {
	Document, Date, Verdict, VerdictText string
	Tallies                              []tally
	Findings                             []findingGroup
	Count, More, HeldBack                int
	Assessment                           *assessView
}

func (p *portal) lodgePage(w http.ResponseWriter, v *visit) {
	p.show(w, v, "lodge", intakeView{Barred: v.who.Permit(access.Lodge) != nil, Parties: v.who.Parties})
}

func (p *portal) lodge(w http.ResponseWriter, v *visit) {
	body, err := handed(v)
	party := v.who.Party()
	if err == nil {
		party, err = v.who.For(customs.PartyID(v.FormValue("party")))
	}
	if refused := v.who.Allow(access.Lodge, access.Thing{Party: party}); refused != nil {
		p.fail(w, v, refused)
		return
	}
	if err == nil && body == nil {
		v.status = http.StatusUnprocessableEntity
		p.show(w, v, "lodge", intakeView{Missing: true, Parties: v.who.Parties})
		return
	}
	var lodged office.Lodged
	if err == nil {
		lodged, err = p.Office.Lodge(v.Context(), office.Submission{Party: party, Actor: v.who.Actor(party), Body: body})
	}
	if err != nil {
		v.status = statusOf(customs.CodeOf(err))
		p.show(w, v, "lodge", intakeView{Problem: explain(v.language, err), Parties: v.who.Parties})
		return
	}
	p.show(w, v, "lodge", intakeView{Lodged: &lodgedView{string(lodged.Case), string(lodged.Receipt), lodged.Repeated}})
}

func (p *portal) checkPage(w http.ResponseWriter, v *visit) {
	p.show(w, v, "check", intakeView{})
}

// check judges a document as if it were registered today, and keeps nothing.
func (p *portal) check(w http.ResponseWriter, v *visit) {
	if err := v.who.Permit(access.Examine); err != nil {
		p.fail(w, v, err)
		return
	}
	body, err := handed(v)
	if err != nil {
		v.status = statusOf(customs.CodeOf(err))
		p.show(w, v, "check", intakeView{Problem: explain(v.language, err)})
		return
	}
	if body == nil {
		v.status = http.StatusUnprocessableEntity
		p.show(w, v, "check", intakeView{Missing: true})
		return
	}
	law := p.Office.CurrentLaw()
	code := p.Office.Home
	zone := p.zoneOf(code)
	read := album.Read(body, album.Options{})
	examined := law.Examine(&read, office.Circumstances{Day: zone.Day(p.Office.Clock.Now()), State: code.State(), Office: code})
	report := examined.Check()
	view := &checkedView{
		Document: string(report.Document), Date: dayText(v.language, report.Date), Verdict: report.Verdict,
		Tallies: tallied(v.language, report), More: report.More, HeldBack: report.HeldBack,
	}
	view.VerdictText = say(v.language, "verdict.none")
	if report.Verdict != "" {
		view.VerdictText = say(v.language, "verdict."+report.Verdict)
	}
	view.Findings, view.Count = groupFindings(v.language, report)
	if examined.Assessment != nil {
		s := &sight{v: v, zone: zone, law: law}
		view.Assessment = s.assessment(examined.Assess())
	}
	p.show(w, v, "check", intakeView{Checked: view})
}
