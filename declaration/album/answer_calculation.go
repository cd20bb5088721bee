package album

import (
	"tamga/declaration"
	"tamga/internal/compose"
)

func (c *PaymentCalculation) fill(n compose.Node) {
	putHead(n, c.Head)
	putHeader(n.Part("EECEDocHeaderAddInfo"), c.Document)
	id := n.Part("CPCID")
	id.Text("CustomsCode", string(c.Number.Number.Office))
	putDate(id, "RegistrationDate", c.Number.Number.Day)
	id.Text("GTDNumber", c.Number.Number.Serial)
	id.Text("Code", c.Number.Addition)
	n.Text("DeclarationKindCode", c.Kind)
	n.Text("EDocIndicatorCode", c.ElectronicMark)
	putNumber(n, "PageQuantity", c.Sheets)
	putNumber(n, "GoodsQuantity", c.Items)
	event := n.Part("PaymentCalculationEventDetails")
	event.Text("PaymentCalculationEventCode", c.Event)
	putDate(event, "EndDate", c.Due)
	putDate(event, "DutyTaxFeeRateDate", c.RateDay)
	payer := n.Part("PayerDetails")
	putParty(payer, c.Payer)
	putDemandedSign(payer, "InformationUnknownIndicator", c.PayerUnknown)
	c.goods(n.Part("GoodsShipmentDetails"))
	c.Officer.fill(n.Part("CustomsPersonSignature"))
}

func (c *PaymentCalculation) goods(n compose.Node) {
	putNumber(n, "CustomsValueAmount", c.CustomsValue)
	putOrigin(n.Part("OriginCountryDetails"), c.Origin)
	for i := range c.Goods {
		c.Goods[i].fill(n.Row("GoodsItemDetails"))
	}
	for i := range c.Totals {
		total := &c.Totals[i]
		row := n.Row("PaymentAmountDetails")
		row.Text("PaymentModeCode", string(total.Payment))
		putNumber(row, "PaymentAmount", total.Amount)
		row.Text("PaymentCurrencyCode", total.Currency)
	}
}

func (g *CalculatedItem) fill(n compose.Node) {
	putNumber(n, "GoodsNumeric", g.Ordinal)
	n.Text("GoodsTNVEDCode", string(g.Commodity))
	putProse(n, "GoodsDescription", g.Descriptions)
	putOrigin(n.Part("GoodsOriginCountryDetails"), g.Origin)
	putNumber(n, "CustomsValueAmount", g.CustomsValue)
	for i := range g.Documents {
		document := &g.Documents[i]
		row := n.Row("PresentedDocDetails")
		row.Prose("PrDocumentName", document.Name)
		row.Text("PrDocumentNumber", document.Number)
		putDate(row, "PrDocumentDate", document.Date)
		putDate(row, "DocStartDate", document.ValidFrom)
		putDate(row, "DocValidityDate", document.ValidTo)
		row.Text("CountryCode", string(document.Country))
		row.Text("DocKindCode", string(document.Kind))
		row.Part("DocArchIdDetails").Text("ElectronicDocumentID", document.ArchiveID)
	}
	for i := range g.Lines {
		g.Lines[i].fill(n.Row("GoodsItemPaymentDetails"))
	}
}

func (l *CalculationLine) fill(n compose.Node) {
	n.Text("PaymentModeCode", string(l.Payment))
	putNumber(n, "TaxBase", l.Base)
	n.Text("TaxBaseCurrencyCode", l.BaseCurrency)
	n.Text("TaxBaseQualifierCode", string(l.BaseUnit))
	n.Text("RateTypeCode", l.Rate.Type)
	putNumber(n, "Rate", l.Rate.Value)
	n.Text("RateTNVEDQualifierCode", string(l.Rate.Unit))
	n.Text("RateCurrencyCode", l.Rate.Currency)
	putNumber(n, "WeightingFactor", l.Rate.Factor)
	putDate(n, "RateUseDate", l.RateDate)
	n.Text("PaymentCode", l.Feature)
	putNumber(n, "PaymentAmount", l.Amount)
	n.Text("PaymentCurrencyCode", l.Currency)
}

func (o *CalculationOfficer) fill(n compose.Node) {
	n.Prose("PersonSurname", o.Surname)
	n.Prose("PersonName", o.Name)
	n.Prose("PersonMiddleName", o.MiddleName)
	n.Prose("PersonPost", o.Post)
	n.Text("LNP", o.Stamp)
	n.Text("CustomsCode", string(o.Office))
	putDate(n, "IssueDate", o.Signed)
}

func putOrigin(n compose.Node, country declaration.CountryName) {
	n.Text("CountryCode", string(country.Code))
	n.Prose("CountryName", country.Name)
	n.Text("TerritoryCode", country.Region)
}
