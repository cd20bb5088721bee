package classifier

import (
	"tamga/calendar"
	"tamga/customs"
)

// Office is a customs office as the reference data know it.
type Office struct {
	// Code is the eight-digit form, the state's number in front where the state prints five digits.
	Code customs.OfficeCode
	// From and To bound the days on which the office works, both included; a zero side is open.
	From, To calendar.Date
	// State is the member state the office belongs to.
	State customs.State
	// Zone and Hours are ids in the calendar book: calendar.Book.Zone and calendar.Book.Hours.
	Zone, Hours string
	// Fictional marks an office made up for demonstrations; no real declaration goes there.
	Fictional bool
	// RU and EN are its names.
	RU, EN string
	// Evidence is how sure the project is of the row.
	Evidence Evidence
}

// Office returns the office of the code: eight digits, or the five that Kazakhstan and Belarus print when one office
// only prints so.
func (b *Book) Office(code customs.OfficeCode) (Office, bool) {
	at, ok := b.byCode[code]
	if !ok || at < 0 {
		return Office{}, false
	}
	return b.offices[at], true
}

// Offices returns all offices by code. The caller must not change them.
func (b *Book) Offices() []Office { return b.offices }

// ambiguous stands in the index for a printed code that two offices share.
const ambiguous = -1

func indexOffices(offices []Office) map[customs.OfficeCode]int {
	index := make(map[customs.OfficeCode]int, 2*len(offices))
	for at, office := range offices {
		if printed := customs.OfficeCode(office.Code.Printed()); printed != office.Code {
			if _, taken := index[printed]; taken {
				index[printed] = ambiguous
				continue
			}
			index[printed] = at
		}
	}
	for at, office := range offices {
		index[office.Code] = at
	}
	return index
}
