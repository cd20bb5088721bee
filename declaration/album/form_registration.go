package album

import (
	"tamga/calendar"
	"tamga/declaration"
)

type day = calendar.Date

var registrationNoticeForm = form{"NotifGTDRegistration", links(
	headLinks(func(n *RegistrationNotice) *Head { return &n.Head }), []link{
		date("RegistrationDate", func(n *RegistrationNotice) *day { return &n.Registered.Day }),
		text("RegistrationTime", func(n *RegistrationNotice) *string { return &n.Registered.Time }),
		text("DocSign", func(n *RegistrationNotice) *string { return &n.Sign }),
		text("Comments", func(n *RegistrationNotice) *string { return &n.Comment }),
		part("Customs", func(n *RegistrationNotice) *declaration.Office { return &n.Office }, officeLinks),
		part("GTDID", func(n *RegistrationNotice) *Reference { return &n.Number }, referenceNumberLinks),
		part("CustomsPersonSignature", func(n *RegistrationNotice) *Officer { return &n.Officer }, officerLinks),
	})}

var registrationRefusalForm = form{"RepudDeclRegistration", links(
	headLinks(func(r *RegistrationRefusal) *Head { return &r.Head }), []link{
		text("RegNumber", func(r *RegistrationRefusal) *string { return &r.Number }),
		text("DocumentSign", func(r *RegistrationRefusal) *string { return &r.Sign }),
		text("DecisionDate", func(r *RegistrationRefusal) *string { return &r.Decided }),
		part("Organization", func(r *RegistrationRefusal) *declaration.Party { return &r.Declarant }, organizationLinks),
		rows("DescriptionReasons", func(r *RegistrationRefusal) *[]RefusalGround { return &r.Grounds }, []link{
			text("CodeReasonRefusal", func(g *RefusalGround) *string { return &g.Code }),
			texts("ReasonRefusal", func(g *RefusalGround) *[]string { return &g.Texts }),
			texts("Comment", func(g *RefusalGround) *[]string { return &g.Remarks }),
		}),
		part("CustomsPersonSignature", func(r *RegistrationRefusal) *Officer { return &r.Officer }, officerLinks),
		part("DeclRegNumber", func(r *RegistrationRefusal) *Reference { return &r.Declaration }, referenceNumberLinks),
		part("DeclarantRequest", func(r *RegistrationRefusal) *declaration.DocumentReference { return &r.Request }, referenceLinks),
	})}
