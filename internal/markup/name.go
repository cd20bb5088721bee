package markup

import (
	"unicode"
	"unicode/utf8"
)

// plainName marks the bytes a name mostly has.
var plainName = func() (table [256]bool) {
	for b := range table {
		letter := b|0x20 >= 'a' && b|0x20 <= 'z'
		table[b] = letter || b >= '0' && b <= '9' || b == '_' || b == '-' || b == '.'
	}
	return table
}()

// name reads a qualified name: one or two parts with a colon between.
func (s *Scanner) name(start int) (Name, *Fault) {
	end := s.part(start)
	name := Name{start, start, end}
	if end > start && end < len(s.text) && s.text[end] == ':' {
		name.Local, name.End = end+1, s.part(end+1)
	}
	switch {
	case start >= len(s.text):
		return name, &Fault{Code: FaultUnclosed, Offset: len(s.text)}
	case name.End == name.Local:
		return name, &Fault{Code: FaultSyntax, Offset: name.End, Found: s.character(name.End)}
	case name.End < len(s.text) && (s.text[name.End] == ':' || s.text[name.End] >= utf8.RuneSelf):
		return name, &Fault{Code: FaultSyntax, Offset: name.End, Found: s.character(name.End)}
	}
	return name, nil
}

// part reads a name without colon and returns its end; the start itself when none stands there.
func (s *Scanner) part(start int) int {
	text, i := s.text, start
	if i < len(text) && (text[i] == '-' || text[i] == '.' || text[i] >= '0' && text[i] <= '9') {
		return start
	}
	for i < len(text) {
		for i < len(text) && plainName[text[i]] {
			i++
		}
		if i >= len(text) || text[i] < utf8.RuneSelf {
			return i
		}
		r, width := utf8.DecodeRune(text[i:])
		if r == utf8.RuneError && width <= 1 || !unicode.Is(nameLetters, r) && (i == start || !unicode.Is(nameFollowers, r)) {
			return i
		}
		i += width
	}
	return i
}

// character returns the character at the offset, whole.
func (s *Scanner) character(at int) string {
	if at >= len(s.text) {
		return ""
	}
	_, width := utf8.DecodeRune(s.text[at:])
	return string(s.text[at : at+width])
}

// nameLetters may begin a name, nameFollowers may only follow: XML 1.0, fifth edition, productions 4 and 4a, beyond
// ASCII.
var (
	nameLetters = &unicode.RangeTable{
		R16: []unicode.Range16{
			{0xC0, 0xD6, 1}, {0xD8, 0xF6, 1}, {0xF8, 0x2FF, 1}, {0x370, 0x37D, 1}, {0x37F, 0x1FFF, 1}, {0x200C, 0x200D, 1},
			{0x2070, 0x218F, 1}, {0x2C00, 0x2FEF, 1}, {0x3001, 0xD7FF, 1}, {0xF900, 0xFDCF, 1}, {0xFDF0, 0xFFFD, 1},
		},
		R32: []unicode.Range32{{0x10000, 0xEFFFF, 1}}, LatinOffset: 2,
	}
	nameFollowers = &unicode.RangeTable{
		R16:         []unicode.Range16{{0xB7, 0xB7, 1}, {0x300, 0x36F, 1}, {0x203F, 0x2040, 1}},
		LatinOffset: 1,
	}
)
