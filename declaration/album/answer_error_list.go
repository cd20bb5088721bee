package album

import "tamga/internal/compose"

func (l *ErrorList) fill(n compose.Node) {
	putHead(n, l.Head)
	putDate(n, "SendDate", l.Sent)
	putOffice(n, "Customs", l.Office)
	n.Prose("CheckVersion", l.CheckVersion)
	for i := range l.Documents {
		document := &l.Documents[i]
		row := n.Row("BadDocument")
		row.Text("DocID", string(document.ID))
		row.Prose("DocName", document.Name)
		row.Text("DocModeID", document.Mode)
		for j := range document.Errors {
			document.Errors[j].fill(row.Row("Error"))
		}
	}
}

func (e *DocumentError) fill(n compose.Node) {
	putNumber(n, "NumPP", e.Ordinal)
	putDate(n, "DateInf", e.Found.Day)
	n.Text("TimeInf", e.Found.Time)
	n.Text("ErrCode", e.Code)
	n.Text("ErrCodeShort", e.ShortCode)
	n.Prose("ErrorName", e.Name)
	putProse(n, "ErrDescription", e.Descriptions)
	putNumber(n, "GTDGoodsNumber", e.Item)
	n.Prose("ErrElement", e.Element)
	n.Prose("ErrField", e.Box)
	n.Prose("SuccessContent", e.Expected)
	n.Prose("DocValue", e.Value)
	n.Text("ErrLevel", e.Level)
	act := n.Part("CheckNormativeDocument")
	act.Text("CodeOrder", e.Act.Code)
	act.Prose("DocumentType", e.Act.Kind)
	act.Prose("OrganizationName", e.Act.Issuer)
	putDate(act, "DocumentDate", e.Act.Adopted)
	act.Text("DocumentNumber", e.Act.Number)
	n.Prose("ErrElementDesc", e.ElementName)
}
