package compose

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tamga/internal/shape"
)

// Prose adds a text for people, fitted into what the element may hold: a longer one is split over repeats at blanks
// where the element repeats, and what still does not fit is cut with "…". White space around it is dropped; an empty
// text adds nothing.
func (n Node) Prose(name, text string) {
	text = strings.TrimSpace(text)
	if n.document == nil || text == "" {
		return
	}
	most, rows := n.room(name)
	for rows > 1 && utf8.RuneCountInString(text) > most {
		line, rest := split(text, most)
		n.Text(name, line)
		text = rest
		rows--
	}
	if rows > 0 {
		n.Text(name, Shorten(text, most))
	}
}

// room returns how many characters an element of the name may hold and how many more of it may stand.
func (n Node) room(name string) (most, rows int) {
	d := n.document
	parent := d.declaration(n.index)
	if parent == nil || parent.Type < 0 {
		return shape.Unbounded, 1
	}
	at := d.shape.Child(parent.Type, name)
	if at < 0 || d.shape.Elements[at].Simple < 0 {
		return shape.Unbounded, 1
	}
	rows = d.shape.Elements[at].Most
	for i := d.nodes[n.index].first; i >= 0; i = d.nodes[i].next {
		if int(d.nodes[i].element) == at {
			rows--
		}
	}
	return d.shape.Simples[d.shape.Elements[at].Simple].Most, rows
}

// Shorten returns the text in at most most characters, the last of them "…" when something was cut.
func Shorten(text string, most int) string {
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	if most < 1 {
		return ""
	}
	return strings.TrimRightFunc(text[:offset(text, most-1)], unicode.IsSpace) + "…"
}

// split cuts the text after at most most characters, at a blank in the second half where there is one.
func split(text string, most int) (line, rest string) {
	cut := offset(text, most)
	if blank := strings.LastIndexFunc(text[:cut], unicode.IsSpace); blank > cut/2 && !startsWithSpace(text[cut:]) {
		cut = blank
	}
	return strings.TrimRightFunc(text[:cut], unicode.IsSpace), strings.TrimLeftFunc(text[cut:], unicode.IsSpace)
}

func startsWithSpace(text string) bool {
	r, _ := utf8.DecodeRuneInString(text)
	return unicode.IsSpace(r)
}

// offset returns where the character of that number begins.
func offset(text string, number int) int {
	for i := range text {
		if number == 0 {
			return i
		}
		number--
	}
	return len(text)
}
