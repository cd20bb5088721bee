package office

import (
	"encoding/json"
	"maps"
	"slices"
	"sync"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/duty"
	"tamga/internal/wording"
	"tamga/validation"
	"tamga/validation/rulebook"
)

// CheckReport is what format-logical control says of a document. Its JSON is a public promise.
type CheckReport struct {
	Document customs.DocumentID `json:"document"`
	Date     calendar.Date      `json:"date"`
	// Verdict is the letter of the gravest consequence, "" when nothing is wrong.
	Verdict  string         `json:"verdict"`
	Findings []FindingEntry `json:"findings"`
	// HeldBack counts rules that were not tried because their input cannot be read, More findings beyond the list.
	HeldBack int `json:"held_back,omitempty"`
	More     int `json:"more,omitempty"`
}

// FindingEntry is one finding with its texts.
type FindingEntry struct {
	Code        customs.FindingCode `json:"code"`
	Consequence customs.Consequence `json:"consequence"`
	Ground      string              `json:"ground,omitempty"`
	Box         string              `json:"box"`
	Item        int                 `json:"item"`
	Path        string              `json:"path"`
	Line        int                 `json:"line"`
	Column      int                 `json:"column"`
	Found       string              `json:"found"`
	Expected    string              `json:"expected"`
	Law         string              `json:"law"`
	Text        Bilingual           `json:"text"`
	Fix         Bilingual           `json:"fix"`
}

// Bilingual is a text in the languages that every text has.
type Bilingual struct {
	RU string `json:"ru"`
	EN string `json:"en"`
}

// In returns the text in the language, Russian when the language is another.
func (b Bilingual) In(language string) string {
	if language == "en" {
		return b.EN
	}
	return b.RU
}

// AssessReport is what a declaration owes, line by line. Its JSON is a public promise.
type AssessReport struct {
	Document customs.DocumentID `json:"document"`
	Date     calendar.Date      `json:"date"`
	State    customs.State      `json:"state"`
	Lines    []AssessedLine     `json:"lines"`
	Totals   Totals             `json:"totals"`
	Problems []AssessProblem    `json:"problems,omitempty"`
}

// AssessedLine is one line with its reasoning.
type AssessedLine struct {
	Item        int                 `json:"item"`
	Payment     customs.PaymentCode `json:"payment"`
	Base        string              `json:"base"`
	Rate        string              `json:"rate"`
	Amount      string              `json:"amount"`
	Currency    string              `json:"currency"`
	Feature     string              `json:"feature"`
	Law         string              `json:"law"`
	Explanation []Bilingual         `json:"explanation"`
}

// AssessProblem is what is missing for an assessment.
type AssessProblem struct {
	Code    string              `json:"code"`
	Item    int                 `json:"item"`
	Payment customs.PaymentCode `json:"payment,omitempty"`
	Text    Bilingual           `json:"text"`
}

// Totals are sums by payment, in the order of the payments.
type Totals []TotalEntry

// TotalEntry is the sum due of one payment.
type TotalEntry struct {
	Payment customs.PaymentCode
	Amount  string
}

// MarshalJSON writes the totals as one object from payment to amount.
func (t Totals) MarshalJSON() ([]byte, error) {
	out := []byte{'{'}
	for i, total := range t {
		if i > 0 {
			out = append(out, ',')
		}
		out = append(out, '"')
		out = append(out, total.Payment...)
		out = append(out, `":"`...)
		out = append(out, total.Amount...)
		out = append(out, '"')
	}
	return append(out, '}'), nil
}

// UnmarshalJSON reads what MarshalJSON writes, in the order of the payments.
func (t *Totals) UnmarshalJSON(body []byte) error {
	sums := map[customs.PaymentCode]string{}
	if err := json.Unmarshal(body, &sums); err != nil {
		return err
	}
	*t = nil
	for _, payment := range slices.Sorted(maps.Keys(sums)) {
		*t = append(*t, TotalEntry{payment, sums[payment]})
	}
	return nil
}

// Examined is a document that was judged and assessed for a day.
type Examined struct {
	Document   *declaration.Document
	Report     *validation.Report
	Assessment *duty.Assessment
	Day        calendar.Date
	State      customs.State
}

// Circumstances are where and when a document is examined.
type Circumstances struct {
	Day    calendar.Date
	State  customs.State
	Office customs.OfficeCode
}

// Examine judges and assesses a document by the law. It is pure: the same document, day and law give the same result.
func (l *Law) Examine(document *declaration.Document, where Circumstances) Examined {
	examined := l.Assess(document, where)
	l.judge(&examined, where)
	return examined
}

// Judge is Examine without the reasoning of the assessment, for where nobody reads how a line was made.
func (l *Law) Judge(document *declaration.Document, where Circumstances) Examined {
	examined := l.assess(document, where, true)
	l.judge(&examined, where)
	return examined
}

// Assess only assesses a document: the Report of what it returns is nil.
func (l *Law) Assess(document *declaration.Document, where Circumstances) Examined {
	return l.assess(document, where, false)
}

func (l *Law) assess(document *declaration.Document, where Circumstances, plain bool) Examined {
	examined := Examined{Document: document, Day: where.Day, State: where.State}
	if document.Declaration != nil {
		facts := duty.Facts{Date: where.Day, State: where.State, Tariff: l.Tariff, Plain: plain}
		assessment := duty.Assess(document.Declaration, facts)
		examined.Assessment = &assessment
	}
	return examined
}

func (l *Law) judge(examined *Examined, where Circumstances) {
	examined.Report = validation.Judge(examined.Document, l.Rulebook, validation.Facts{
		Day: where.Day, State: where.State, Office: where.Office, Classifiers: l.Classifiers, Tariff: l.Tariff,
		Assessment: examined.Assessment,
	})
}

// Check returns the outcome of control as a report.
func (e *Examined) Check() CheckReport {
	report := CheckReport{
		Document: e.name(), Date: e.Day, Findings: []FindingEntry{}, HeldBack: e.Report.HeldBack, More: e.Report.More,
	}
	if verdict := e.Report.Verdict(); verdict != 0 {
		report.Verdict = verdict.String()
	}
	for _, finding := range e.Report.Findings {
		report.Findings = append(report.Findings, entryOf(finding))
	}
	return report
}

func (e *Examined) name() customs.DocumentID {
	if e.Document.Declaration == nil {
		return ""
	}
	return e.Document.Declaration.ID
}

func entryOf(f customs.Finding) FindingEntry {
	entry := FindingEntry{
		Code: f.Code, Consequence: f.Consequence, Ground: f.Ground, Box: f.Box, Item: f.Item,
		Path: f.Place.Path, Line: f.Place.Line, Column: f.Place.Column, Found: f.Found, Expected: f.Expected, Law: f.Law,
	}
	entry.Text.RU, entry.Fix.RU = book().Render(&f, "ru")
	entry.Text.EN, entry.Fix.EN = book().Render(&f, "en")
	return entry
}

// book says findings of rules and of form in words. Its texts are embedded and held by tests, so that a program that
// starts has them all.
var book = sync.OnceValue(func() *rulebook.Book {
	made, err := rulebook.New(wording.MustLoad(album.Texts))
	if err != nil {
		panic(err)
	}
	return made
})

// Assess returns the assessment as a report.
func (e *Examined) Assess() AssessReport {
	report := AssessReport{Document: e.name(), Date: e.Day, State: e.State, Lines: []AssessedLine{}, Totals: Totals{}}
	if e.Assessment == nil {
		return report
	}
	for i := range e.Assessment.Lines {
		report.Lines = append(report.Lines, lineOf(&e.Assessment.Lines[i]))
	}
	for _, total := range e.Assessment.Totals {
		report.Totals = append(report.Totals, TotalEntry{total.Payment, total.Amount.Fixed(2)})
	}
	for _, problem := range e.Assessment.Problems {
		report.Problems = append(report.Problems, AssessProblem{
			Code: string(problem.Code), Item: problem.Item, Payment: problem.Payment,
			Text: Bilingual{problem.Say("ru"), problem.Say("en")},
		})
	}
	return report
}

func lineOf(line *duty.Line) AssessedLine {
	assessed := AssessedLine{
		Item: line.Item, Payment: line.Payment, Base: line.Base.String(), Rate: line.Rate.String(),
		Amount: line.Amount.Fixed(2), Currency: string(line.Currency), Feature: line.Feature, Law: line.Law,
	}
	for _, step := range line.Steps {
		assessed.Explanation = append(assessed.Explanation, Bilingual{step.Say("ru"), step.Say("en")})
	}
	return assessed
}
