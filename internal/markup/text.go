package markup

import (
	"bytes"
	"unicode/utf8"
)

// class sorts bytes of character data; the zero class needs no look.
type class uint8

const (
	ordinary class = iota
	opening        // <
	ampersand
	bracket
	carriage
	control
	wide2 // begins two bytes
	wideN // begins three or four bytes, or nothing at all
)

var classes = func() (table [256]class) {
	for b := range table {
		switch {
		case b == '<':
			table[b] = opening
		case b == '&':
			table[b] = ampersand
		case b == ']':
			table[b] = bracket
		case b == '\r':
			table[b] = carriage
		case b < ' ' && b != '\t' && b != '\n':
			table[b] = control
		case b >= 0xC2 && b <= 0xDF:
			table[b] = wide2
		case b >= utf8.RuneSelf:
			table[b] = wideN
		}
	}
	return table
}()

// characters reads character data up to the next "<".
func (s *Scanner) characters() Kind {
	text, i := s.text, s.at
	s.Offset, s.Plain = i, true
	for i < len(text) && (text[i] == ' ' || text[i] == '\n' || text[i] == '\t' || text[i] == '\r') {
		s.Plain = s.Plain && text[i] != '\r'
		i++
	}
	s.Blank = i < len(text) && text[i] == '<'
	for i < len(text) {
		kind := classes[text[i]]
		switch {
		case kind == ordinary:
			i++
			continue
		case kind == wide2 && i+1 < len(text) && text[i+1]&0xC0 == 0x80:
			i += 2
			continue
		case kind == opening:
			s.at, s.EndOffset = i, i
			return Text
		}
		end, fault := s.special(i)
		if fault != nil {
			return s.fail(*fault)
		}
		s.Plain = s.Plain && kind != ampersand && kind != carriage
		i = end
	}
	return s.unclosed()
}

// special steps over what characters does not take at a glance.
func (s *Scanner) special(i int) (int, *Fault) {
	switch s.text[i] {
	case '&':
		return s.reference(i)
	case ']':
		if hasPrefix(s.text[i:], "]]>") {
			return 0, &Fault{Code: FaultSyntax, Offset: i, Found: "]]>"}
		}
	case '\r':
	default:
		width := characterWidth(s.text[i:])
		if width == 0 {
			return 0, s.badCharacter(i)
		}
		return i + width, nil
	}
	return i + 1, nil
}

// characterWidth returns how many bytes the character at the front takes; 0 when there is none XML allows.
func characterWidth(text []byte) int {
	b := text[0]
	if b < utf8.RuneSelf {
		if b < ' ' && b != '\t' && b != '\n' && b != '\r' {
			return 0
		}
		return 1
	}
	r, width := utf8.DecodeRune(text)
	if r == utf8.RuneError && width <= 1 || r == 0xFFFE || r == 0xFFFF {
		return 0
	}
	return width
}

func (s *Scanner) badCharacter(i int) *Fault { return badCharacter(i, s.text[i]) }

func badCharacter(at int, b byte) *Fault {
	const digits = "0123456789ABCDEF"
	return &Fault{Code: FaultCharacter, Offset: at, Found: "0x" + string([]byte{digits[b>>4], digits[b&15]})}
}

// comment reads a comment, which may not contain "--".
func (s *Scanner) comment() Kind {
	begin := s.at + len("<!--")
	end := bytes.Index(s.text[begin:], []byte("--"))
	switch {
	case end < 0:
		return s.fail(Fault{Code: FaultUnclosed, Offset: len(s.text), Expected: "-->"})
	case !hasPrefix(s.text[begin+end:], "-->"):
		return s.fail(Fault{Code: FaultSyntax, Offset: begin + end, Found: "--"})
	}
	if fault := s.check(begin, begin+end); fault != nil {
		return s.fail(*fault)
	}
	s.at = begin + end + len("-->")
	s.EndOffset = s.at
	return Comment
}

// section reads a CDATA section.
func (s *Scanner) section() Kind {
	begin := s.at + len("<![CDATA[")
	end := bytes.Index(s.text[begin:], []byte("]]>"))
	if end < 0 {
		return s.fail(Fault{Code: FaultUnclosed, Offset: len(s.text), Expected: "]]>"})
	}
	if fault := s.check(begin, begin+end); fault != nil {
		return s.fail(*fault)
	}
	s.Inner, s.InnerEnd = begin, begin+end
	s.at = begin + end + len("]]>")
	s.EndOffset = s.at
	return Section
}

// check looks for forbidden characters.
func (s *Scanner) check(at, end int) *Fault {
	for at < end {
		width := characterWidth(s.text[at:end])
		if width == 0 {
			return s.badCharacter(at)
		}
		at += width
	}
	return nil
}
