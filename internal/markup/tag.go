package markup

import "bytes"

// Attribute is one attribute of an element as it stands in the text. Value and ValueEnd bound its raw value;
// AttributeValue gives the value itself.
type Attribute struct {
	Name            Name
	Space           int
	Value, ValueEnd int
	// Binding tells that the attribute declares a namespace (xmlns or xmlns:prefix).
	Binding bool
}

// startTag reads a start tag or an empty element.
func (s *Scanner) startTag() Kind {
	name, fault := s.name(s.at + 1)
	if fault != nil {
		return s.fail(*fault)
	}
	s.elements++
	switch {
	case s.elements > s.limits.Elements:
		return s.fail(Fault{Code: FaultElements, Offset: s.at, Limit: s.limits.Elements})
	case len(s.open) >= s.limits.Depth:
		return s.fail(Fault{Code: FaultDepth, Offset: s.at, Limit: s.limits.Depth})
	}
	s.Attributes = s.Attributes[:0]
	bindings := s.spaces.mark()
	at := name.End
	if at >= len(s.text) || s.text[at] != '>' {
		if at, fault = s.attributeList(at); fault != nil {
			return s.fail(*fault)
		}
	}
	s.at, s.EndOffset, s.Name = at+1, at+1, name
	space, bound := s.spaces.find(s.text[name.Start:max(name.Start, name.Local-1)])
	if !bound {
		return s.unbound(name)
	}
	s.Space = space
	s.open = append(s.open, opened{name, space, bindings})
	return Start
}

// attributeList reads attributes up to the ">" of the tag and returns where that stands.
func (s *Scanner) attributeList(at int) (int, *Fault) {
	for {
		next := skipBlanks(s.text, at)
		switch {
		case next >= len(s.text):
			return 0, &Fault{Code: FaultUnclosed, Offset: next, Expected: excerpt(s.text[s.at+1 : at])}
		case s.text[next] == '>':
			return next, s.settle()
		case hasPrefix(s.text[next:], "/>"):
			s.closing = true
			return next + 1, s.settle()
		case next == at:
			return 0, &Fault{Code: FaultSyntax, Offset: at, Found: excerpt(s.text[at : at+1])}
		}
		var fault *Fault
		if at, fault = s.attribute(next); fault != nil {
			return 0, fault
		}
	}
}

// attribute reads one attribute and returns where it ends.
func (s *Scanner) attribute(at int) (int, *Fault) {
	name, fault := s.name(at)
	if fault != nil {
		return 0, fault
	}
	s.attributes++
	if limit := s.limits.ElementAttributes; len(s.Attributes) >= limit {
		return 0, &Fault{Code: FaultAttributes, Offset: at, Limit: limit}
	}
	if limit := s.limits.Attributes; s.attributes > limit {
		return 0, &Fault{Code: FaultAttributes, Offset: at, Limit: limit}
	}
	equals := skipBlanks(s.text, name.End)
	if equals >= len(s.text) || s.text[equals] != '=' {
		return 0, &Fault{Code: FaultSyntax, Offset: equals, Expected: "="}
	}
	quote := skipBlanks(s.text, equals+1)
	if quote >= len(s.text) || s.text[quote] != '"' && s.text[quote] != '\'' {
		return 0, &Fault{Code: FaultSyntax, Offset: quote, Expected: `"`}
	}
	end, fault := s.attributeEnd(quote)
	if fault != nil {
		return 0, fault
	}
	attribute := Attribute{Name: name, Space: NoSpace, Value: quote + 1, ValueEnd: end}
	attribute.Binding, fault = s.bind(attribute)
	s.Attributes = append(s.Attributes, attribute)
	return end + 1, fault
}

// attributeEnd finds the quote that ends a value and checks what stands before it.
func (s *Scanner) attributeEnd(quote int) (int, *Fault) {
	for i := quote + 1; i < len(s.text); {
		switch b := s.text[i]; {
		case b == s.text[quote]:
			return i, nil
		case b == '<':
			return 0, &Fault{Code: FaultSyntax, Offset: i, Found: "<"}
		case b == '&':
			end, fault := s.reference(i)
			if fault != nil {
				return 0, fault
			}
			i = end
		default:
			width := characterWidth(s.text[i:])
			if width == 0 {
				return 0, s.badCharacter(i)
			}
			i += width
		}
	}
	return 0, &Fault{Code: FaultUnclosed, Offset: len(s.text)}
}

// settle resolves the namespaces of the attributes, now that all bindings of the tag are known, and refuses one
// that stands twice.
func (s *Scanner) settle() *Fault {
	for i := range s.Attributes {
		a := &s.Attributes[i]
		if a.Name.Local > a.Name.Start && !a.Binding {
			space, bound := s.spaces.find(s.text[a.Name.Start : a.Name.Local-1])
			if !bound {
				return &Fault{Code: FaultPrefix, Offset: a.Name.Start, Found: excerpt(s.text[a.Name.Start : a.Name.Local-1])}
			}
			a.Space = space
		}
		for j := range i {
			if s.same(*a, s.Attributes[j]) {
				return &Fault{Code: FaultDuplicate, Offset: a.Name.Start, Found: excerpt(s.text[a.Name.Start:a.Name.End])}
			}
		}
	}
	return nil
}

// same compares expanded names; a binding is the same only as a binding of the same prefix.
func (s *Scanner) same(a, b Attribute) bool {
	return a.Space == b.Space && a.Binding == b.Binding &&
		bytes.Equal(s.text[a.Name.Local:a.Name.End], s.text[b.Name.Local:b.Name.End]) &&
		(!a.Binding || (a.Name.Local > a.Name.Start) == (b.Name.Local > b.Name.Start))
}

// endTag reads an end tag and compares it with the open element.
func (s *Scanner) endTag() Kind {
	if len(s.open) == 0 {
		return s.fail(Fault{Code: FaultOutside, Offset: s.at, Found: "</"})
	}
	name := s.open[len(s.open)-1].name
	begin := s.at + 2
	end := begin + name.End - name.Start
	if end < len(s.text) && string(s.text[begin:end]) == string(s.text[name.Start:name.End]) {
		if s.text[end] == '>' {
			s.at = end + 1
			return s.ended(begin, name)
		}
		if after := skipBlanks(s.text, end); after > end && after < len(s.text) && s.text[after] == '>' {
			s.at = after + 1
			return s.ended(begin, name)
		}
	}
	return s.badEndTag(begin)
}

func (s *Scanner) ended(begin int, name Name) Kind {
	s.EndOffset = s.at
	kind := s.close()
	s.Name = Name{begin, begin + name.Local - name.Start, begin + name.End - name.Start}
	return kind
}

// close takes the innermost element and its bindings off the stack.
func (s *Scanner) close() Kind {
	last := s.open[len(s.open)-1]
	s.open = s.open[:len(s.open)-1]
	s.spaces.release(last.bindings)
	s.Name, s.Space = last.name, last.space
	return End
}

func (s *Scanner) badEndTag(begin int) Kind {
	name, fault := s.name(begin)
	if fault != nil {
		return s.fail(*fault)
	}
	if name.End >= len(s.text) {
		return s.unclosed()
	}
	if found := s.text[name.Start:name.End]; string(found) != s.openName() {
		return s.fail(Fault{Code: FaultMismatch, Offset: s.at, Found: excerpt(found), Expected: s.openName()})
	}
	if skipBlanks(s.text, name.End) >= len(s.text) {
		return s.unclosed()
	}
	return s.fail(Fault{Code: FaultSyntax, Offset: name.End, Expected: ">"})
}

func (s *Scanner) unbound(name Name) Kind {
	return s.fail(Fault{Code: FaultPrefix, Offset: name.Start, Found: excerpt(s.text[name.Start : name.Local-1])})
}
