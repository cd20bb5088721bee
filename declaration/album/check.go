package album

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/markup"
)

// Check reads any document of the album and returns its name, for example "KDTout_CU", and what is wrong with its form.
// The name is that of the root element, "" when there is none.
func Check(body []byte, options Options) (name string, findings []customs.Finding) {
	source, fault := markup.Open(body, markup.Limits{Size: options.MaxBytes})
	if fault != nil {
		return "", []customs.Finding{unreadable(fault, markup.PositionIn(body, fault.Offset))}
	}
	format, read := options.tape(source)
	document := declaration.Document{Defective: map[declaration.Ref]bool{}}
	s := survey{tape: read, format: format, root: declarationNode(read)}
	if len(read.Nodes) > 0 {
		s.want, name = read.Name(0), read.Name(0)
	}
	s.report(&document)
	return name, document.Findings
}
