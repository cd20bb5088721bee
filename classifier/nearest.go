package classifier

import (
	"strings"
	"unicode/utf8"

	"tamga/calendar"
)

// Nearest guesses which code of the day was meant by one that is not in the list: first one that looks the same
// (Latin letters for Cyrillic ones, small letters, spaces), else the only one a single slip away: a sign
// changed, left out, put in, or two neighbours swapped. When nothing or more than one thing fits, there is no guess.
func (l *List) Nearest(code string, on calendar.Date) (Entry, bool) {
	meant := appearance(code)
	if meant == "" {
		return Entry{}, false
	}
	var close Entry
	found := 0
	for _, entry := range l.entries {
		if !on.IsZero() && !on.Within(entry.From, entry.To) {
			continue
		}
		looks := appearance(entry.Code)
		if looks == meant {
			return entry, true
		}
		if slip(looks, meant) && entry.Code != close.Code {
			close = entry
			found++
		}
	}
	// In a list of two-sign codes everything is one slip from everything: such a guess would mislead.
	if found != 1 || utf8.RuneCountInString(meant) < 2 {
		return Entry{}, false
	}
	return close, true
}

// twins writes Cyrillic capitals as the Latin capitals and digits they are mistaken for.
var twins = strings.NewReplacer(
	"А", "A", "В", "B", "Е", "E", "К", "K", "М", "M", "Н", "H", "О", "O", "Р", "P", "С", "C", "Т", "T", "У", "Y",
	"Х", "X", "І", "I", "З", "3", " ", "", "\u00a0", "",
)

// appearance is what a code looks like: equal for codes a reader cannot tell apart.
func appearance(code string) string { return twins.Replace(strings.ToUpper(code)) }

// slip reports whether one change of a sign, one lost or added sign, or one swap of neighbours makes a of b.
func slip(a, b string) bool {
	x, y := []rune(a), []rune(b)
	if len(x) > len(y) {
		x, y = y, x
	}
	if len(y)-len(x) > 1 {
		return false
	}
	at := 0
	for at < len(x) && x[at] == y[at] {
		at++
	}
	if len(x) != len(y) {
		return string(x[at:]) == string(y[at+1:])
	}
	if at == len(x) {
		return false
	}
	if string(x[at+1:]) == string(y[at+1:]) {
		return true
	}
	return at+1 < len(x) && x[at] == y[at+1] && x[at+1] == y[at] && string(x[at+2:]) == string(y[at+2:])
}
