package album

import (
	"tamga/calendar"
	"tamga/declaration"
	"tamga/internal/compose"
)

func (r *RegistrationNotice) fill(n compose.Node) {
	putHead(n, r.Head)
	putDate(n, "RegistrationDate", r.Registered.Day)
	n.Text("RegistrationTime", r.Registered.Time)
	n.Text("DocSign", r.Sign)
	n.Prose("Comments", r.Comment)
	putOffice(n, "Customs", r.Office)
	putRegistered(n, "GTDID", r.Number)
	putSigned(n, "CustomsPersonSignature", signedOn(r.Officer, r.Registered.Day))
}

func (r *RegistrationRefusal) fill(n compose.Node) {
	putHead(n, r.Head)
	n.Text("RegNumber", r.Number)
	n.Text("DocumentSign", r.Sign)
	n.Text("DecisionDate", r.Decided)
	putOrganization(n.Part("Organization"), r.Declarant)
	for i := range r.Grounds {
		ground := &r.Grounds[i]
		row := n.Row("DescriptionReasons")
		row.Text("CodeReasonRefusal", ground.Code)
		putProse(row, "ReasonRefusal", ground.Texts)
		putProse(row, "Comment", ground.Remarks)
	}
	putSigned(n, "CustomsPersonSignature", signedOn(r.Officer, r.DecidedOn()))
	putRegistered(n, "DeclRegNumber", r.Declaration)
	putNamed(n.Part("DeclarantRequest"), r.Request)
}

// signedOn gives the officer the day of the decision as day of signing when no other is said.
func signedOn(officer Officer, day calendar.Date) Officer {
	if officer.Signed.IsZero() {
		officer.Signed = day
	}
	return officer
}

// putOrganization adds name and identifiers of a person, which is all that answers tell of one.
func putOrganization(n compose.Node, p declaration.Party) {
	n.Prose("OrganizationName", p.Name)
	n.Prose("ShortName", p.ShortName)
	n.Text("OrganizationLanguage", p.Language)
	putTaxIDs(n, p.TaxIDs)
}
