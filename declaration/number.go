package declaration

import (
	"fmt"
	"strings"

	"tamga/calendar"
	"tamga/customs"
)

// RegistrationNumber is the number of a registered declaration: office, day and serial of the office in the calendar
// year. It prints as 10702030/140219/5000123.
type RegistrationNumber struct {
	Office customs.OfficeCode
	Day    calendar.Date
	Serial string
}

// NewNumber returns the number with the serial in seven digits.
func NewNumber(office customs.OfficeCode, day calendar.Date, serial int64) RegistrationNumber {
	return RegistrationNumber{Office: office, Day: day, Serial: fmt.Sprintf("%07d", serial)}
}

// IsZero reports whether there is no number.
func (n RegistrationNumber) IsZero() bool { return n == RegistrationNumber{} }

// String writes the number as it is printed on the form; no number is "".
func (n RegistrationNumber) String() string {
	if n.IsZero() {
		return ""
	}
	return n.Office.Printed() + "/" + n.Day.Compact() + "/" + n.Serial
}

// Key writes the number with the full office code, so that it names one declaration in the whole Union.
func (n RegistrationNumber) Key() string {
	if n.IsZero() {
		return ""
	}
	return string(n.Office) + "/" + n.Day.Compact() + "/" + n.Serial
}

// ParseNumber reads what Key writes. The century is the present one.
func ParseNumber(text string) (RegistrationNumber, error) {
	parts := strings.Split(text, "/")
	if len(parts) != 3 || len(parts[1]) != 6 || len(parts[2]) == 0 || len(parts[2]) > 7 {
		return RegistrationNumber{}, &customs.Error{Code: customs.Invalid, Op: "read declaration number", Subject: text}
	}
	day, err := calendar.ParseDate("20" + parts[1][4:] + "-" + parts[1][2:4] + "-" + parts[1][:2])
	if err != nil {
		return RegistrationNumber{}, &customs.Error{Code: customs.Invalid, Op: "read declaration number", Subject: text, Err: err}
	}
	return RegistrationNumber{Office: customs.OfficeCode(parts[0]), Day: day, Serial: parts[2]}, nil
}
