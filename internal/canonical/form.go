package canonical

import (
	"fmt"
	"strings"
)

// Form is a text of fixed lines: a header, then one line "name value" for each name, in this order, every line ended by
// one newline. No line may be missing, doubled, added or moved; values are visible ASCII.
type Form struct {
	// Header is the whole first line: what the text is and the version of the form, for example "tamga-record 1".
	Header string
	// Names are the first words of the other lines.
	Names []string
	// MaxBytes bounds the whole text.
	MaxBytes int
}

// FormError says where a text departs from its form. Line counts from 1; 0 means the text as a whole.
type FormError struct {
	Line int
	// Name is the name that the form has for this line; empty for the header and the text as a whole.
	Name string
}

// Error names the place.
func (e *FormError) Error() string {
	if e.Name == "" {
		return fmt.Sprintf("not in canonical form at line %d", e.Line)
	}
	return fmt.Sprintf("not in canonical form at line %d, %s", e.Line, e.Name)
}

// Print writes the text. It fails with a *FormError when the number of values is not that of the names, when a value is
// empty or has anything but visible ASCII, or when the text grows beyond MaxBytes.
func (f Form) Print(values []string) ([]byte, error) {
	if len(values) != len(f.Names) {
		return nil, &FormError{}
	}
	text := make([]byte, 0, f.MaxBytes)
	text = append(text, f.Header...)
	text = append(text, '\n')
	for i, name := range f.Names {
		if !Visible(values[i]) {
			return nil, &FormError{Line: i + 2, Name: name}
		}
		text = append(text, name...)
		text = append(text, ' ')
		text = append(text, values[i]...)
		text = append(text, '\n')
	}
	if len(text) > f.MaxBytes {
		return nil, &FormError{}
	}
	return text, nil
}

// Parse returns the values in the order of the names. Because every byte of the text is fixed by the form and the values,
// Print of the result is the same text.
func (f Form) Parse(text []byte) ([]string, error) {
	if len(text) > f.MaxBytes || len(text) == 0 || text[len(text)-1] != '\n' {
		return nil, &FormError{}
	}
	rest := string(text)
	header, rest, _ := strings.Cut(rest, "\n")
	if header != f.Header {
		return nil, &FormError{Line: 1}
	}
	values := make([]string, len(f.Names))
	for i, name := range f.Names {
		var line string
		var ended bool
		line, rest, ended = strings.Cut(rest, "\n")
		value, named := strings.CutPrefix(line, name+" ")
		if !ended || !named || !Visible(value) {
			return nil, &FormError{Line: i + 2, Name: name}
		}
		values[i] = value
	}
	if rest != "" {
		return nil, &FormError{Line: len(f.Names) + 2}
	}
	return values, nil
}

// Visible reports whether s is one or more visible ASCII characters, without spaces.
func Visible(s string) bool {
	for i := range len(s) {
		if s[i] <= ' ' || s[i] > '~' {
			return false
		}
	}
	return s != ""
}
