package album

import (
	"tamga/customs"
	"tamga/declaration"
)

// RegistrationNotice tells that a document was registered and its number (NotifGTDRegistration, 1004051E).
type RegistrationNotice struct {
	Head
	// Registered is when.
	Registered Moment
	// Sign says what was registered: "0" a goods declaration.
	Sign    string
	Comment string
	Office  declaration.Office
	Number  Reference
	// Officer is nobody when the system registered.
	Officer Officer
}

// PrintRegistrationNotice writes the notice; an error tells that it lacks something the format demands.
func PrintRegistrationNotice(notice RegistrationNotice) ([]byte, error) {
	return printAnswer(registrationNoticeForm, &notice, notice.ID)
}

// ReadRegistrationNotice reads what PrintRegistrationNotice writes; findings tell what is wrong with the document.
func ReadRegistrationNotice(body []byte) (RegistrationNotice, []customs.Finding) {
	return readAnswer[RegistrationNotice](registrationNoticeForm, body)
}
