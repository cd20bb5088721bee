package shape

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"
)

// ValueKind is what a value is, as XML Schema names it.
type ValueKind string

// The kinds.
const (
	Text      ValueKind = "string"
	Token     ValueKind = "token"
	Boolean   ValueKind = "boolean"
	Decimal   ValueKind = "decimal"
	Integer   ValueKind = "integer"
	Date      ValueKind = "date"
	DateTime  ValueKind = "dateTime"
	Time      ValueKind = "time"
	Year      ValueKind = "gYear"
	YearMonth ValueKind = "gYearMonth"
	Duration  ValueKind = "duration"
	Binary    ValueKind = "base64Binary"
)

// forms check the lexical form of each kind.
var forms = map[ValueKind]func([]byte) bool{
	Text: nil, Token: nil,
	Boolean: isBoolean, Decimal: isDecimal, Integer: isInteger,
	Date: isDate, DateTime: isDateTime, Time: isTime, Year: isYear, YearMonth: isYearMonth, Duration: isDuration,
	Binary: isBinary,
}

// Breach is the first condition a value does not meet.
type Breach uint8

// The breaches, in the order in which they are looked for.
const (
	// Fits: the value meets all conditions.
	Fits Breach = iota
	// WrongForm: the value is not of the kind: not a number, no such day.
	WrongForm
	// TooShort and TooLong: fewer or more characters than allowed.
	TooShort
	TooLong
	// TooManyDigits and TooManyDecimals: more digits in all, or after the point, than allowed.
	TooManyDigits
	TooManyDecimals
	// TooSmall and TooLarge: outside the bounds.
	TooSmall
	TooLarge
	// WrongPattern: the characters do not follow the pattern.
	WrongPattern
	// NotListed: not one of the listed values.
	NotListed
)

// Simple is the type of a value.
type Simple struct {
	// Name is the name of the type in its schema.
	Name string
	// Kind is what the value is.
	Kind ValueKind
	// Least and Most bound the characters; Most is Unbounded when nothing does.
	Least, Most int
	// Digits and Decimals bound the digits in all and after the point; -1 when nothing does.
	Digits, Decimals int
	// From and To are the bounds of a number as they were written, "" when there is none.
	From, To string
	// Patterns are what the value must match, all of them.
	Patterns []string
	// Values are the only values allowed, when there are any.
	Values []string

	form     func([]byte) bool
	automata []*automaton
	from, to number
	// loose tells that no length is bounded, so that characters need not be counted.
	loose bool
	// numeric tells that digits or bounds are to be looked at.
	numeric bool
}

// Collapses reports whether white space around the value does not count and runs of it inside are one blank.
func (s *Simple) Collapses() bool { return s.Kind != Text }

// Check returns the first condition the value does not meet. White space must have been collapsed already where
// Collapses says so.
func (s *Simple) Check(value []byte) Breach {
	if s.form != nil && !s.form(value) {
		return WrongForm
	}
	if !s.loose {
		if breach := s.checkLength(value); breach != Fits {
			return breach
		}
	}
	if s.numeric {
		if breach := s.checkNumber(value); breach != Fits {
			return breach
		}
	}
	for _, automaton := range s.automata {
		if !automaton.match(value) {
			return WrongPattern
		}
	}
	if len(s.Values) > 0 && !slices.Contains(s.Values, string(value)) {
		return NotListed
	}
	return Fits
}

// checkLength counts characters only when the count of bytes leaves a doubt.
func (s *Simple) checkLength(value []byte) Breach {
	if s.Kind == Binary {
		return s.bounded(binaryLength(value))
	}
	n := len(value)
	if n <= s.Most && n >= s.Least*utf8.UTFMax {
		return Fits
	}
	return s.bounded(utf8.RuneCount(value))
}

func (s *Simple) bounded(length int) Breach {
	switch {
	case length < s.Least:
		return TooShort
	case length > s.Most:
		return TooLong
	}
	return Fits
}

func (s *Simple) checkNumber(value []byte) Breach {
	n := parseNumber(value)
	switch {
	case s.Digits >= 0 && n.digits() > s.Digits:
		return TooManyDigits
	case s.Decimals >= 0 && len(n.fraction) > s.Decimals:
		return TooManyDecimals
	case s.From != "" && n.compare(s.from) < 0:
		return TooSmall
	case s.To != "" && n.compare(s.to) > 0:
		return TooLarge
	}
	return Fits
}

// compileSimple reads the facets of a table.
func compileSimple(from TableSimple) (Simple, error) {
	form, known := forms[from.Kind]
	if !known {
		return Simple{}, fmt.Errorf("kind %q is not known", from.Kind)
	}
	s := Simple{Name: from.Name, Kind: from.Kind, Most: Unbounded, Digits: -1, Decimals: -1, form: form}
	for _, facet := range from.Facets {
		if err := s.take(facet); err != nil {
			return s, fmt.Errorf("%s %q: %w", facet.Name, facet.Value, err)
		}
	}
	s.loose = s.Least == 0 && s.Most == Unbounded
	s.numeric = s.Digits >= 0 || s.Decimals >= 0 || s.From != "" || s.To != ""
	if s.numeric && s.Kind != Decimal && s.Kind != Integer {
		return s, fmt.Errorf("digits or bounds of a %s", s.Kind)
	}
	return s, nil
}

func (s *Simple) take(facet Facet) (err error) {
	switch facet.Name {
	case "length":
		s.Least, err = strconv.Atoi(facet.Value)
		s.Most = s.Least
	case "least":
		s.Least, err = strconv.Atoi(facet.Value)
	case "most":
		s.Most, err = strconv.Atoi(facet.Value)
	case "digits":
		s.Digits, err = strconv.Atoi(facet.Value)
	case "decimals":
		s.Decimals, err = strconv.Atoi(facet.Value)
	case "from":
		s.From, s.from, err = bound(facet.Value)
	case "to":
		s.To, s.to, err = bound(facet.Value)
	case "pattern":
		var compiled *automaton
		compiled, err = compilePattern(facet.Value)
		s.Patterns, s.automata = append(s.Patterns, facet.Value), append(s.automata, compiled)
	case "value":
		s.Values = append(s.Values, facet.Value)
	default:
		err = fmt.Errorf("no such condition")
	}
	return err
}

func bound(text string) (string, number, error) {
	if !isDecimal([]byte(text)) {
		return "", number{}, fmt.Errorf("not a number")
	}
	return text, parseNumber([]byte(text)), nil
}

// Want says in a few characters what a value must be, for people: "2", "1–250", "≤ 20.2", the pattern, the list.
func (s *Simple) Want(breach Breach) string {
	switch breach {
	case WrongForm:
		return string(s.Kind)
	case TooShort, TooLong:
		if s.Least == s.Most {
			return strconv.Itoa(s.Least)
		}
		if s.Most == Unbounded {
			return "≥ " + strconv.Itoa(s.Least)
		}
		return strconv.Itoa(s.Least) + "–" + strconv.Itoa(s.Most)
	case TooManyDigits:
		return "≤ " + strconv.Itoa(s.Digits)
	case TooManyDecimals:
		return "≤ " + strconv.Itoa(s.Decimals)
	case TooSmall:
		return "≥ " + s.From
	case TooLarge:
		return "≤ " + s.To
	case WrongPattern:
		return strings.Join(s.Patterns, " & ")
	case NotListed:
		return strings.Join(s.Values, ", ")
	}
	return ""
}
