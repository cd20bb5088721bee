package markup

// Kind tells what a token is.
type Kind uint8

// The kinds of token.
const (
	// Failed: reading ended at a fault; Scanner.Fault has it. No token follows.
	Failed Kind = iota
	// Done: the document ended well. No token follows.
	Done
	// Start: an element begins; Name, Space and Attributes tell which. An empty element gives Start and then End.
	Start
	// End: the innermost open element ends.
	End
	// Text: characters as they stand between tags, with references. Plain and Blank describe them.
	Text
	// Section: a CDATA section; Inner and InnerEnd bound its characters.
	Section
	// Comment: a comment.
	Comment
)

// NoSpace is the number of "no namespace".
const NoSpace = -1

// Name is a qualified name as it stands in the text: [Start, Local) is the prefix with its colon, [Local, End) the
// local part.
type Name struct{ Start, Local, End int }

// Scanner pulls tokens from a Source. The zero Scanner is ready for Reset and may be used again for other sources.
// It keeps no more than the open elements, the bindings of prefixes and the attributes of one element.
type Scanner struct {
	// Offset and EndOffset bound the current token in the text.
	Offset, EndOffset int
	// Name is the name of a Start or End token; Space the number of its namespace.
	Name  Name
	Space int
	// Attributes are those of a Start token, declarations of namespaces included; valid until the next token.
	Attributes []Attribute
	// Plain tells that a Text token has neither references nor carriage returns: its bytes are its characters.
	Plain bool
	// Blank tells that a Text token is only white space.
	Blank bool
	// Inner and InnerEnd bound the characters of a Section.
	Inner, InnerEnd int
	// Fault is why reading ended, after Failed.
	Fault *Fault

	text       []byte
	at         int
	limits     Limits
	open       []opened
	spaces     spaces
	elements   int
	attributes int
	// closing tells that the element just begun is empty and must end with the next token.
	closing bool
	rooted  bool
}

// opened is an open element: its name, and how many bindings stood before its own.
type opened struct {
	name     Name
	space    int
	bindings int
}

// Reset makes the scanner read another source. Known namespaces keep their index in known as their number; others
// get numbers behind. The scanner does not change known.
func (s *Scanner) Reset(source *Source, known []string, limits Limits) {
	*s = Scanner{
		text: source.text, limits: limits.orDefault(),
		Attributes: s.Attributes[:0], open: s.open[:0], spaces: s.spaces,
	}
	s.spaces.reset(known)
	// Open has accepted the declaration, so reading it again cannot fault.
	declared, _ := readDeclaration(source.text)
	s.at = declared.end
}

// Depth is how many elements are open, the one a Start token begins included.
func (s *Scanner) Depth() int { return len(s.open) }

// URI returns the namespace with the number, "" for NoSpace.
func (s *Scanner) URI(space int) string { return s.spaces.uri(space) }

// Next reads a token.
func (s *Scanner) Next() Kind {
	switch {
	case s.Fault != nil:
		return Failed
	case s.closing:
		s.closing = false
		s.Offset = s.EndOffset
		return s.close()
	case len(s.open) == 0:
		return s.outside()
	case s.at >= len(s.text):
		return s.unclosed()
	case s.text[s.at] != '<':
		return s.characters()
	}
	return s.markup()
}

// markup reads what begins with "<".
func (s *Scanner) markup() Kind {
	s.Offset = s.at
	if s.at+1 >= len(s.text) {
		return s.unclosed()
	}
	switch s.text[s.at+1] {
	case '/':
		return s.endTag()
	case '!':
		return s.exclamation()
	case '?':
		return s.instruction()
	}
	return s.startTag()
}

// outside reads before and after the root element.
func (s *Scanner) outside() Kind {
	s.at = skipBlanks(s.text, s.at)
	switch {
	case s.at >= len(s.text) && s.rooted:
		s.Offset, s.EndOffset = s.at, s.at
		return Done
	case s.at >= len(s.text):
		return s.fail(Fault{Code: FaultEmpty, Offset: s.at})
	case s.text[s.at] != '<':
		return s.fail(Fault{Code: FaultOutside, Offset: s.at, Found: excerpt(s.text[s.at:])})
	}
	kind := s.markup()
	outer := kind == Section || kind == Start && s.rooted
	if outer {
		return s.fail(Fault{Code: FaultOutside, Offset: s.Offset, Found: excerpt(s.text[s.Offset:s.EndOffset])})
	}
	s.rooted = s.rooted || kind == Start
	return kind
}

// exclamation reads a comment or a CDATA section, and refuses everything else that begins so.
func (s *Scanner) exclamation() Kind {
	rest := s.text[s.at:]
	switch {
	case hasPrefix(rest, "<!--"):
		return s.comment()
	case hasPrefix(rest, "<![CDATA["):
		return s.section()
	case hasPrefix(rest, "<!DOCTYPE"):
		return s.fail(Fault{Code: FaultDoctype, Offset: s.at})
	}
	return s.fail(Fault{Code: FaultSyntax, Offset: s.at, Found: excerpt(rest[:min(len(rest), 12)])})
}

func (s *Scanner) instruction() Kind {
	name, fault := s.name(s.at + 2)
	if fault != nil {
		return s.fail(*fault)
	}
	return s.fail(Fault{Code: FaultInstruction, Offset: s.at, Found: excerpt(s.text[name.Start:name.End])})
}

func (s *Scanner) unclosed() Kind {
	fault := Fault{Code: FaultUnclosed, Offset: len(s.text)}
	if len(s.open) > 0 {
		fault.Expected = s.openName()
	}
	return s.fail(fault)
}

func (s *Scanner) openName() string {
	name := s.open[len(s.open)-1].name
	return excerpt(s.text[name.Start:name.End])
}

func (s *Scanner) fail(fault Fault) Kind {
	s.Fault = &fault
	s.Offset, s.EndOffset = fault.Offset, fault.Offset
	return Failed
}

func hasPrefix(text []byte, prefix string) bool {
	return len(text) >= len(prefix) && string(text[:len(prefix)]) == prefix
}
