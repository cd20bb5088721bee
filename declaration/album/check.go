package album

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/markup"
	"tamga/internal/tape"
)

// Check reads any document of the album and returns its name, for example "KDTout_CU", and what is wrong with its form.
// The name is that of the root element, "" when there is none.
func Check(body []byte, options Options) (name string, findings []customs.Finding) {
	read, findings := options.check(body)
	if read != nil && len(read.Nodes) > 0 {
		name = read.Name(0)
	}
	return name, findings
}

// check reads a document; the tape is nil when not even its encoding is known.
func (o Options) check(body []byte) (*tape.Tape, []customs.Finding) {
	source, fault := markup.Open(body, markup.Limits{Size: o.MaxBytes})
	if fault != nil {
		return nil, []customs.Finding{unreadable(fault, markup.PositionIn(body, fault.Offset))}
	}
	format, read := o.tape(source)
	document := declaration.Document{Defective: map[declaration.Ref]bool{}}
	s := survey{tape: read, format: format, root: declarationNode(read)}
	if len(read.Nodes) > 0 {
		s.want = read.Name(0)
	}
	s.report(&document)
	return read, document.Findings
}
