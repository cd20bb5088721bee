package markup

import (
	"bytes"
	"sync"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// Source is a received document ready to be scanned, and the map from its text back to the received bytes.
type Source struct {
	received []byte
	text     []byte
	// skip is how many received bytes stand before the text: the length of the byte order mark.
	skip int
	// narrow tells that one received byte is one character of the text.
	narrow bool
	once   sync.Once
	// index has a spot for every stride of the text, so that a spot is found in bounded time however long the lines.
	index []spot
}

// spot is a place in the text, counted in whole characters before it: in the document, in lines, in the line.
type spot struct{ character, line, column int }

// stride is how far the spots of the index are apart.
const stride = 4096

// Open finds the encoding of the bytes and transcodes them if it must; it does not read beyond the XML declaration
// otherwise. The bytes must not change afterwards.
func Open(received []byte, limits Limits) (*Source, *Fault) {
	limits = limits.orDefault()
	if len(received) > limits.Size {
		return nil, &Fault{Code: FaultSize, Offset: limits.Size, Limit: limits.Size}
	}
	if name := wide(received); name != "" {
		return nil, &Fault{Code: FaultEncoding, Found: name}
	}
	source := &Source{received: received, text: received}
	if mark := []byte("\xEF\xBB\xBF"); bytes.HasPrefix(received, mark) {
		source.skip, source.text = len(mark), received[len(mark):]
	}
	declared, fault := readDeclaration(source.text)
	if fault != nil {
		return nil, source.shifted(fault)
	}
	switch encoding := bytes.ToLower(declared.encoding); {
	case len(encoding) == 0 || string(encoding) == "utf-8":
		return source, nil
	case string(encoding) == "windows-1251" && source.skip == 0:
		return source.transcode()
	}
	return nil, source.shifted(&Fault{Code: FaultEncoding, Offset: declared.encodingAt, Found: excerpt(declared.encoding)})
}

// shifted turns a fault in the text into one in the received bytes.
func (s *Source) shifted(fault *Fault) *Fault {
	fault.Offset += s.skip
	return fault
}

// wide names an encoding of two or four bytes a character, recognised by its first bytes.
func wide(received []byte) string {
	for _, sign := range []struct{ bytes, name string }{
		{"\x00\x00\xFE\xFF", "UTF-32"}, {"\xFF\xFE\x00\x00", "UTF-32"}, {"\x00\x00\x00<", "UTF-32"}, {"<\x00\x00\x00", "UTF-32"},
		{"\xFE\xFF", "UTF-16"}, {"\xFF\xFE", "UTF-16"}, {"\x00<", "UTF-16"}, {"<\x00", "UTF-16"},
	} {
		if bytes.HasPrefix(received, []byte(sign.bytes)) {
			return sign.name
		}
	}
	return ""
}

// cyrillic has the UTF-8 form of each byte of windows-1251; nil for the one byte that is no character.
var cyrillic = func() (table [256][]byte) {
	for i := range table {
		if r := charmap.Windows1251.DecodeByte(byte(i)); r != utf8.RuneError {
			table[i] = utf8.AppendRune(nil, r)
		}
	}
	return table
}()

func (s *Source) transcode() (*Source, *Fault) {
	text := make([]byte, 0, len(s.received)+len(s.received)/2)
	for i, b := range s.received {
		if b < utf8.RuneSelf {
			text = append(text, b)
			continue
		}
		if cyrillic[b] == nil {
			return nil, badCharacter(i, b)
		}
		text = append(text, cyrillic[b]...)
	}
	s.text, s.narrow = text, true
	return s, nil
}

// Text is the document in UTF-8 without byte order mark. It must not be changed.
func (s *Source) Text() []byte { return s.text }

// Received is the document as it came. It must not be changed.
func (s *Source) Received() []byte { return s.received }

// Position is a spot in the received bytes.
type Position struct {
	// Offset counts received bytes from 0.
	Offset int
	// Line and Column count from 1; columns count characters.
	Line, Column int
}

// Position tells where the byte of the text stands in the received bytes. An offset behind the text is its end.
// It may be called from several goroutines.
func (s *Source) Position(offset int) Position {
	s.once.Do(s.survey)
	offset = max(0, min(offset, len(s.text)))
	at := s.index[offset/stride]
	for i := offset / stride * stride; i < offset; i++ {
		at.step(s.text, i)
	}
	position := Position{Offset: offset + s.skip, Line: at.line + 1, Column: at.column + 1}
	if s.narrow {
		position.Offset = at.character
	}
	return position
}

// survey makes the index.
func (s *Source) survey() {
	s.index = make([]spot, 0, len(s.text)/stride+1)
	var at spot
	for i := range s.text {
		if i%stride == 0 {
			s.index = append(s.index, at)
		}
		at.step(s.text, i)
	}
	if len(s.text)%stride == 0 {
		s.index = append(s.index, at)
	}
}

// step goes over a byte. Lines end where XML says: after a line feed, and after a carriage return without one.
func (p *spot) step(text []byte, i int) {
	b := text[i]
	if b&0xC0 != 0x80 {
		p.character++
		p.column++
	}
	lone := b == '\r' && (i+1 == len(text) || text[i+1] != '\n')
	if b == '\n' || lone {
		p.line, p.column = p.line+1, 0
	}
}
