package album

import (
	"tamga/customs"
	"tamga/declaration"
)

var decisionForm = form{"GTDoutCustomsMark", links(
	headLinks(func(d *Decision) *Head { return &d.Head }), []link{
		texts("Comments", func(d *Decision) *[]string { return &d.Comments }),
		text("GTDDocumentID", func(d *Decision) *customs.DocumentID { return &d.Declaration }),
		part("GTDOutResolution", func(d *Decision) *Resolution { return &d.Resolution }, resolutionLinks),
		rows("GTDOutGoodsResolution", func(d *Decision) *[]ItemDecision { return &d.Items }, []link{
			number("GoodsNumeric", func(i *ItemDecision) *declaration.Number { return &i.Item }),
			rows("GTDOutGoodsResult", func(i *ItemDecision) *[]Resolution { return &i.Resolutions }, resolutionLinks),
			group("CustCostMethod",
				text("CustomsCostCorrectMark", func(i *ItemDecision) *string { return &i.ValueCorrected }),
				text("CustomsCostCorrectMethod", func(i *ItemDecision) *string { return &i.ValuationMethod })),
		}),
		part("GTDID", func(d *Decision) *Reference { return &d.Number }, referenceNumberLinks),
		part("AddID", func(d *Decision) *Reference { return &d.Application }, referenceNumberLinks),
	})}

var resolutionLinks = []link{
	text("DecisionCode", func(r *Resolution) *customs.DecisionCode { return &r.Code }),
	date("DateInf", func(r *Resolution) *day { return &r.Made.Day }),
	text("TimeInf", func(r *Resolution) *string { return &r.Made.Time }),
	text("LNP", func(r *Resolution) *string { return &r.Officer.Stamp }),
	text("LNPCustomsCode", func(r *Resolution) *customs.OfficeCode { return &r.Officer.Office }),
	texts("Foundation", func(r *Resolution) *[]string { return &r.Grounds }),
	texts("ResolutionDesc", func(r *Resolution) *[]string { return &r.Texts }),
	rows("FoundationDes", func(r *Resolution) *[]Foundation { return &r.Foundations }, []link{
		text("FoundationCode", func(f *Foundation) *string { return &f.Code }),
		texts("FoundationText", func(f *Foundation) *[]string { return &f.Texts }),
		text("ResolutionCode", func(f *Foundation) *string { return &f.ResolutionCode }),
		texts("ResolutionDescription", func(f *Foundation) *[]string { return &f.Resolutions }),
	}),
	text("PersonName", func(r *Resolution) *string { return &r.Officer.Name }),
}
