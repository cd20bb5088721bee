package markup

import (
	"bytes"
	"unicode/utf8"
)

// reference steps over a reference to a predefined entity or a character.
func (s *Scanner) reference(at int) (int, *Fault) {
	// The longest is "&#x10FFFF;", leading zeros aside, which nobody writes.
	window := s.text[at:min(len(s.text), at+32)]
	length := bytes.IndexByte(window, ';')
	if length < 0 {
		return 0, &Fault{Code: FaultSyntax, Offset: at, Found: "&", Expected: ";"}
	}
	name := window[1:length]
	if _, known := resolve(name); !known {
		code := FaultEntity
		if len(name) == 0 || name[0] == '#' {
			code = FaultSyntax
		}
		return 0, &Fault{Code: code, Offset: at, Found: excerpt(name)}
	}
	return at + length + 1, nil
}

// resolve returns the character a reference stands for.
func resolve(name []byte) (rune, bool) {
	switch string(name) {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, radix := name[1:], rune(10)
	if digits[0] == 'x' {
		digits, radix = digits[1:], 16
	}
	return number(digits, radix)
}

func number(digits []byte, radix rune) (rune, bool) {
	var r rune
	for _, digit := range digits {
		value := digitValue(digit)
		if value >= radix || r > utf8.MaxRune {
			return 0, false
		}
		r = r*radix + value
	}
	allowed := r == '\t' || r == '\n' || r == '\r' || r >= ' ' && r != 0xFFFE && r != 0xFFFF && utf8.ValidRune(r)
	return r, len(digits) > 0 && allowed
}

func digitValue(digit byte) rune {
	switch {
	case digit >= '0' && digit <= '9':
		return rune(digit - '0')
	case digit >= 'a' && digit <= 'f':
		return rune(digit-'a') + 10
	case digit >= 'A' && digit <= 'F':
		return rune(digit-'A') + 10
	}
	return 16
}

// Characters appends to dst what the content of an element means: references resolved, line ends made "\n", sections
// opened, comments left out. The raw content must have been scanned without a fault and must not contain elements.
func Characters(dst, raw []byte) []byte {
	for len(raw) > 0 {
		special := bytes.IndexAny(raw, "&\r<")
		if special < 0 {
			return append(dst, raw...)
		}
		dst, raw = append(dst, raw[:special]...), raw[special:]
		switch {
		case raw[0] == '<':
			dst, raw = appendAside(dst, raw)
		default:
			dst, raw = appendSpecial(dst, raw)
		}
	}
	return dst
}

// appendAside takes a section or a comment off the front.
func appendAside(dst, raw []byte) (taken, rest []byte) {
	const section, comment = "<![CDATA[", "<!--"
	if hasPrefix(raw, section) {
		inner, rest, _ := bytes.Cut(raw[len(section):], []byte("]]>"))
		for len(inner) > 0 {
			plain := bytes.IndexByte(inner, '\r')
			if plain < 0 {
				return append(dst, inner...), rest
			}
			dst, inner = appendSpecial(append(dst, inner[:plain]...), inner[plain:])
		}
		return dst, rest
	}
	_, rest, _ = bytes.Cut(raw[min(len(raw), len(comment)):], []byte("-->"))
	return dst, rest
}

// appendSpecial takes a line end or a reference off the front.
func appendSpecial(dst, raw []byte) (taken, rest []byte) {
	if raw[0] == '\r' {
		if hasPrefix(raw, "\r\n") {
			return append(dst, '\n'), raw[2:]
		}
		return append(dst, '\n'), raw[1:]
	}
	end := bytes.IndexByte(raw, ';')
	if end < 0 {
		return append(dst, raw...), nil
	}
	r, _ := resolve(raw[1:end])
	return utf8.AppendRune(dst, r), raw[end+1:]
}

// AttributeValue appends to dst the value of an attribute: references resolved, white space made blanks. The raw
// value must have been scanned without a fault.
func AttributeValue(dst, raw []byte) []byte {
	for len(raw) > 0 {
		special := bytes.IndexAny(raw, "&\r\n\t")
		if special < 0 {
			return append(dst, raw...)
		}
		dst, raw = append(dst, raw[:special]...), raw[special:]
		switch {
		case raw[0] == '&':
			dst, raw = appendSpecial(dst, raw)
		case hasPrefix(raw, "\r\n"):
			dst, raw = append(dst, ' '), raw[2:]
		default:
			dst, raw = append(dst, ' '), raw[1:]
		}
	}
	return dst
}
