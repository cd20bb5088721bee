package markup

// The namespaces XML itself binds.
const (
	xmlSpace   = "http://www.w3.org/XML/1998/namespace"
	xmlnsSpace = "http://www.w3.org/2000/xmlns/"
)

// spaces are the bindings of prefixes in scope and the numbers of namespaces.
type spaces struct {
	known []string
	// others are namespaces met that were not known, numbered behind the known ones.
	others   []string
	bindings []binding
	// last is the binding found last, or -1: neighbours mostly share their prefix. Once bindings have gone out of
	// scope it must be found anew, since another of the same prefix may now hide it.
	last int
}

type binding struct {
	prefix string
	space  int
}

func (s *spaces) reset(known []string) {
	s.known, s.others, s.last = known, s.others[:0], -1
	s.bindings = s.bindings[:0]
}

func (s *spaces) uri(space int) string {
	switch {
	case space < 0:
		return ""
	case space < len(s.known):
		return s.known[space]
	}
	return s.others[space-len(s.known)]
}

// number returns the number of a namespace, giving it one when it is new.
func (s *spaces) number(uri string) int {
	for i, known := range s.known {
		if known == uri {
			return i
		}
	}
	for i, other := range s.others {
		if other == uri {
			return len(s.known) + i
		}
	}
	s.others = append(s.others, uri)
	return len(s.known) + len(s.others) - 1
}

func (s *spaces) mark() int { return len(s.bindings) }

func (s *spaces) release(mark int) {
	if mark < len(s.bindings) {
		s.bindings, s.last = s.bindings[:mark], -1
	}
}

// find returns the number of the namespace bound to the prefix; no prefix and no default namespace is NoSpace.
func (s *spaces) find(prefix []byte) (space int, bound bool) {
	if s.last >= 0 && s.bindings[s.last].prefix == string(prefix) {
		return s.bindings[s.last].space, true
	}
	for i := len(s.bindings) - 1; i >= 0; i-- {
		if s.bindings[i].prefix == string(prefix) {
			s.last = i
			return s.bindings[i].space, true
		}
	}
	if string(prefix) == "xml" {
		return s.number(xmlSpace), true
	}
	return NoSpace, len(prefix) == 0
}

// bind takes an attribute that declares a namespace into scope and reports whether it was one.
func (s *Scanner) bind(a Attribute) (bool, *Fault) {
	prefix, local := s.text[a.Name.Start:a.Name.Local], s.text[a.Name.Local:a.Name.End]
	switch {
	case len(prefix) == 0 && string(local) == "xmlns":
		local = nil
	case string(prefix) != "xmlns:":
		return false, nil
	}
	uri := string(AttributeValue(nil, s.text[a.Value:a.ValueEnd]))
	reserved := uri == xmlnsSpace || string(local) == "xmlns" || (uri == xmlSpace) != (string(local) == "xml")
	if reserved || len(local) > 0 && uri == "" {
		return true, &Fault{Code: FaultPrefix, Offset: a.Name.Start, Found: excerpt(s.text[a.Name.Start:a.Name.End])}
	}
	space := NoSpace
	if uri != "" {
		space = s.spaces.number(uri)
	}
	s.spaces.bindings = append(s.spaces.bindings, binding{string(local), space})
	s.spaces.last = len(s.spaces.bindings) - 1
	return true, nil
}
