package album

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// RegistrationRefusal tells that registration was refused and on what grounds (RepudDeclRegistration, 1006103E).
type RegistrationRefusal struct {
	Head
	// Number is that of the refusal itself.
	Number string
	// Sign is "0" for a refused correction (КДТ) and "1" for anything else, a declaration included.
	Sign string
	// Decided is when, as an instant with its zone: 2019-02-14T09:31:12+03:00.
	Decided string
	// Declarant is who filed.
	Declarant declaration.Party
	Grounds   []RefusalGround
	Officer   Officer
	// Declaration is the number of a declaration registered before, which a refused correction was to change.
	Declaration Reference
	// Request is the request that was refused.
	Request declaration.DocumentReference
}

// RefusalGround is one ground of art. 111(5) with what was found. Texts longer than an element holds are spread over
// several.
type RefusalGround struct {
	Code           string
	Texts, Remarks []string
}

// DecidedOn returns the civil day of the decision, or no date.
func (r RegistrationRefusal) DecidedOn() calendar.Date {
	return declaration.Header{Created: r.Decided}.Day()
}

// PrintRegistrationRefusal writes the refusal; an error tells that it lacks something the format demands.
func PrintRegistrationRefusal(refusal RegistrationRefusal) ([]byte, error) {
	return printAnswer(registrationRefusalForm, &refusal, refusal.ID)
}

// ReadRegistrationRefusal reads what PrintRegistrationRefusal writes; findings tell what is wrong with the document.
func ReadRegistrationRefusal(body []byte) (RegistrationRefusal, []customs.Finding) {
	return readAnswer[RegistrationRefusal](registrationRefusalForm, body)
}
