package album

import (
	"time"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// Head is what every answer begins with.
type Head struct {
	// ID is the answer's own identifier, RefID that of the document it answers.
	ID, RefID customs.DocumentID
	// SignerINN and AuthorityID name the owner and the register number of a machine-readable power of attorney.
	SignerINN, AuthorityID string
}

// Moment is a civil day and a time of day, as calendar and clock of the office show them.
type Moment struct {
	Day calendar.Date
	// Time is hh:mm:ss.
	Time string
}

// MomentOf returns the civil day and time of day of an instant in its own zone.
func MomentOf(at time.Time) Moment {
	year, month, day := at.Date()
	return Moment{Day: calendar.NewDate(year, month, day), Time: at.Format(time.TimeOnly)}
}

// Officer is who signed an answer; the zero Officer is nobody.
type Officer struct {
	// Name is the full name, Stamp the number of the personal stamp (ЛНП).
	Name, Stamp string
	// Office is the office named on the stamp.
	Office customs.OfficeCode
	// Signed is the day of signing, where the answer has one.
	Signed calendar.Date
}

// OfficerOf returns the actor as an answer names it.
func OfficerOf(actor customs.Actor) Officer {
	return Officer{Name: actor.ID, Stamp: actor.Stamp, Office: actor.Office}
}

// Reference is the number of a registered document as the album writes it.
type Reference struct {
	Number declaration.RegistrationNumber
	// Addition is the number of a change, where there is one.
	Addition string
}
