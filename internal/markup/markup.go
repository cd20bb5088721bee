// Package markup reads XML as a stream of tokens over bytes: one pass, no copies, every name resolved to its
// namespace, every limit kept.
//
// Open finds out how the bytes are encoded and returns a Source; a Scanner pulls tokens from it. Read source.go for
// encodings and for where an offset stands in the received bytes, scanner.go for the tokens, tag.go for elements and
// attributes, text.go for character data, fault.go for everything that ends the reading.
//
// The profile is narrow on purpose: XML 1.0 with namespaces, in UTF-8 or windows-1251. A document type declaration,
// a processing instruction, an entity other than the five predefined ones, and any passed limit are faults, found
// in constant memory. The package knows nothing of customs.
package markup

// Limits bound what a document may cost. A zero limit means the default.
type Limits struct {
	// Size is how many bytes may be received.
	Size int
	// Depth is how many elements may be open in one another.
	Depth int
	// Elements is how many elements there may be.
	Elements int
	// Attributes is how many attributes there may be in all, ElementAttributes on one element.
	Attributes, ElementAttributes int
}

// DefaultLimits allow a declaration of tens of thousands of lines and nothing that is made to harm.
var DefaultLimits = Limits{Size: 64 << 20, Depth: 64, Elements: 2_000_000, Attributes: 100_000, ElementAttributes: 64}

func (l Limits) orDefault() Limits {
	fill := func(value, standard int) int {
		if value == 0 {
			return standard
		}
		return value
	}
	return Limits{
		Size:              fill(l.Size, DefaultLimits.Size),
		Depth:             fill(l.Depth, DefaultLimits.Depth),
		Elements:          fill(l.Elements, DefaultLimits.Elements),
		Attributes:        fill(l.Attributes, DefaultLimits.Attributes),
		ElementAttributes: fill(l.ElementAttributes, DefaultLimits.ElementAttributes),
	}
}
