package office

import (
	"slices"
	"sync"
	"time"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/internal/wording"
)

// The kinds of message, by the root element of the document.
const (
	MessageErrors       = "ErrorList"
	MessageRefusal      = "RepudDeclRegistration"
	MessageRegistration = "NotifGTDRegistration"
	MessageDecision     = "GTDoutCustomsMark"
	MessageRequest      = "ReqDataDecl"
	MessageDemand       = "ReqCorrectedData"
	// MessageNotice is a notice of ours, as JSON, for events that have no document of the album here yet.
	MessageNotice = "notice"
)

// documentMode is the identifier of the kind of a goods declaration in the album.
const documentMode = "1006107E"

func (d *desk) head() album.Head {
	return album.Head{ID: customs.DocumentID(newID()), RefID: d.dossier.Case.Document}
}

func (d *desk) moment() album.Moment { return album.MomentOf(d.zone.At(d.now)) }

func (d *desk) place() declaration.Office {
	name := ""
	if known, ok := d.law.Classifiers.Office(d.dossier.Case.Office); ok {
		name = shorten(known.RU, 50)
	}
	return declaration.Office{Code: d.dossier.Case.Office, Name: name}
}

func (d *desk) officer() album.Officer {
	officer := album.OfficerOf(d.actor)
	officer.Signed = d.zone.Day(d.now)
	return officer
}

func (d *desk) tellErrors(report CheckReport) error {
	list := album.ErrorList{
		Head: d.head(), Sent: d.zone.Day(d.now), Office: d.place(), CheckVersion: shorten(d.law.Rules, 40),
		Documents: []album.CheckedDocument{ErrorsOf(report, d.moment(), d.dossier.Case.Document)},
	}
	content, err := album.PrintErrorList(list)
	if err != nil {
		return err
	}
	return d.tell(MessageErrors, content)
}

// ErrorsOf writes the findings of a report as the Union's protocol of control names them.
func ErrorsOf(report CheckReport, found album.Moment, id customs.DocumentID) album.CheckedDocument {
	checked := album.CheckedDocument{ID: id, Name: "Декларация на товары", Mode: documentMode}
	for i, finding := range report.Findings {
		entry := album.DocumentError{
			Ordinal: declaration.Count(i + 1), Found: found, Code: string(finding.Code),
			Name: finding.Text.RU, Descriptions: []string{finding.Fix.RU, finding.Law}, Element: finding.Path, Box: finding.Box,
			Expected: finding.Expected, Value: finding.Found, Level: errorLevel(finding.Consequence),
		}
		if finding.Item > 0 {
			entry.Item = declaration.Count(finding.Item)
		}
		checked.Errors = append(checked.Errors, entry)
	}
	return checked
}

// errorLevel is the level of an error in the protocol: 1 what bars registration, 2 what needs a change or documents,
// 3 advice.
func errorLevel(consequence customs.Consequence) string {
	switch {
	case consequence.Bars():
		return "1"
	case consequence == customs.Advice:
		return "3"
	}
	return "2"
}

func (d *desk) tellRefusal(report CheckReport) error {
	refusal := album.RegistrationRefusal{
		Head: d.head(), Number: shorten(string(d.dossier.Case.ID), 50), Sign: "1",
		Decided:   d.zone.At(d.now).Format(time.RFC3339),
		Declarant: declaration.Party{Name: shorten(d.dossier.Glance.Declarant, 150)},
		Officer:   d.officer(),
	}
	for _, finding := range report.Findings {
		if finding.Ground == "" {
			continue
		}
		at := slices.IndexFunc(refusal.Grounds, func(g album.RefusalGround) bool { return g.Code == finding.Ground })
		if at < 0 {
			at, refusal.Grounds = len(refusal.Grounds), append(refusal.Grounds, album.RefusalGround{Code: finding.Ground})
		}
		words := finding.Text.RU
		if finding.Code != "" {
			words = string(finding.Code) + ": " + words
		}
		refusal.Grounds[at].Texts = append(refusal.Grounds[at].Texts, words)
	}
	if len(refusal.Grounds) == 0 {
		refusal.Grounds = []album.RefusalGround{{Texts: []string{"ТК ЕАЭС ст. 111 п. 5"}}}
	}
	content, err := album.PrintRegistrationRefusal(refusal)
	if err != nil {
		return err
	}
	return d.tell(MessageRefusal, content)
}

func (d *desk) tellRegistration() error {
	notice := album.RegistrationNotice{
		Head: d.head(), Registered: d.moment(), Sign: "0", Office: d.place(),
		Number: album.Reference{Number: d.dossier.Case.Number},
	}
	if d.actor.Kind == customs.Officer {
		notice.Officer = d.officer()
	}
	content, err := album.PrintRegistrationNotice(notice)
	if err != nil {
		return err
	}
	return d.tell(MessageRegistration, content)
}

// tellDecision tells of the decisions on all items that have one; the header is "**" when they differ.
func (d *desk) tellDecision() error {
	decision := album.Decision{
		Head: d.head(), Declaration: d.dossier.Case.Document, Number: album.Reference{Number: d.dossier.Case.Number},
		Resolution: d.resolution(d.dossier.Case.Decision, d.now, ""),
	}
	for _, item := range d.dossier.Case.Items {
		if item.Decision == "" {
			continue
		}
		decision.Items = append(decision.Items, album.ItemDecision{
			Item: declaration.Count(item.Ordinal), Resolutions: []album.Resolution{d.resolution(item.Decision, item.DecidedAt, item.Reason)},
		})
	}
	content, err := album.PrintDecision(decision)
	if err != nil {
		return err
	}
	return d.tell(MessageDecision, content)
}

func (d *desk) resolution(code customs.DecisionCode, at time.Time, reason string) album.Resolution {
	resolution := album.Resolution{Code: code, Made: album.MomentOf(d.zone.At(at)), Officer: album.OfficerOf(d.actor)}
	if entry, ok := d.law.Classifiers.List("decisions").Find(string(code), 0); ok {
		resolution.Texts = []string{shorten(entry.RU, 250)}
	}
	if reason != "" {
		resolution.Grounds = []string{reason}
	}
	return resolution
}

func (d *desk) tellRequest(event clearance.Event) error {
	notice := event.Payload.Matter
	request := album.DocumentRequest{
		Head: d.head(), Directions: []string{"9"}, Regime: "1", Decided: d.zone.Day(d.now), Office: d.place().Name,
		Until: d.zone.Day(d.until(notice.ID)), MayRelease: declaration.Yes, MaySecure: declaration.Yes,
		Signs:     []string{d.say(event.Reason)},
		Declarant: shorten(d.dossier.Glance.Declarant, 150), Number: album.Reference{Number: d.dossier.Case.Number}, Officer: d.officer(),
	}
	if notice.Regime == clearance.Regime15 {
		request.Regime = "2"
	}
	position := album.RequestPosition{Ordinal: declaration.Count(1), Statements: []string{d.say(event.Reason)}}
	for _, item := range d.concerned(notice.ID) {
		position.Items = append(position.Items, declaration.Count(item))
	}
	for _, kind := range notice.Documents {
		document := album.RequestedDocument{ID: customs.DocumentID(newID()), Kind: kind, Way: "0"}
		if entry, ok := d.law.Classifiers.List("documents").Find(string(kind), 0); ok {
			document.Name = shorten(entry.RU, 250)
		}
		position.Documents = append(position.Documents, document)
	}
	request.Positions = []album.RequestPosition{position}
	content, err := album.PrintDocumentRequest(request)
	if err != nil {
		return err
	}
	return d.tell(MessageRequest, content)
}

func (d *desk) tellDemand(event clearance.Event) error {
	notice := event.Payload.Matter
	demand := album.ChangeDemand{
		Head: d.head(), Made: d.zone.Day(d.now), Number: shorten(notice.ID, 50), Article: "112",
		Declarant:     declaration.Party{Name: shorten(d.dossier.Glance.Declarant, 150)},
		Discrepancies: []string{d.say(event.Reason)}, Until: d.zone.Day(d.until(notice.ID)),
		Actions: []string{notice.Note}, Office: d.place(), Officer: d.officer(),
		Declaration: album.Reference{Number: d.dossier.Case.Number},
	}
	disputed := album.DisputedDocument{ID: d.dossier.Case.Document, Name: "Декларация на товары", Mode: documentMode}
	for _, box := range notice.Boxes {
		disputed.Errors = append(disputed.Errors, album.DemandedChange{
			Code: shorten(event.Reason, 20), Name: d.say(event.Reason), Description: notice.Note, Box: box, Level: "2", Act: "ТК ЕАЭС ст. 112 п. 2",
		})
	}
	demand.Documents = []album.DisputedDocument{disputed}
	content, err := album.PrintChangeDemand(demand)
	if err != nil {
		return err
	}
	return d.tell(MessageDemand, content)
}

// tellNotice tells of an event that has no document of the album. The party learns that an official acted and by which
// stamp, not whose account it was, nor why the system chose as it did.
func (d *desk) tellNotice(event clearance.Event) error {
	event.At, event.Office = d.now, d.dossier.Case.Office
	if event.Actor.Kind == "" {
		event.Actor = d.actor
	}
	if event.Actor.Kind == customs.Officer {
		event.Actor.ID = ""
	}
	event.Payload.Verdict = nil
	content, err := encode(event)
	if err != nil {
		return err
	}
	return d.tell(MessageNotice, content)
}

// concerned are the ordinals of the items that wait for the matter.
func (d *desk) concerned(matter string) []int {
	for _, open := range d.dossier.Case.Matters {
		if open.ID == matter {
			return open.Items
		}
	}
	return nil
}

// until is the end of the term of a matter.
func (d *desk) until(matter string) time.Time {
	for _, open := range d.dossier.Case.Matters {
		if open.ID == matter && !open.Due.IsZero() {
			return open.Due
		}
	}
	return d.now
}

// say puts a coded reason into words; a reason that is not in the texts is said as it is.
func (d *desk) say(reason string) string {
	code := "reason." + reason
	if said := reasons().Say("ru", code, "text", func(string) string { return "" }); said != code {
		return shorten(said, 250)
	}
	return shorten(reason, 250)
}

var reasons = sync.OnceValue(func() *wording.Catalogue { return wording.MustLoad(clearance.Texts) })

func shorten(text string, most int) string {
	runes := []rune(text)
	if len(runes) <= most {
		return text
	}
	return string(runes[:most-1]) + "…"
}
