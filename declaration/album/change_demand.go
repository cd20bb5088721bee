package album

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// ChangeDemand demands a change of a declaration before release, art. 112(2) (ReqCorrectedData, 1006005E).
type ChangeDemand struct {
	Head
	// Made is the day, Number the number of the demand, Article the article it rests on.
	Made    calendar.Date
	Number  string
	Article string
	// Declarant is who must change.
	Declarant declaration.Party
	// Discrepancies say what does not agree; Documents place it.
	Discrepancies []string
	Documents     []DisputedDocument
	// Until is the last day, Actions what must be done, Grounds the documents it is demanded on.
	Until   calendar.Date
	Actions []string
	Grounds []string
	Office  declaration.Office
	Officer Officer
	// Declaration is the number of the declaration.
	Declaration Reference
}

// DisputedDocument is a document with what must be changed in it.
type DisputedDocument struct {
	ID         customs.DocumentID
	Name, Mode string
	Errors     []DemandedChange
}

// DemandedChange is one statement to change. Texts longer than an element holds are shortened.
type DemandedChange struct {
	Code, Name, Description string
	Item                    declaration.Number
	Element, Box            string
	// Right is the right value, Expected the condition it must meet.
	Right, Expected string
	Level           string
	Act             string
	ElementName     string
}

// PrintChangeDemand writes the demand; an error tells that it lacks something the format demands.
func PrintChangeDemand(demand ChangeDemand) ([]byte, error) {
	return printAnswer(changeDemandForm, &demand, demand.ID)
}

// ReadChangeDemand reads what PrintChangeDemand writes; findings tell what is wrong with the document.
func ReadChangeDemand(body []byte) (ChangeDemand, []customs.Finding) {
	return readAnswer[ChangeDemand](changeDemandForm, body)
}
