package album

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/markup"
	"tamga/internal/tape"
)

// form is an answer of customs: its root element and how the elements fill its struct.
type form struct {
	root  string
	links []link
}

func printAnswer(_ form, answer any, id customs.DocumentID) ([]byte, error) {
	return composeAnswer(answer, id)
}

// readAnswer reads an answer against the tables this program carries. Elements the struct has no field for are left
// aside.
func readAnswer[T any](f form, body []byte) (T, []customs.Finding) {
	var answer T
	source, fault := markup.Open(body, markup.Limits{})
	if fault != nil {
		return answer, []customs.Finding{unreadable(fault, markup.PositionIn(body, fault.Offset))}
	}
	format := Current()
	read := format.read(source, tape.Options{})
	s := survey{tape: read, format: format, root: -1, want: f.root}
	if len(read.Nodes) > 0 && read.Name(0) == f.root {
		s.root = 0
		filling := filling{tape: read, text: string(source.Text())}
		filling.fill(0, newPlan(format.shape, read.Declaration(0).Type, f.links), &answer)
	}
	document := declaration.Document{Defective: map[declaration.Ref]bool{}}
	s.report(&document)
	return answer, document.Findings
}

// headLinks tie what every answer begins with.
func headLinks[S any](at func(*S) *Head) []link {
	return []link{
		text("DocumentID", func(s *S) *customs.DocumentID { return &at(s).ID }),
		text("RefDocumentID", func(s *S) *customs.DocumentID { return &at(s).RefID }),
		text("INNSign", func(s *S) *string { return &at(s).SignerINN }),
		text("MCD_ID", func(s *S) *string { return &at(s).AuthorityID }),
	}
}

// referenceNumberLinks tie the number of a registered document.
var referenceNumberLinks = []link{
	text("CustomsCode", func(r *Reference) *customs.OfficeCode { return &r.Number.Office }),
	date("RegistrationDate", func(r *Reference) *day { return &r.Number.Day }),
	text("GTDNumber", func(r *Reference) *string { return &r.Number.Serial }),
	text("AddNumber", func(r *Reference) *string { return &r.Addition }),
	text("Code", func(r *Reference) *string { return &r.Addition }),
}

// officerLinks tie who signed.
var officerLinks = []link{
	text("PersonName", func(o *Officer) *string { return &o.Name }),
	text("LNP", func(o *Officer) *string { return &o.Stamp }),
	text("CustomsCode", func(o *Officer) *customs.OfficeCode { return &o.Office }),
	date("IssueDate", func(o *Officer) *day { return &o.Signed }),
}

// officeLinks tie an office with its name.
var officeLinks = []link{
	text("Code", func(o *declaration.Office) *customs.OfficeCode { return &o.Code }),
	text("OfficeName", func(o *declaration.Office) *string { return &o.Name }),
}

// organizationLinks tie a person as answers name one.
var organizationLinks = partyLinks(declaration.NoField)

func links(parts ...[]link) []link { return slices.Concat(parts...) }
