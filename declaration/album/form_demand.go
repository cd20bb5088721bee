package album

import (
	"tamga/customs"
	"tamga/declaration"
)

var changeDemandForm = form{"ReqCorrectedData", links(
	headLinks(func(d *ChangeDemand) *Head { return &d.Head }), []link{
		date("RequestDate", func(d *ChangeDemand) *day { return &d.Made }),
		text("RequestNumber", func(d *ChangeDemand) *string { return &d.Number }),
		text("TKPunkt", func(d *ChangeDemand) *string { return &d.Article }),
		part("Declarant", func(d *ChangeDemand) *declaration.Party { return &d.Declarant }, organizationLinks),
		group("Uncertainty",
			texts("UncertDescription", func(d *ChangeDemand) *[]string { return &d.Discrepancies }),
			rows("BadDocument", func(d *ChangeDemand) *[]DisputedDocument { return &d.Documents }, []link{
				text("DocID", func(d *DisputedDocument) *customs.DocumentID { return &d.ID }),
				text("DocName", func(d *DisputedDocument) *string { return &d.Name }),
				text("DocModeID", func(d *DisputedDocument) *string { return &d.Mode }),
				rows("ListError", func(d *DisputedDocument) *[]DemandedChange { return &d.Errors }, demandedChangeLinks),
			})),
		group("Instruction",
			date("DateLimit", func(d *ChangeDemand) *day { return &d.Until }),
			texts("InstructionDescription", func(d *ChangeDemand) *[]string { return &d.Actions }),
			texts("InstrDocument", func(d *ChangeDemand) *[]string { return &d.Grounds })),
		part("Customs", func(d *ChangeDemand) *declaration.Office { return &d.Office }, officeLinks),
		part("CustomsPerson", func(d *ChangeDemand) *Officer { return &d.Officer }, officerLinks),
		part("GTDNumber", func(d *ChangeDemand) *Reference { return &d.Declaration }, referenceNumberLinks),
	})}

var demandedChangeLinks = []link{
	text("ErrCode", func(c *DemandedChange) *string { return &c.Code }),
	text("ErrorName", func(c *DemandedChange) *string { return &c.Name }),
	text("ErrDescription", func(c *DemandedChange) *string { return &c.Description }),
	number("GTDGoodsNumber", func(c *DemandedChange) *declaration.Number { return &c.Item }),
	text("ErrElement", func(c *DemandedChange) *string { return &c.Element }),
	text("ErrField", func(c *DemandedChange) *string { return &c.Box }),
	text("SuccessContent", func(c *DemandedChange) *string { return &c.Right }),
	text("ErrLevel", func(c *DemandedChange) *string { return &c.Level }),
	text("CodeOrder", func(c *DemandedChange) *string { return &c.Act }),
	text("ErrElementDesc", func(c *DemandedChange) *string { return &c.ElementName }),
	text("CorrectValue", func(c *DemandedChange) *string { return &c.Expected }),
}
