package album

import "tamga/internal/compose"

func (d *Decision) fill(n compose.Node) {
	putHead(n, d.Head)
	putProse(n, "Comments", d.Comments)
	n.Text("GTDDocumentID", string(d.Declaration))
	d.Resolution.fill(n.Part("GTDOutResolution"))
	for i := range d.Items {
		item := &d.Items[i]
		row := n.Row("GTDOutGoodsResolution")
		putNumber(row, "GoodsNumeric", item.Item)
		for j := range item.Resolutions {
			item.Resolutions[j].fill(row.Row("GTDOutGoodsResult"))
		}
		method := row.Part("CustCostMethod")
		method.Text("CustomsCostCorrectMark", item.ValueCorrected)
		method.Text("CustomsCostCorrectMethod", item.ValuationMethod)
	}
	putRegistered(n, "GTDID", d.Number)
	putRegistered(n, "AddID", d.Application)
}

func (r *Resolution) fill(n compose.Node) {
	n.Text("DecisionCode", string(r.Code))
	putDate(n, "DateInf", r.Made.Day)
	n.Text("TimeInf", r.Made.Time)
	n.Text("LNP", r.Officer.Stamp)
	n.Text("LNPCustomsCode", string(r.Officer.Office))
	putProse(n, "Foundation", r.Grounds)
	putProse(n, "ResolutionDesc", r.Texts)
	for i := range r.Foundations {
		foundation := &r.Foundations[i]
		row := n.Row("FoundationDes")
		row.Text("FoundationCode", foundation.Code)
		putProse(row, "FoundationText", foundation.Texts)
		row.Text("ResolutionCode", foundation.ResolutionCode)
		putProse(row, "ResolutionDescription", foundation.Resolutions)
	}
	n.Prose("PersonName", r.Officer.Name)
}
