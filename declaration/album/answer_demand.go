package album

import "tamga/internal/compose"

func (d *ChangeDemand) fill(n compose.Node) {
	putHead(n, d.Head)
	putDate(n, "RequestDate", d.Made)
	n.Text("RequestNumber", d.Number)
	n.Prose("TKPunkt", d.Article)
	putOrganization(n.Part("Declarant"), d.Declarant)
	uncertainty := n.Part("Uncertainty")
	putProse(uncertainty, "UncertDescription", d.Discrepancies)
	for i := range d.Documents {
		document := &d.Documents[i]
		row := uncertainty.Row("BadDocument")
		row.Text("DocID", string(document.ID))
		row.Prose("DocName", document.Name)
		row.Text("DocModeID", document.Mode)
		for j := range document.Errors {
			document.Errors[j].fill(row.Row("ListError"))
		}
	}
	instruction := n.Part("Instruction")
	putDate(instruction, "DateLimit", d.Until)
	putProse(instruction, "InstructionDescription", d.Actions)
	putProse(instruction, "InstrDocument", d.Grounds)
	putOffice(n, "Customs", d.Office)
	putSigned(n, "CustomsPerson", unsignedDay(d.Officer))
	putRegistered(n, "GTDNumber", d.Declaration)
}

func (c *DemandedChange) fill(n compose.Node) {
	n.Text("ErrCode", c.Code)
	n.Prose("ErrorName", c.Name)
	n.Prose("ErrDescription", c.Description)
	putNumber(n, "GTDGoodsNumber", c.Item)
	n.Prose("ErrElement", c.Element)
	n.Prose("ErrField", c.Box)
	n.Prose("SuccessContent", c.Right)
	n.Text("ErrLevel", c.Level)
	n.Prose("CodeOrder", c.Act)
	n.Prose("ErrElementDesc", c.ElementName)
	n.Prose("CorrectValue", c.Expected)
}
