package album

import (
	"tamga/customs"
	"tamga/declaration"
)

var errorListForm = form{"ErrorList", links(
	headLinks(func(l *ErrorList) *Head { return &l.Head }), []link{
		date("SendDate", func(l *ErrorList) *day { return &l.Sent }),
		part("Customs", func(l *ErrorList) *declaration.Office { return &l.Office }, officeLinks),
		text("CheckVersion", func(l *ErrorList) *string { return &l.CheckVersion }),
		rows("BadDocument", func(l *ErrorList) *[]CheckedDocument { return &l.Documents }, []link{
			text("DocID", func(d *CheckedDocument) *customs.DocumentID { return &d.ID }),
			text("DocName", func(d *CheckedDocument) *string { return &d.Name }),
			text("DocModeID", func(d *CheckedDocument) *string { return &d.Mode }),
			rows("Error", func(d *CheckedDocument) *[]DocumentError { return &d.Errors }, documentErrorLinks),
		}),
	})}

var documentErrorLinks = []link{
	number("NumPP", func(e *DocumentError) *declaration.Number { return &e.Ordinal }),
	date("DateInf", func(e *DocumentError) *day { return &e.Found.Day }),
	text("TimeInf", func(e *DocumentError) *string { return &e.Found.Time }),
	text("ErrCode", func(e *DocumentError) *string { return &e.Code }),
	text("ErrCodeShort", func(e *DocumentError) *string { return &e.ShortCode }),
	text("ErrorName", func(e *DocumentError) *string { return &e.Name }),
	texts("ErrDescription", func(e *DocumentError) *[]string { return &e.Descriptions }),
	number("GTDGoodsNumber", func(e *DocumentError) *declaration.Number { return &e.Item }),
	text("ErrElement", func(e *DocumentError) *string { return &e.Element }),
	text("ErrField", func(e *DocumentError) *string { return &e.Box }),
	text("SuccessContent", func(e *DocumentError) *string { return &e.Expected }),
	text("DocValue", func(e *DocumentError) *string { return &e.Value }),
	text("ErrLevel", func(e *DocumentError) *string { return &e.Level }),
	part("CheckNormativeDocument", func(e *DocumentError) *NormativeAct { return &e.Act }, []link{
		text("CodeOrder", func(a *NormativeAct) *string { return &a.Code }),
		text("DocumentType", func(a *NormativeAct) *string { return &a.Kind }),
		text("OrganizationName", func(a *NormativeAct) *string { return &a.Issuer }),
		date("DocumentDate", func(a *NormativeAct) *day { return &a.Adopted }),
		text("DocumentNumber", func(a *NormativeAct) *string { return &a.Number }),
	}),
	text("ErrElementDesc", func(e *DocumentError) *string { return &e.ElementName }),
}
