package tape

import "tamga/internal/shape"

// Kind names what is wrong.
type Kind uint8

// The kinds of defect.
const (
	// UnknownDocument: the root is of no document of the shape. Found is its name and Space its namespace.
	UnknownDocument Kind = iota + 1
	// OtherVersion: the root is of a document of the shape but in another version of its namespace. Expected is the
	// namespace of the shape, Space the one found.
	OtherVersion
	// Missing: an element that must stand does not. Element is it; Node the parent.
	Missing
	// TooFew: an element stands less often than it must. Element is it; Node the parent.
	TooFew
	// TooMany: an element stands more often than it may.
	TooMany
	// OtherChoice: of a choice another element has already been taken. Expected is that one.
	OtherChoice
	// TooLate: an element stands behind one it must precede. Expected is that one.
	TooLate
	// TooEarly: an element stands before one it must follow. Expected is that one.
	TooEarly
	// Unknown: an element that may not stand here. Found is its name; Node the parent.
	Unknown
	// WrongSpace: an element has the right name in the wrong namespace. Space is the one found, Expected the right
	// one. An unknown namespace is named once for a document.
	WrongSpace
	// Characters: text stands between elements. Found is it.
	Characters
	// Value: a value does not meet a condition of its type. Breach says which, Found is the value.
	Value
	// Empty: a value is empty and may not be. Breach says which condition it does not meet.
	Empty
	// AttributeMissing: an attribute that must stand does not. Attribute is its name, Expected its value.
	AttributeMissing
	// AttributeValue: an attribute has another value than it must. Found is it.
	AttributeValue
	// AttributeUnknown: an attribute that may not stand here. Attribute is its name.
	AttributeUnknown
)

// Kinds lists all kinds, in the order above.
var Kinds = []Kind{
	UnknownDocument, OtherVersion, Missing, TooFew, TooMany, OtherChoice, TooLate, TooEarly, Unknown, WrongSpace, Characters,
	Value, Empty, AttributeMissing, AttributeValue, AttributeUnknown,
}

// Defect is one thing that is wrong with a document.
type Defect struct {
	Kind Kind
	// Node is the node it is about, or the parent of what is missing or unknown; -1 when there is no node.
	Node int32
	// Element is the declaration of the element it is about, or -1.
	Element int32
	// Breach says which condition a value does not meet.
	Breach shape.Breach
	// Start and End bound the bytes in the source's text; of what is missing, the end tag of its parent.
	Start, End int
	// Found and Expected are short texts for people; Space a namespace, Attribute a name.
	Found, Expected, Space, Attribute string
}

// maxFound keeps a hostile value from growing a defect.
const maxFound = 120

// shorten cuts a value to what a person wants to see of it, between characters.
func shorten(value []byte) string {
	if len(value) <= maxFound {
		return string(value)
	}
	cut := maxFound
	for cut > 0 && value[cut]&0xC0 == 0x80 {
		cut--
	}
	return string(value[:cut]) + "…"
}

// report adds a defect, or counts it beyond the limit.
func (r *Reader) report(defect Defect) {
	if defect.Node >= 0 {
		switch defect.Kind {
		case Missing, TooFew, Unknown:
		default:
			r.tape.Nodes[defect.Node].Flags |= Defective
		}
	}
	if len(r.tape.Defects) >= r.maxDefects {
		r.tape.More++
		return
	}
	r.tape.Defects = append(r.tape.Defects, defect)
}
