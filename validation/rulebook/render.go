package rulebook

import (
	"io/fs"

	"tamga/customs"
	"tamga/duty"
	"tamga/internal/wording"
	"tamga/validation/documents"
	"tamga/validation/goods"
	"tamga/validation/parties"
	"tamga/validation/payments"
	"tamga/validation/shipment"
	"tamga/validation/transport"
	"tamga/validation/value"
)

// Book says findings in words: those of the rules and, when their texts were given, those of the reader.
type Book struct{ texts *wording.Catalogue }

// New returns a book with the texts of all rules and the others given, such as those of structural findings. A code
// that stands twice is an error.
func New(others ...*wording.Catalogue) (*Book, error) {
	all := others
	for _, texts := range []fs.FS{
		shipment.Texts, parties.Texts, transport.Texts, goods.Texts, value.Texts,
		documents.Texts, payments.Texts,
	} {
		catalogue, err := wording.Load(texts)
		if err != nil {
			return nil, err
		}
		all = append(all[:len(all):len(all)], catalogue)
	}
	merged, err := wording.Merge(all...)
	if err != nil {
		return nil, err
	}
	return &Book{texts: merged}, nil
}

// Render says in the language ("ru" or "en") what is wrong and what to do about it. An unknown code is said as itself,
// without advice.
func (b *Book) Render(finding *customs.Finding, language string) (text, fix string) {
	value := func(name string) string {
		if name == "reason" {
			return duty.Texts.Say(language, argument(finding, "problem"), "text", func(name string) string {
				return argument(finding, name)
			})
		}
		return argument(finding, name)
	}
	code := string(finding.Code)
	return b.texts.Say(language, code, "text", value), b.texts.Say(language, code, "fix", value)
}

// Texts returns the merged sentences of the book.
func (b *Book) Texts() *wording.Catalogue { return b.texts }

func argument(finding *customs.Finding, name string) string {
	switch name {
	case "found":
		return finding.Found
	case "expected":
		return finding.Expected
	}
	for _, arg := range finding.Args {
		if arg.Name == name {
			return arg.Value
		}
	}
	return ""
}
