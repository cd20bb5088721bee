package markup

import (
	"bytes"
	"strconv"
	"strings"
)

// FaultCode names why reading ended. The list is closed.
type FaultCode string

// The limits that can be passed; Fault.Limit has the limit.
const (
	FaultSize       FaultCode = "size"
	FaultDepth      FaultCode = "depth"
	FaultElements   FaultCode = "elements"
	FaultAttributes FaultCode = "attributes"
)

// What the profile refuses although XML allows it.
const (
	// FaultEncoding: the bytes are in, or claim, an encoding that is not read. Found names it.
	FaultEncoding FaultCode = "encoding"
	// FaultVersion: the declaration names a version of XML other than 1.0.
	FaultVersion FaultCode = "version"
	// FaultDoctype: a document type declaration.
	FaultDoctype FaultCode = "doctype"
	// FaultInstruction: a processing instruction. Found is its target.
	FaultInstruction FaultCode = "instruction"
	// FaultEntity: a reference to an entity that is not predefined. Found is its name.
	FaultEntity FaultCode = "entity"
)

// What is not well-formed.
const (
	// FaultEmpty: there is no element at all.
	FaultEmpty FaultCode = "empty"
	// FaultCharacter: a byte sequence that is no character in the encoding, or a character XML forbids. Found is the
	// first byte, as in "0x98".
	FaultCharacter FaultCode = "character"
	// FaultDeclaration: the XML declaration is malformed.
	FaultDeclaration FaultCode = "declaration"
	// FaultSyntax: a tag, comment, reference or section is malformed.
	FaultSyntax FaultCode = "syntax"
	// FaultMismatch: an end tag does not answer the open element. Found is the tag, Expected the open element.
	FaultMismatch FaultCode = "mismatch"
	// FaultUnclosed: the bytes end inside an element or a tag. Expected is the open element.
	FaultUnclosed FaultCode = "unclosed"
	// FaultOutside: text or a second element outside the root element.
	FaultOutside FaultCode = "outside"
	// FaultPrefix: a prefix that is bound to no namespace, or bound where it may not be. Found is the prefix.
	FaultPrefix FaultCode = "prefix"
	// FaultDuplicate: one element has the same attribute twice. Found is its name.
	FaultDuplicate FaultCode = "duplicate"
)

// FaultCodes lists all codes, in the order above.
var FaultCodes = []FaultCode{
	FaultSize, FaultDepth, FaultElements, FaultAttributes,
	FaultEncoding, FaultVersion, FaultDoctype, FaultInstruction, FaultEntity,
	FaultEmpty, FaultCharacter, FaultDeclaration, FaultSyntax, FaultMismatch, FaultUnclosed, FaultOutside, FaultPrefix,
	FaultDuplicate,
}

// Fault is why reading ended: always the first reason in document order, and always final.
type Fault struct {
	Code FaultCode
	// Offset is where, in the Source's text; in the received bytes when there is no Source yet.
	Offset int
	// Found is what stands there, at most 100 bytes of it; Expected is what should.
	Found, Expected string
	// Limit is the limit that was passed.
	Limit int
}

// Error writes code, offset and what was found.
func (f *Fault) Error() string {
	text := "markup: " + string(f.Code) + " at byte " + strconv.Itoa(f.Offset)
	if f.Found != "" {
		text += ": " + strconv.Quote(f.Found)
	}
	return text
}

// excerpt keeps a hostile value from growing the fault, and the fault printable.
func excerpt(value []byte) string {
	return strings.ToValidUTF8(string(value[:min(len(value), 100)]), "")
}

// PositionIn tells where a byte of the received bytes stands when there is no Source to ask: columns count bytes.
func PositionIn(received []byte, offset int) Position {
	before := received[:max(0, min(offset, len(received)))]
	return Position{
		Offset: len(before),
		Line:   bytes.Count(before, []byte("\n")) + 1,
		Column: len(before) - bytes.LastIndexByte(before, '\n'),
	}
}
