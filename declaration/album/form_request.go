package album

import (
	"tamga/customs"
	"tamga/declaration"
)

var documentRequestForm = form{"ReqDataDecl", links(
	headLinks(func(r *DocumentRequest) *Head { return &r.Head }), []link{
		texts("DocSign", func(r *DocumentRequest) *[]string { return &r.Directions }),
		text("OtherReason", func(r *DocumentRequest) *string { return &r.OtherGround }),
		text("DocKind", func(r *DocumentRequest) *string { return &r.Regime }),
		date("ResolDate", func(r *DocumentRequest) *day { return &r.Decided }),
		text("OfficeName", func(r *DocumentRequest) *string { return &r.Office }),
		date("DateLimit", func(r *DocumentRequest) *day { return &r.Until }),
		flag("PreReleaseSign", func(r *DocumentRequest) *declaration.Flag { return &r.MayRelease }),
		flag("GuaranteeSign", func(r *DocumentRequest) *declaration.Flag { return &r.MaySecure }),
		date("DateGuarantee", func(r *DocumentRequest) *day { return &r.SecureUntil }),
		flag("ReleaseSign", func(r *DocumentRequest) *declaration.Flag { return &r.MayPresentLater }),
		date("DateRelease", func(r *DocumentRequest) *day { return &r.PresentUntil }),
		texts("Violations", func(r *DocumentRequest) *[]string { return &r.Signs }),
		text("DeclName", func(r *DocumentRequest) *string { return &r.Declarant }),
		part("GTDID", func(r *DocumentRequest) *Reference { return &r.Number }, referenceNumberLinks),
		rows("CustomsCostInf", func(r *DocumentRequest) *[]RequestPosition { return &r.Positions }, positionLinks),
		part("CustomsPerson", func(r *DocumentRequest) *Officer { return &r.Officer }, officerLinks),
	})}

var positionLinks = []link{
	number("Position", func(p *RequestPosition) *declaration.Number { return &p.Ordinal }),
	texts("CustCostInf", func(p *RequestPosition) *[]string { return &p.Statements }),
	texts("Comment", func(p *RequestPosition) *[]string { return &p.Remarks }),
	numbers("GoodNum", func(p *RequestPosition) *[]declaration.Number { return &p.Items }),
	rows("ReqDocuments", func(p *RequestPosition) *[]RequestedDocument { return &p.Documents }, []link{
		text("PrDocumentName", func(d *RequestedDocument) *string { return &d.Name }),
		text("PrDocumentNumber", func(d *RequestedDocument) *string { return &d.Number }),
		date("PrDocumentDate", func(d *RequestedDocument) *day { return &d.Date }),
		text("RequestPositionID", func(d *RequestedDocument) *customs.DocumentID { return &d.ID }),
		text("DocCode", func(d *RequestedDocument) *customs.DocumentKind { return &d.Kind }),
		text("CommKind", func(d *RequestedDocument) *string { return &d.Way }),
		texts("Comment", func(d *RequestedDocument) *[]string { return &d.Remarks }),
	}),
}
