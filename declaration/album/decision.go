package album

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// DiffersByItem is the code in the header of a Decision whose items were decided differently.
const DiffersByItem customs.DecisionCode = "**"

// Decision tells what was decided on a declaration and its goods items (GTDoutCustomsMark, 1006078E).
type Decision struct {
	Head
	Comments []string
	// Declaration is the identifier of the declaration, Number its registration number.
	Declaration customs.DocumentID
	Number      Reference
	// Resolution is the decision on the whole; DiffersByItem when the items differ.
	Resolution Resolution
	Items      []ItemDecision
	// Application is the number of an application for release before declaration.
	Application Reference
}

// Resolution is a decision with who made it, when and why.
type Resolution struct {
	Code customs.DecisionCode
	Made Moment
	// Officer signs with name and stamp; Officer.Signed is not written.
	Officer Officer
	// Grounds say why, Texts what was decided; Foundations say why in codes.
	Grounds, Texts []string
	Foundations    []Foundation
}

// Foundation is a ground of a decision in codes and words.
type Foundation struct {
	Code           string
	Texts          []string
	ResolutionCode string
	Resolutions    []string
}

// ItemDecision is what was decided on one goods item.
type ItemDecision struct {
	// Item is the number of the goods item.
	Item declaration.Number
	// Resolutions are the decisions, the one in force last.
	Resolutions []Resolution
	// ValueCorrected and ValuationMethod are box 43 as customs accepted it.
	ValueCorrected, ValuationMethod string
}

// Summarise sets the resolution on the whole from the items: their common code, or DiffersByItem. When, who and why
// are left as they are.
func (d *Decision) Summarise() {
	for i, item := range d.Items {
		if len(item.Resolutions) == 0 {
			continue
		}
		code := item.Resolutions[len(item.Resolutions)-1].Code
		if i > 0 && d.Resolution.Code != code {
			d.Resolution.Code = DiffersByItem
			return
		}
		d.Resolution.Code = code
	}
}

// On returns the day of the decision on the whole.
func (d Decision) On() calendar.Date { return d.Resolution.Made.Day }

// PrintDecision writes the decision; an error tells that it lacks something the format demands.
func PrintDecision(decision Decision) ([]byte, error) {
	return printAnswer(decisionForm, &decision, decision.ID)
}

// ReadDecision reads what PrintDecision writes; findings tell what is wrong with the document.
func ReadDecision(body []byte) (Decision, []customs.Finding) {
	return readAnswer[Decision](decisionForm, body)
}
