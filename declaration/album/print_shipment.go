package album

import (
	"tamga/declaration"
	"tamga/internal/compose"
)

func putShipment(n compose.Node, d *declaration.Declaration) {
	s := &d.Shipment
	n.Text("OriginCountryName", s.Origin.Name)
	n.Text("OriginCountryCode", string(s.Origin.Code))
	n.Text("RBOriginCountryCode", s.Origin.Region)
	putNumber(n, "SpecificationNumber", s.Specifications)
	putNumber(n, "SpecificationListNumber", s.SpecificationSheets)
	putNumber(n, "TotalGoodsNumber", s.ItemCount)
	putNumber(n, "TotalPackageNumber", s.PackageCount)
	putNumber(n, "TotalSheetNumber", s.SheetCount)
	putNumber(n, "TotalCustCost", s.CustomsValue)
	n.Text("CustCostCurrencyCode", string(s.CustomsValueCurrency))
	consignor := n.Part("ESADout_CUConsignor")
	putParty(consignor, s.Consignor)
	putSign(consignor, "EqualIndicator", s.Consignor.SameAsDeclarant)
	consignee := n.Part("ESADout_CUConsignee")
	putParty(consignee, s.Consignee)
	putSign(consignee, "EqualIndicator", s.Consignee.SameAsDeclarant)
	responsible := n.Part("ESADout_CUFinancialAdjustingResponsiblePerson")
	putParty(responsible, s.FinanciallyResponsible)
	putSign(responsible, "DeclarantEqualFlag", s.FinanciallyResponsible.SameAsDeclarant)
	putParty(n.Part("ESADout_CUDeclarant"), d.Declarant)
	putCarrier(n.Part("ESADout_CUCarrier"), &s.Carrier)
	for i := range s.Locations {
		putLocation(n.Row("ESADout_CUGoodsLocation"), &s.Locations[i])
	}
	putConsignment(n.Part("ESADout_CUConsigment"), &s.Consignment)
	putContract(n.Part("ESADout_CUMainContractTerms"), &s.Contract)
	for i := range s.Goods {
		putItem(n.Row("ESADout_CUGoods"), &s.Goods[i])
	}
	putPayments(n.Part("ESADout_CUPayments"), s)
	for _, g := range s.Guarantees {
		row := n.Row("Guarantee")
		row.Text("PaymentWayCode", g.Way)
		putNumber(row, "Amount", g.Amount)
		putReference(row.Part("GuaranteeDocDetails"), g.Document, "DocKindCode")
		row.Text("UNP", g.UNP)
		row.Text("BIC", g.BIC)
	}
	for i := range s.TransitGuarantees {
		putTransitGuarantee(n.Row("TDGuarantee"), &s.TransitGuarantees[i])
	}
}

func putLocation(n compose.Node, l *declaration.Location) {
	n.Text("InformationTypeCode", l.Kind)
	n.Text("CustomsOffice", string(l.Office))
	n.Text("CustomsCountryCode", string(l.Country))
	n.Text("LocationName", l.Station)
	n.Part("GoodsLocationPlace").Text("NumberCustomsZone", l.Place)
	putReference(n.Part("GoodsLocationWarehouse"), l.Warehouse, "PresentedDocumentModeCode")
	putOperator(n.Part("RegisterDocumentIdDetails"), l.AEO)
	vehicles := n.Part("Transport")
	vehicles.Text("TransporKind", l.VehicleMode)
	putTexts(vehicles, "TransporIdentifier", l.Vehicles)
	putAddress(n.Part("Address"), l.Address)
}

func putConsignment(n compose.Node, c *declaration.Consignment) {
	putFlag(n, "ContainerIndicator", c.Containerised)
	n.Text("DispatchCountryCode", string(c.Dispatch.Code))
	n.Text("RBDispatchCountryCode", c.Dispatch.Region)
	n.Text("DispatchCountryName", c.Dispatch.Name)
	n.Text("DestinationCountryCode", string(c.Destination.Code))
	n.Text("DestinationCountryName", c.Destination.Name)
	n.Text("RBDestinationCountryCode", c.Destination.Region)
	for _, office := range c.BorderOffices {
		row := n.Row("BorderCustomsOffice")
		row.Text("Code", string(office.Code))
		row.Text("OfficeName", office.Name)
		row.Text("CustomsCountryCode", office.Country)
	}
	putTransport(n.Part("ESADout_CUDepartureArrivalTransport"), &c.Arrival)
	putTransport(n.Part("ESADout_CUBorderTransport"), &c.Border)
	putTermination(n.Part("TDDeliveryPlace"), &c.TransitTermination)
	for i := range c.Transshipments {
		putTransshipment(n.Row("ESADout_CUReloadingInfo"), &c.Transshipments[i])
	}
}

func putTransport(n compose.Node, t *declaration.Transport) {
	n.Text("TransportModeCode", t.Mode)
	n.Text("TransportNationalityCode", string(t.Nationality))
	putNumber(n, "TransportMeansQuantity", t.Quantity)
	n.Text("MethodTransport", t.Line)
	putTexts(n, "NameObject", t.Meters)
	for i := range t.Means {
		putMeans(n.Row("RUTransportMeans"), &t.Means[i])
	}
}

func putMeans(n compose.Node, m *declaration.TransportMeans) {
	n.Text("VIN", m.VIN)
	n.Text("TransportKindCode", m.Kind)
	n.Text("TransportIdentifier", m.Identifier)
	n.Text("TransportMeansNationalityCode", string(m.Nationality))
	n.Text("ActiveTransportIdentifier", m.TrailerIdentifier)
	n.Text("TransportTypeName", m.Type)
	n.Text("TransportMarkCode", m.Mark)
	n.Text("TransportRegNumber", m.Registration)
}

func putContract(n compose.Node, c *declaration.Contract) {
	n.Text("ContractCurrencyCode", string(c.Currency))
	putNumber(n, "CurrencyQuantity", c.Nominal)
	putNumber(n, "ContractCurrencyRate", c.ExchangeRate)
	putNumber(n, "TotalInvoiceAmount", c.InvoiceTotal)
	n.Text("TradeCountryCode", string(c.TradingCountry.Code))
	n.Text("RBCountryCode", c.TradingCountry.Region)
	n.Text("DealFeatureCode", c.DealFeature)
	n.Text("DealNatureCode", c.DealNature)
	putDelivery(n.Part("CUESADDeliveryTerms"), &c.Delivery)
}

func putDelivery(n compose.Node, t *declaration.DeliveryTerms) {
	n.Text("DeliveryPlace", t.Place)
	n.Text("DeliveryTermsStringCode", t.Code)
	n.Text("DeliveryTermsRBCode", t.PlaceCode)
	n.Text("TransferPlace", t.Transfer)
}

func putPayments(n compose.Node, s *declaration.Shipment) {
	for i := range s.Payments {
		p := &s.Payments[i]
		row := n.Row("ESADout_CUCustomsPayment")
		row.Text("PaymentModeCode", string(p.Code))
		putNumber(row, "PaymentAmount", p.Amount)
		row.Text("PaymentCurrencyCode", p.Currency)
		putNumber(row, "CurrencyRate", p.ExchangeRate)
		row.Text("PaymentWayCode", p.Way)
		document := row.Part("PaymentDocument")
		putNamed(document, p.Document)
		document.Text("DocumentModeCode", string(p.Document.Kind))
		putDate(document, "PaymentDate", p.PaidOn)
		putTaxIDs(row, p.Payer)
	}
	for _, deferral := range s.Deferrals {
		row := n.Row("CUDelayPayments")
		row.Text("PaymentModeCode", string(deferral.Code))
		putDate(row, "EndDate", deferral.End)
		schedule := row.Part("PaymentSheduleDetails")
		putNumber(schedule, "ObjectOrdinal", deferral.Instalment)
		putDate(schedule, "EndDate", deferral.InstalmentEnd)
	}
}
