package album

import (
	"slices"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
)

// shipmentLinks tie the elements of the consignment of goods; the declarant stands among them.
var shipmentLinks = []link{
	text("OriginCountryCode", func(d *declared) *customs.Country { return &d.Shipment.Origin.Code }).is(declaration.FieldShipmentOrigin),
	text("OriginCountryName", func(d *declared) *string { return &d.Shipment.Origin.Name }).is(declaration.FieldShipmentOrigin),
	text("RBOriginCountryCode", func(d *declared) *string { return &d.Shipment.Origin.Region }).is(declaration.FieldShipmentOrigin),
	number("SpecificationNumber", func(d *declared) *declaration.Number { return &d.Shipment.Specifications }),
	number("SpecificationListNumber", func(d *declared) *declaration.Number { return &d.Shipment.SpecificationSheets }),
	number("TotalGoodsNumber", func(d *declared) *declaration.Number { return &d.Shipment.ItemCount }).is(declaration.FieldItemCount),
	number("TotalPackageNumber", func(d *declared) *declaration.Number { return &d.Shipment.PackageCount }).is(declaration.FieldPackageCount),
	number("TotalSheetNumber", func(d *declared) *declaration.Number { return &d.Shipment.SheetCount }).is(declaration.FieldSheetCount),
	number("TotalCustCost", func(d *declared) *declaration.Number { return &d.Shipment.CustomsValue }).is(declaration.FieldCustomsValueTotal),
	text("CustCostCurrencyCode", func(d *declared) *money.Currency { return &d.Shipment.CustomsValueCurrency }).is(declaration.FieldCustomsValueCurrency),
	part("ESADout_CUConsignor", func(d *declared) *declaration.Party { return &d.Shipment.Consignor },
		partyLinks(declaration.FieldConsignor)).is(declaration.FieldConsignor),
	part("ESADout_CUConsignee", func(d *declared) *declaration.Party { return &d.Shipment.Consignee },
		partyLinks(declaration.FieldConsignee)).is(declaration.FieldConsignee),
	part("ESADout_CUFinancialAdjustingResponsiblePerson", func(d *declared) *declaration.Party { return &d.Shipment.FinanciallyResponsible },
		partyLinks(declaration.FieldFinanciallyResponsible)).is(declaration.FieldFinanciallyResponsible),
	part("ESADout_CUDeclarant", func(d *declared) *declaration.Party { return &d.Declarant },
		partyLinks(declaration.FieldDeclarantTaxID)).is(declaration.FieldDeclarant),
	part("ESADout_CUCarrier", func(d *declared) *declaration.Carrier { return &d.Shipment.Carrier }, carrierLinks()),
	rows("ESADout_CUGoodsLocation", func(d *declared) *[]declaration.Location { return &d.Shipment.Locations }, locationLinks).is(declaration.FieldLocation),
	part("ESADout_CUConsigment", func(d *declared) *declaration.Consignment { return &d.Shipment.Consignment }, consignmentLinks),
	part("ESADout_CUMainContractTerms", func(d *declared) *declaration.Contract { return &d.Shipment.Contract }, contractLinks),
	rows("ESADout_CUGoods", func(d *declared) *[]declaration.GoodsItem { return &d.Shipment.Goods }, itemLinks).is(declaration.FieldItem),
	group("ESADout_CUPayments",
		rows("ESADout_CUCustomsPayment", func(d *declared) *[]declaration.Payment { return &d.Shipment.Payments }, paymentLinks).is(declaration.FieldPayment),
		rows("CUDelayPayments", func(d *declared) *[]declaration.Deferral { return &d.Shipment.Deferrals }, deferralLinks).is(declaration.FieldDeferral)),
	rows("Guarantee", func(d *declared) *[]declaration.Guarantee { return &d.Shipment.Guarantees }, guaranteeLinks).is(declaration.FieldGuarantee),
	rows("TDGuarantee", func(d *declared) *[]declaration.TransitGuarantee { return &d.Shipment.TransitGuarantees }, transitGuaranteeLinks()),
}

var locationLinks = []link{
	text("InformationTypeCode", func(l *declaration.Location) *string { return &l.Kind }).is(declaration.FieldLocationKind),
	text("CustomsOffice", func(l *declaration.Location) *customs.OfficeCode { return &l.Office }).is(declaration.FieldLocationOffice),
	text("CustomsCountryCode", func(l *declaration.Location) *customs.Country { return &l.Country }),
	text("LocationName", func(l *declaration.Location) *string { return &l.Station }),
	group("GoodsLocationPlace", text("NumberCustomsZone", func(l *declaration.Location) *string { return &l.Place })),
	part("GoodsLocationWarehouse", func(l *declaration.Location) *declaration.DocumentReference { return &l.Warehouse },
		referenceLinks).is(declaration.FieldLocationWarehouse),
	part("RegisterDocumentIdDetails", func(l *declaration.Location) *declaration.AEOCertificate { return &l.AEO }, operatorLinks),
	group("Transport",
		text("TransporKind", func(l *declaration.Location) *string { return &l.VehicleMode }),
		texts("TransporIdentifier", func(l *declaration.Location) *[]string { return &l.Vehicles })),
	part("Address", func(l *declaration.Location) *declaration.Address { return &l.Address }, addressLinks),
}

var consignmentLinks = []link{
	flag("ContainerIndicator", func(c *declaration.Consignment) *declaration.Flag { return &c.Containerised }).is(declaration.FieldContainerised),
	text("DispatchCountryCode", func(c *declaration.Consignment) *customs.Country { return &c.Dispatch.Code }).is(declaration.FieldDispatchCountry),
	text("RBDispatchCountryCode", func(c *declaration.Consignment) *string { return &c.Dispatch.Region }).is(declaration.FieldDispatchCountry),
	text("DispatchCountryName", func(c *declaration.Consignment) *string { return &c.Dispatch.Name }).is(declaration.FieldDispatchCountry),
	text("DestinationCountryCode", func(c *declaration.Consignment) *customs.Country { return &c.Destination.Code }).is(declaration.FieldDestinationCountry),
	text("DestinationCountryName", func(c *declaration.Consignment) *string { return &c.Destination.Name }).is(declaration.FieldDestinationCountry),
	text("RBDestinationCountryCode", func(c *declaration.Consignment) *string { return &c.Destination.Region }).is(declaration.FieldDestinationCountry),
	rows("BorderCustomsOffice", func(c *declaration.Consignment) *[]declaration.Office { return &c.BorderOffices }, []link{
		text("Code", func(o *declaration.Office) *customs.OfficeCode { return &o.Code }),
		text("OfficeName", func(o *declaration.Office) *string { return &o.Name }),
		text("CustomsCountryCode", func(o *declaration.Office) *string { return &o.Country }),
	}).is(declaration.FieldBorderOffice),
	part("ESADout_CUDepartureArrivalTransport", func(c *declaration.Consignment) *declaration.Transport { return &c.Arrival },
		transportLinks(declaration.FieldArrivalMode, declaration.FieldArrivalQuantity)).is(declaration.FieldArrivalTransport),
	part("ESADout_CUBorderTransport", func(c *declaration.Consignment) *declaration.Transport { return &c.Border },
		transportLinks(declaration.FieldBorderMode, declaration.FieldBorderQuantity)).is(declaration.FieldBorderTransport),
	part("TDDeliveryPlace", func(c *declaration.Consignment) *declaration.TransitTermination { return &c.TransitTermination }, terminationLinks),
	rows("ESADout_CUReloadingInfo", func(c *declaration.Consignment) *[]declaration.Transshipment { return &c.Transshipments }, transshipmentLinks),
}

func transportLinks(mode, quantity declaration.Field) []link {
	return []link{
		text("TransportModeCode", func(t *declaration.Transport) *string { return &t.Mode }).is(mode),
		text("TransportNationalityCode", func(t *declaration.Transport) *customs.Country { return &t.Nationality }),
		number("TransportMeansQuantity", func(t *declaration.Transport) *declaration.Number { return &t.Quantity }).is(quantity),
		text("MethodTransport", func(t *declaration.Transport) *string { return &t.Line }),
		texts("NameObject", func(t *declaration.Transport) *[]string { return &t.Meters }),
		rows("RUTransportMeans", func(t *declaration.Transport) *[]declaration.TransportMeans { return &t.Means }, meansLinks),
	}
}

var meansLinks = []link{
	text("VIN", func(m *declaration.TransportMeans) *string { return &m.VIN }),
	text("TransportKindCode", func(m *declaration.TransportMeans) *string { return &m.Kind }),
	text("TransportTypeName", func(m *declaration.TransportMeans) *string { return &m.Type }),
	text("TransportMarkCode", func(m *declaration.TransportMeans) *string { return &m.Mark }),
	text("TransportRegNumber", func(m *declaration.TransportMeans) *string { return &m.Registration }),
	text("TransportIdentifier", func(m *declaration.TransportMeans) *string { return &m.Identifier }),
	text("TransportMeansNationalityCode", func(m *declaration.TransportMeans) *customs.Country { return &m.Nationality }),
	text("ActiveTransportIdentifier", func(m *declaration.TransportMeans) *string { return &m.TrailerIdentifier }),
}

var contractLinks = []link{
	text("ContractCurrencyCode", func(c *declaration.Contract) *money.Currency { return &c.Currency }).is(declaration.FieldContractCurrency),
	number("CurrencyQuantity", func(c *declaration.Contract) *declaration.Number { return &c.Nominal }).is(declaration.FieldExchangeRate),
	number("ContractCurrencyRate", func(c *declaration.Contract) *declaration.Number { return &c.ExchangeRate }).is(declaration.FieldExchangeRate),
	number("TotalInvoiceAmount", func(c *declaration.Contract) *declaration.Number { return &c.InvoiceTotal }).is(declaration.FieldInvoiceTotal),
	text("TradeCountryCode", func(c *declaration.Contract) *customs.Country { return &c.TradingCountry.Code }).is(declaration.FieldTradingCountry),
	text("RBCountryCode", func(c *declaration.Contract) *string { return &c.TradingCountry.Region }).is(declaration.FieldTradingCountry),
	text("DealFeatureCode", func(c *declaration.Contract) *string { return &c.DealFeature }).is(declaration.FieldDealFeature),
	text("DealNatureCode", func(c *declaration.Contract) *string { return &c.DealNature }).is(declaration.FieldDealNature),
	part("CUESADDeliveryTerms", func(c *declaration.Contract) *declaration.DeliveryTerms { return &c.Delivery },
		deliveryLinks).is(declaration.FieldDelivery),
}

var deliveryLinks = []link{
	text("DeliveryPlace", func(t *declaration.DeliveryTerms) *string { return &t.Place }),
	text("DeliveryTermsStringCode", func(t *declaration.DeliveryTerms) *string { return &t.Code }),
	text("DeliveryTermsRBCode", func(t *declaration.DeliveryTerms) *string { return &t.PlaceCode }),
	text("TransferPlace", func(t *declaration.DeliveryTerms) *string { return &t.Transfer }),
}

var paymentLinks = slices.Concat([]link{
	text("PaymentModeCode", func(p *declaration.Payment) *customs.PaymentCode { return &p.Code }),
	number("PaymentAmount", func(p *declaration.Payment) *declaration.Number { return &p.Amount }).is(declaration.FieldPaymentAmount),
	text("PaymentCurrencyCode", func(p *declaration.Payment) *string { return &p.Currency }),
	number("CurrencyRate", func(p *declaration.Payment) *declaration.Number { return &p.ExchangeRate }),
	text("PaymentWayCode", func(p *declaration.Payment) *string { return &p.Way }),
	group("PaymentDocument", paymentDocumentLinks()...),
}, payerLinks())

// paymentDocumentLinks tie the document of a payment, and the day of payment that stands in it.
func paymentDocumentLinks() []link {
	document := slices.Clone(referenceLinks)
	for i := range document {
		document[i] = document[i].through(func(target any) any { return &target.(*declaration.Payment).Document })
	}
	return append(document, date("PaymentDate", func(p *declaration.Payment) *calendar.Date { return &p.PaidOn }))
}

func payerLinks() []link {
	links := taxIDLinks(func(p *declaration.Payment) *declaration.TaxIDs { return &p.Payer })
	for i := range links {
		links[i] = links[i].is(declaration.FieldPaymentPayer)
	}
	return links
}

var deferralLinks = []link{
	text("PaymentModeCode", func(d *declaration.Deferral) *customs.PaymentCode { return &d.Code }),
	date("EndDate", func(d *declaration.Deferral) *calendar.Date { return &d.End }),
	group("PaymentSheduleDetails",
		number("ObjectOrdinal", func(d *declaration.Deferral) *declaration.Number { return &d.Instalment }),
		date("EndDate", func(d *declaration.Deferral) *calendar.Date { return &d.InstalmentEnd })),
}

var guaranteeLinks = []link{
	text("PaymentWayCode", func(g *declaration.Guarantee) *string { return &g.Way }),
	number("Amount", func(g *declaration.Guarantee) *declaration.Number { return &g.Amount }),
	part("GuaranteeDocDetails", func(g *declaration.Guarantee) *declaration.DocumentReference { return &g.Document }, referenceLinks),
	text("UNP", func(g *declaration.Guarantee) *string { return &g.UNP }),
	text("BIC", func(g *declaration.Guarantee) *string { return &g.BIC }),
}
