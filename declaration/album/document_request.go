package album

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// DocumentRequest asks for documents and explanations, art. 325 (ReqDataDecl, 1004135E).
type DocumentRequest struct {
	Head
	// Directions are what is checked: "1" value, "2" classification, "3" origin and preferences, "9" other.
	Directions  []string
	OtherGround string
	// Regime is "1" for art. 325(4) and "2" for art. 325(15).
	Regime string
	// Decided is the day of the request, Office the name of who asks, Until the last day for the documents.
	Decided calendar.Date
	Office  string
	Until   calendar.Date
	// MayRelease tells that the goods may be released under art. 121, MaySecure that security may be given until
	// SecureUntil, MayPresentLater that documents may follow after release until PresentUntil.
	MayRelease, MaySecure, MayPresentLater declaration.Flag
	SecureUntil, PresentUntil              calendar.Date
	// Signs are the signs of untrue or unproved statements.
	Signs []string
	// Declarant is the name of who is asked, Number the number of the declaration.
	Declarant string
	Number    Reference
	Positions []RequestPosition
	Officer   Officer
}

// RequestPosition is what must be proved for some goods items, and by which documents.
type RequestPosition struct {
	Ordinal declaration.Number
	// Statements are what must be proved, at most four.
	Statements, Remarks []string
	// Items are the numbers of the goods items.
	Items     []declaration.Number
	Documents []RequestedDocument
}

// RequestedDocument is one document asked for.
type RequestedDocument struct {
	Name, Number string
	Date         calendar.Date
	// ID names the position in the request, so that an answer can refer to it.
	ID   customs.DocumentID
	Kind customs.DocumentKind
	// Way is how it is to be presented: "0" from the declarant's archive.
	Way     string
	Remarks []string
}

// PrintDocumentRequest writes the request; an error tells that it lacks something the format demands.
func PrintDocumentRequest(request DocumentRequest) ([]byte, error) {
	return printAnswer(documentRequestForm, &request, request.ID)
}

// ReadDocumentRequest reads what PrintDocumentRequest writes; findings tell what is wrong with the document.
func ReadDocumentRequest(body []byte) (DocumentRequest, []customs.Finding) {
	return readAnswer[DocumentRequest](documentRequestForm, body)
}
