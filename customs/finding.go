package customs

import (
	"cmp"
	"slices"
)

// Consequence is what the law makes of a finding. It is not a severity: a wrong amount does not refuse registration,
// however large it is.
type Consequence byte

// The consequences, from the gravest.
const (
	// TechnicalReject: the document cannot be read or its signature is not proved; nothing was filed.
	TechnicalReject Consequence = 'T'
	// RefuseRegistration: a ground of the closed list of art. 111(5).
	RefuseRegistration Consequence = 'R'
	// DemandChange: customs demands a change before release, art. 112(2).
	DemandChange Consequence = 'D'
	// RequestDocuments: customs asks for documents or explanations, art. 325.
	RequestDocuments Consequence = 'Q'
	// Advice: nothing follows; the declarant is told.
	Advice Consequence = 'W'
)

// String returns the letter of the consequence.
func (c Consequence) String() string { return string(rune(c)) }

// MarshalText writes the letter.
func (c Consequence) MarshalText() ([]byte, error) { return []byte{byte(c)}, nil }

// UnmarshalText reads the letter.
func (c *Consequence) UnmarshalText(text []byte) error {
	if len(text) != 1 {
		return &Error{Code: Invalid, Op: "read consequence", Subject: string(text)}
	}
	*c = Consequence(text[0])
	return nil
}

// Bars reports whether a document with such a finding cannot be registered.
func (c Consequence) Bars() bool { return c == TechnicalReject || c == RefuseRegistration }

// FindingCode names a finding for ever: a changed rule gets a new code.
type FindingCode string

// Finding is one thing that is wrong with a document: coded, cited and placed. Its text is rendered at the door, in
// the reader's language, from the code and the arguments.
type Finding struct {
	Code        FindingCode
	Consequence Consequence
	// Ground is the sub-paragraph of art. 111(5) on which registration is refused; empty for other consequences.
	Ground string
	// Box is the box of the declaration, for example "47"; empty when the finding is about the whole document.
	Box string
	// Item is the number of the goods item, from 1; 0 when the finding is about the declaration as a whole.
	Item int
	// Place is where in the received bytes.
	Place Place
	// Found is the value that stands there; empty when nothing does.
	Found string
	// Expected is the value or condition that was expected; empty when it cannot be said in a value.
	Expected string
	// Law cites the act, for example "ТК ЕАЭС ст. 111 п. 5".
	Law string
	// Args are further values for the text, by name.
	Args []Arg
}

// Arg is a named value for the text of a finding or of a line of explanation.
type Arg struct{ Name, Value string }

// Place is a spot in the received bytes.
type Place struct {
	// Path names the element, for example "/ESADout_CU/ESADout_CUGoodsShipment/ESADout_CUGoods[2]/NetWeightQuantity".
	Path string
	// Line and Column count from 1; columns count characters. Zero means the place is not known.
	Line, Column int
	// Offset and End bound the bytes, half open.
	Offset, End int
}

// SortFindings puts findings into their one order: item, box, place, code, found.
func SortFindings(findings []Finding) {
	slices.SortStableFunc(findings, func(a, b Finding) int {
		return cmp.Or(
			cmp.Compare(a.Item, b.Item),
			CompareBoxes(a.Box, b.Box),
			cmp.Compare(a.Place.Offset, b.Place.Offset),
			cmp.Compare(a.Code, b.Code),
			cmp.Compare(a.Found, b.Found),
		)
	})
}

// CompareBoxes orders boxes as they stand on the form: by number, letters last.
func CompareBoxes(a, b string) int {
	return cmp.Or(cmp.Compare(boxNumber(a), boxNumber(b)), cmp.Compare(a, b))
}

func boxNumber(box string) int {
	number := 0
	for i := range len(box) {
		if box[i] < '0' || box[i] > '9' {
			break
		}
		number = number*10 + int(box[i]-'0')
	}
	if number == 0 && box != "" {
		return 1000
	}
	return number
}

// Worst returns the gravest consequence among the findings, or 0 when there are none.
func Worst(findings []Finding) Consequence {
	var worst Consequence
	for _, finding := range findings {
		if worst == 0 || gravity(finding.Consequence) > gravity(worst) {
			worst = finding.Consequence
		}
	}
	return worst
}

func gravity(c Consequence) int {
	switch c {
	case TechnicalReject:
		return 5
	case RefuseRegistration:
		return 4
	case DemandChange:
		return 3
	case RequestDocuments:
		return 2
	case Advice:
		return 1
	}
	return 0
}
