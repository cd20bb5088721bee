package album

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// ErrorList is the protocol of format-logical control (ErrorList, 1004030E).
type ErrorList struct {
	Head
	// Sent is the day it is sent, Office who sends it, CheckVersion which rules were tried.
	Sent         calendar.Date
	Office       declaration.Office
	CheckVersion string
	Documents    []CheckedDocument
}

// CheckedDocument is a document with its errors.
type CheckedDocument struct {
	// ID is its identifier, Name its title, Mode its DocumentModeID, for example "1006107E".
	ID     customs.DocumentID
	Name   string
	Mode   string
	Errors []DocumentError
}

// DocumentError is one error. Texts longer than an element holds are shortened; Descriptions are spread over several.
type DocumentError struct {
	Ordinal declaration.Number
	// Found is when.
	Found Moment
	// Code is the code of the finding, ShortCode another.
	Code, ShortCode string
	// Name says what is wrong, Descriptions at length.
	Name         string
	Descriptions []string
	// Item is the number of the goods item, Element the path, Box the box of the form.
	Item         declaration.Number
	Element, Box string
	// Expected and Value are what should stand there and what does.
	Expected, Value string
	// Level is one digit: how grave the error is.
	Level string
	// Act is the act the check rests on.
	Act NormativeAct
	// ElementName is the element in words.
	ElementName string
}

// NormativeAct is an act of law as the protocol names it.
type NormativeAct struct {
	Code, Kind, Issuer string
	Adopted            calendar.Date
	Number             string
}

// PrintErrorList writes the protocol; an error tells that it lacks something the format demands.
func PrintErrorList(list ErrorList) ([]byte, error) {
	return printAnswer(errorListForm, &list, list.ID)
}

// ReadErrorList reads what PrintErrorList writes; findings tell what is wrong with the document.
func ReadErrorList(body []byte) (ErrorList, []customs.Finding) {
	return readAnswer[ErrorList](errorListForm, body)
}
