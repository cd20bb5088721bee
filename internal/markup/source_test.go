package markup

import (
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding/charmap"
)

// TestPositions: the same spot is found in every encoding and with every kind of line end.
func TestPositions(t *testing.T) {
	const head = "<?xml version='1.0' encoding='windows-1251'?>"
	const text = head + "\r\n<графа>\n\rТОВАР &amp; КОРОБКА</графа>"
	narrow, err := charmap.Windows1251.NewEncoder().String(text)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		body string
		want Position
	}{
		"windows-1251": {narrow, Position{Offset: len(head) + 2 + 7 + 2 + 12, Line: 4, Column: 13}},
		"UTF-8":        {text[len(head):], Position{Offset: 2 + 12 + 2 + 17, Line: 4, Column: 13}},
		"UTF-8 marked": {"\xEF\xBB\xBF" + text[len(head):], Position{Offset: 3 + 2 + 12 + 2 + 17, Line: 4, Column: 13}},
	} {
		t.Run(name, func(t *testing.T) {
			source, fault := Open([]byte(c.body), Limits{})
			if fault != nil {
				t.Fatal(fault)
			}
			var scanner Scanner
			scanner.Reset(source, nil, Limits{})
			for kind := scanner.Next(); kind != Text; kind = scanner.Next() {
				if kind == Failed {
					t.Fatal(scanner.Fault)
				}
			}
			if diff := cmp.Diff(c.want, source.Position(scanner.EndOffset-len("КОРОБКА"))); diff != "" {
				t.Error(diff)
			}
			end := source.Position(1 << 30)
			if end.Offset != len(c.body) {
				t.Errorf("the end is at %d of %d", end.Offset, len(c.body))
			}
		})
	}
}

func TestPositionWithoutSource(t *testing.T) {
	if got, want := PositionIn([]byte("a\nbc"), 3), (Position{Offset: 3, Line: 2, Column: 2}); got != want {
		t.Errorf("%+v, want %+v", got, want)
	}
}

// TestPositionsFarAway: a spot deep in a long line is where counting from the beginning says.
func TestPositionsFarAway(t *testing.T) {
	body := []byte("<a>" + strings.Repeat("ТОВАР ", 4000) + "\n" + strings.Repeat("x", 3*stride) + "</a>")
	source, fault := Open(body, Limits{})
	if fault != nil {
		t.Fatal(fault)
	}
	for _, offset := range []int{0, 1, stride - 1, stride, stride + 1, 20000, len(body) - stride, len(body) - 1, len(body)} {
		before := body[:offset]
		want := Position{offset, bytes.Count(before, []byte("\n")) + 1, utf8.RuneCount(before[bytes.LastIndexByte(before, '\n')+1:]) + 1}
		if got := source.Position(offset); got.Line != want.Line || got.Offset != offset || utf8.Valid(before) && got != want {
			t.Errorf("%d: %+v, want %+v", offset, got, want)
		}
	}
}
