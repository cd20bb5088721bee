package album

import "tamga/internal/compose"

func (r *DocumentRequest) fill(n compose.Node) {
	putHead(n, r.Head)
	putTexts(n, "DocSign", r.Directions)
	n.Prose("OtherReason", r.OtherGround)
	n.Text("DocKind", r.Regime)
	putDate(n, "ResolDate", r.Decided)
	n.Prose("OfficeName", r.Office)
	putDate(n, "DateLimit", r.Until)
	putSign(n, "PreReleaseSign", r.MayRelease)
	putSign(n, "GuaranteeSign", r.MaySecure)
	putDate(n, "DateGuarantee", r.SecureUntil)
	putDemandedSign(n, "ReleaseSign", r.MayPresentLater)
	putDate(n, "DateRelease", r.PresentUntil)
	putProse(n, "Violations", r.Signs)
	n.Prose("DeclName", r.Declarant)
	putRegistered(n, "GTDID", r.Number)
	for i := range r.Positions {
		r.Positions[i].fill(n.Row("CustomsCostInf"))
	}
	putSigned(n, "CustomsPerson", unsignedDay(r.Officer))
}

func (p *RequestPosition) fill(n compose.Node) {
	putNumber(n, "Position", p.Ordinal)
	putProse(n, "CustCostInf", p.Statements)
	putProse(n, "Comment", p.Remarks)
	for _, item := range p.Items {
		putNumber(n, "GoodNum", item)
	}
	for i := range p.Documents {
		document := &p.Documents[i]
		row := n.Row("ReqDocuments")
		row.Prose("PrDocumentName", document.Name)
		row.Text("PrDocumentNumber", document.Number)
		putDate(row, "PrDocumentDate", document.Date)
		row.Text("RequestPositionID", string(document.ID))
		row.Text("DocCode", string(document.Kind))
		row.Text("CommKind", document.Way)
		putProse(row, "Comment", document.Remarks)
	}
}

// unsignedDay drops the day of signing, for documents that have no element for it.
func unsignedDay(officer Officer) Officer {
	officer.Signed = 0
	return officer
}
