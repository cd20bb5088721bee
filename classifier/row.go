package classifier

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tamga/calendar"
	"tamga/customs"
)

// own are the columns that one list has besides those all have; they stand between `to` and `ru`.
var own = map[ListName][]string{
	Countries:  {"numeric"},
	Currencies: {"numeric", "digits"},
	Decisions:  {"group"},
	Documents:  {"group"},
	Units:      {"symbol"},
}

func columnsOf(name ListName) []string {
	return slices.Concat([]string{"code", "from", "to"}, own[name], []string{"ru", "en", "evidence"})
}

// row is one line of a file.
type row struct {
	file    string
	line    int
	columns []string
	values  []string
}

func (r row) value(column string) string {
	if at := slices.Index(r.columns, column); at >= 0 {
		return r.values[at]
	}
	return ""
}

func (r row) fault(format string, args ...any) error {
	return fmt.Errorf("%s:%d: %s", r.file, r.line, fmt.Sprintf(format, args...))
}

func (r row) entry() (Entry, error) {
	entry := Entry{
		Code: r.value("code"), RU: r.value("ru"), EN: r.value("en"), Evidence: Evidence(r.value("evidence")),
		Numeric: r.value("numeric"), Symbol: r.value("symbol"), Group: r.value("group"), Digits: -1,
	}
	if entry.EN == "" {
		entry.EN = entry.RU
	}
	from, to, err := r.days()
	if err != nil {
		return Entry{}, err
	}
	entry.From, entry.To = from, to
	if err := r.common(entry.Evidence); err != nil {
		return Entry{}, err
	}
	if entry.Numeric != "" && !digits(entry.Numeric, 3) {
		return Entry{}, r.fault("number %q: want three digits", entry.Numeric)
	}
	if text := r.value("digits"); text != "" {
		if entry.Digits, err = strconv.Atoi(text); err != nil || entry.Digits < 0 || entry.Digits > 4 {
			return Entry{}, r.fault("digits %q: want 0 to 4", text)
		}
	}
	return entry, nil
}

func (r row) office() (Office, error) {
	office := Office{
		Code: customs.OfficeCode(r.value("code")), Zone: r.value("zone"), Hours: r.value("hours"),
		RU: r.value("ru"), EN: r.value("en"), Evidence: Evidence(r.value("evidence")),
	}
	from, to, err := r.days()
	if err != nil {
		return Office{}, err
	}
	office.From, office.To = from, to
	if err := r.common(office.Evidence); err != nil {
		return Office{}, err
	}
	state, ok := stateOf(office.Code, r.value("state"))
	if !ok || !digits(string(office.Code), 8) {
		return Office{}, r.fault("office %q is no eight-digit code of state %q", office.Code, r.value("state"))
	}
	office.State = state
	if office.Zone == "" || office.Hours == "" || office.EN == "" {
		return Office{}, r.fault("office %s needs zone, hours and both names", office.Code)
	}
	switch r.value("fictional") {
	case "yes":
		office.Fictional = true
	case "no":
	default:
		return Office{}, r.fault("fictional %q: want yes or no", r.value("fictional"))
	}
	return office, nil
}

// common checks what every row has.
func (r row) common(evidence Evidence) error {
	for _, value := range r.values {
		if value != strings.TrimSpace(value) {
			return r.fault("%q has space at an end", value)
		}
	}
	if r.value("code") == "" || r.value("ru") == "" {
		return r.fault("code or Russian name is missing")
	}
	if evidence != Source && evidence != Verify {
		return r.fault("evidence %q: want source or verify", evidence)
	}
	return nil
}

func (r row) days() (from, to calendar.Date, err error) {
	if err := from.UnmarshalText([]byte(r.value("from"))); err != nil {
		return 0, 0, r.fault("%v", err)
	}
	if err := to.UnmarshalText([]byte(r.value("to"))); err != nil {
		return 0, 0, r.fault("%v", err)
	}
	if !to.IsZero() && to < from {
		return 0, 0, r.fault("ends %s before it begins %s", to, from)
	}
	return from, to, nil
}

func digits(text string, n int) bool {
	return len(text) == n && strings.Trim(text, "0123456789") == ""
}
