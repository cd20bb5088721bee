package album

import (
	"slices"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
)

type item = declaration.GoodsItem

// itemLinks tie the elements of a goods item, boxes 31 to 47.
var itemLinks = slices.Concat(detailLinks, []link{
	text("GoodFeatures", func(g *item) *string { return &g.Feature }).is(declaration.FieldOrdinal),
	number("GoodsNumeric", func(g *item) *declaration.Number { return &g.Ordinal }).is(declaration.FieldOrdinal),
	texts("GoodsDescription", func(g *item) *[]string { return &g.Descriptions }).is(declaration.FieldDescription),
	number("GrossWeightQuantity", func(g *item) *declaration.Number { return &g.GrossMassKG }).is(declaration.FieldGrossMass),
	number("NetWeightQuantity", func(g *item) *declaration.Number { return &g.NetMassKG }).is(declaration.FieldNetMass),
	number("NetWeightQuantity2", func(g *item) *declaration.Number { return &g.CleanNetMassKG }).is(declaration.FieldCleanNetMass),
	number("InvoicedCost", func(g *item) *declaration.Number { return &g.InvoiceValue }).is(declaration.FieldInvoiceValue),
	text("InvoicedCurrencyCode", func(g *item) *money.Currency { return &g.InvoiceCurrency }).is(declaration.FieldInvoiceCurrency),
	number("InvoicedCurrencyQuantity", func(g *item) *declaration.Number { return &g.InvoiceNominal }),
	date("InvoicedCurrencyDate", func(g *item) *calendar.Date { return &g.InvoiceRateDate }),
	number("InvoicedCurrencyRate", func(g *item) *declaration.Number { return &g.InvoiceExchangeRate }),
	number("CustomsCost", func(g *item) *declaration.Number { return &g.CustomsValue }).is(declaration.FieldCustomsValue),
	number("StatisticalCost", func(g *item) *declaration.Number { return &g.StatisticalValue }).is(declaration.FieldStatisticalValue),
	text("GoodsTNVEDCode", func(g *item) *customs.CommodityCode { return &g.Commodity }).is(declaration.FieldCommodity),
	text("GoodsClassificationCode", func(g *item) *string { return &g.ClassificationMark }),
	texts("RestrictionSign", func(g *item) *[]string { return &g.RestrictionMarks }),
	text("AdditionalSign", func(g *item) *string { return &g.ProhibitionMark }).is(declaration.FieldProhibitionMark),
	text("IntellectPropertySign", func(g *item) *string { return &g.IPMark }).is(declaration.FieldIPMark),
	text("GoodsTraceabilityCode", func(g *item) *string { return &g.TraceabilityMark }),
	text("CIMSign", func(g *item) *string { return &g.IdentificationMark }),
	text("GoodsAddTNVEDCode", func(g *item) *string { return &g.AdditionalCommodityCode }),
	text("OriginCountryCode", func(g *item) *customs.Country { return &g.Origin.Code }).is(declaration.FieldOrigin),
	text("OriginCountryName", func(g *item) *string { return &g.Origin.Name }).is(declaration.FieldOrigin),
	text("RBOriginCountryCode", func(g *item) *string { return &g.Origin.Region }).is(declaration.FieldOrigin),
	group("PrefOriginCountry",
		text("CountryCode", func(g *item) *customs.Country { return &g.PreferentialOrigin.Code }),
		text("CountryName", func(g *item) *string { return &g.PreferentialOrigin.Name }),
		text("RBCountryCode", func(g *item) *string { return &g.PreferentialOrigin.Region })).is(declaration.FieldPreferentialOrigin),
	text("CustomsCostCorrectMethod", func(g *item) *string { return &g.ValuationMethod }).is(declaration.FieldValuationMethod),
	number("AdditionalSheetCount", func(g *item) *declaration.Number { return &g.AdditionalSheets }).is(declaration.FieldSheetCount),
	rows("GoodsGroupDescription", func(g *item) *[]declaration.GoodsGroup { return &g.Groups }, groupLinks).is(declaration.FieldGroup),
	part("Preferencii", func(g *item) *declaration.Preference { return &g.Preference }, []link{
		text("CustomsTax", func(p *declaration.Preference) *string { return &p.Fee }),
		text("CustomsDuty", func(p *declaration.Preference) *string { return &p.Duty }),
		text("Excise", func(p *declaration.Preference) *string { return &p.Excise }),
		text("Rate", func(p *declaration.Preference) *string { return &p.VAT }),
	}).is(declaration.FieldPreference),
	rows("ESADout_CUPresentedDocument", func(g *item) *[]declaration.PresentedDocument { return &g.Documents }, presentedLinks).is(declaration.FieldPresentedDocument),
	rows("ESADout_CUPrecedingDocument", func(g *item) *[]declaration.PreviousDocument { return &g.PreviousDocuments }, previousLinks).is(declaration.FieldPreviousDocument),
	rows("ESADout_CUCustomsPaymentCalculation", func(g *item) *[]declaration.Calculation { return &g.Calculations }, calculationLinks()).is(declaration.FieldCalculation),
	part("SupplementaryGoodsQuantity", func(g *item) *declaration.Measure { return &g.Quantity },
		measureLinks(declaration.FieldQuantity, declaration.FieldUnit)).is(declaration.FieldQuantity),
	rows("SupplementaryGoodsQuantity1", func(g *item) *[]declaration.Measure { return &g.AdditionalQuantities },
		measureLinks(declaration.NoField, declaration.NoField)).is(declaration.FieldDescription),
	part("ESADGoodsPackaging", func(g *item) *declaration.Packaging { return &g.Packaging }, packagingLinks).is(declaration.FieldPackages),
	part("ESADGoodsQuota", func(g *item) *declaration.Quota { return &g.Quota }, []link{
		pair("ESADProductQuantityQuota", func(q *declaration.Quota) *declaration.Measure { return &q.Quantity },
			func(q *declaration.Quota) *declaration.Measure { return &q.SecondQuantity },
			measureLinks(declaration.NoField, declaration.NoField)),
		group("ESADCurrencyQuota",
			number("QuotaCurrencyQuantity", func(q *declaration.Quota) *declaration.Number { return &q.Value }),
			text("QuotaCurrencyCode", func(q *declaration.Quota) *string { return &q.Currency }),
			text("QuotaCurrencyName", func(q *declaration.Quota) *string { return &q.CurrencyName })),
		part("SupplementaryGoodsQuantity", func(q *declaration.Quota) *declaration.Measure { return &q.Writeoff },
			measureLinks(declaration.NoField, declaration.NoField)),
	}).is(declaration.FieldQuota),
	rows("ESADContainer", func(g *item) *[]declaration.Container { return &g.Containers }, containerLinks).is(declaration.FieldContainer),
	part("ESADCustomsProcedure", func(g *item) *declaration.ItemProcedure { return &g.Procedure }, []link{
		text("MainCustomsModeCode", func(p *declaration.ItemProcedure) *customs.ProcedureCode { return &p.Main }),
		text("PrecedingCustomsModeCode", func(p *declaration.ItemProcedure) *customs.ProcedureCode { return &p.Preceding }).is(declaration.FieldPrecedingProcedure),
		text("GoodsTransferFeature", func(p *declaration.ItemProcedure) *string { return &p.Feature }).is(declaration.FieldMovementFeature),
	}).is(declaration.FieldItemProcedure),
})

var groupLinks = []link{
	text("GoodsDescription", func(g *declaration.GoodsGroup) *string { return &g.Description }),
	rows("GoodsGroupInformation", func(g *declaration.GoodsGroup) *[]declaration.GoodsLine { return &g.Goods }, []link{
		text("Manufacturer", func(l *declaration.GoodsLine) *string { return &l.Manufacturer }),
		text("TradeMark", func(l *declaration.GoodsLine) *string { return &l.TradeMark }),
		text("GoodsMark", func(l *declaration.GoodsLine) *string { return &l.Brand }),
		text("GoodsModel", func(l *declaration.GoodsLine) *string { return &l.Model }),
		text("GoodsMarking", func(l *declaration.GoodsLine) *string { return &l.Article }),
		text("GoodsStandard", func(l *declaration.GoodsLine) *string { return &l.Standard }),
		text("SerialNumber", func(l *declaration.GoodsLine) *string { return &l.Serial }),
		part("GoodsGroupQuantity", func(l *declaration.GoodsLine) *declaration.Measure { return &l.Quantity },
			measureLinks(declaration.NoField, declaration.NoField)),
		number("LineNum", func(l *declaration.GoodsLine) *declaration.Number { return &l.Line }),
	}),
	number("GroupNum", func(g *declaration.GoodsGroup) *declaration.Number { return &g.Number }),
}

var presentedLinks = []link{
	text("PrDocumentName", func(d *declaration.PresentedDocument) *string { return &d.Name }),
	text("PrDocumentNumber", func(d *declaration.PresentedDocument) *string { return &d.Number }).is(declaration.FieldDocumentNumber),
	date("PrDocumentDate", func(d *declaration.PresentedDocument) *calendar.Date { return &d.Date }).is(declaration.FieldDocumentDate),
	text("PresentedDocumentModeCode", func(d *declaration.PresentedDocument) *customs.DocumentKind { return &d.Kind }).is(declaration.FieldDocumentKind),
	date("DocumentBeginActionsDate", func(d *declaration.PresentedDocument) *calendar.Date { return &d.ValidFrom }),
	date("DocumentEndActionsDate", func(d *declaration.PresentedDocument) *calendar.Date { return &d.ValidTo }).is(declaration.FieldDocumentValidTo),
	text("CustomsPaymentModeCodeType", func(d *declaration.PresentedDocument) *customs.PaymentCode { return &d.Payment }),
	text("CountryCode", func(d *declaration.PresentedDocument) *customs.Country { return &d.Country }),
	text("CustomsCode", func(d *declaration.PresentedDocument) *customs.OfficeCode { return &d.Office }),
	text("CustomsControlZoneId", func(d *declaration.PresentedDocument) *string { return &d.Zone }),
	text("PreferenciiCountryCode", func(d *declaration.PresentedDocument) *customs.Country { return &d.PreferenceCountry }),
	group("LicenseGoods",
		number("AppNumber", func(d *declaration.PresentedDocument) *declaration.Number { return &d.LicenceAppendix }),
		number("GoodsNumericLic", func(d *declaration.PresentedDocument) *declaration.Number { return &d.LicenceItem })),
	group("RFG44PresentedDocId",
		text("ElectronicDocumentID", func(d *declaration.PresentedDocument) *string { return &d.ArchiveID }),
		text("ElectronicArchID", func(d *declaration.PresentedDocument) *string { return &d.Archive })),
	group("DocumentPresentingDetails",
		text("DocPresentKindCode", func(d *declaration.PresentedDocument) *string { return &d.Presenting }),
		date("DocPresentDate", func(d *declaration.PresentedDocument) *calendar.Date { return &d.PresentedOn })),
}

var previousLinks = []link{
	text("PrecedingDocumentCustomsCode", func(p *declaration.PreviousDocument) *customs.OfficeCode { return &p.Office }),
	date("PrecedingDocumentDate", func(p *declaration.PreviousDocument) *calendar.Date { return &p.Date }),
	text("PrecedingDocumentNumber", func(p *declaration.PreviousDocument) *string { return &p.Number }),
	number("PrecedingDocumentGoodsNumeric", func(p *declaration.PreviousDocument) *declaration.Number { return &p.Item }),
	text("PrecedingDocumentModeCode", func(p *declaration.PreviousDocument) *string { return &p.Kind }),
	number("LineNumber", func(p *declaration.PreviousDocument) *declaration.Number { return &p.Line }),
	text("PrecedingDocumentOrdinalId", func(p *declaration.PreviousDocument) *string { return &p.Change }),
	text("AddNumberPart", func(p *declaration.PreviousDocument) *string { return &p.Addition }),
	text("OtherPrDocumentNumber", func(p *declaration.PreviousDocument) *string { return &p.OtherNumber }),
	date("OtherPrDocumentDate", func(p *declaration.PreviousDocument) *calendar.Date { return &p.OtherDate }),
	text("PrecedingDocumentName", func(p *declaration.PreviousDocument) *string { return &p.Name }),
	text("PrcDocGoodsTNVEDCode", func(p *declaration.PreviousDocument) *customs.CommodityCode { return &p.Commodity }),
	text("CustomsCountryCode", func(p *declaration.PreviousDocument) *customs.Country { return &p.Country }),
	number("CustomsCost", func(p *declaration.PreviousDocument) *declaration.Number { return &p.CustomsValue }),
	number("NetWeight", func(p *declaration.PreviousDocument) *declaration.Number { return &p.StatedNetMassKG }),
	number("NetWeightQuantity", func(p *declaration.PreviousDocument) *declaration.Number { return &p.NetMassKG }),
	pair("SupplementaryGoodsQuantity", func(p *declaration.PreviousDocument) *declaration.Measure { return &p.Quantity },
		func(p *declaration.PreviousDocument) *declaration.Measure { return &p.SecondQuantity },
		measureLinks(declaration.NoField, declaration.NoField)),
	number("PrecedingDocumentID", func(p *declaration.PreviousDocument) *declaration.Number { return &p.AdditionalID }),
	group("DTMDocDetails",
		text("CustomsCode", func(p *declaration.PreviousDocument) *customs.OfficeCode { return &p.VehicleDeclaration.Office }),
		date("RegistrationDate", func(p *declaration.PreviousDocument) *calendar.Date { return &p.VehicleDeclaration.Date }),
		text("GTDNumber", func(p *declaration.PreviousDocument) *string { return &p.VehicleDeclaration.Number }),
		text("TransportModeCode", func(p *declaration.PreviousDocument) *string { return &p.VehicleDeclaration.Mode })),
	group("PIDocumentNumber",
		text("CountryCode", func(p *declaration.PreviousDocument) *customs.Country { return &p.PreliminaryInformation.Country }),
		date("Date", func(p *declaration.PreviousDocument) *calendar.Date { return &p.PreliminaryInformation.Date }),
		text("PINumber", func(p *declaration.PreviousDocument) *string { return &p.PreliminaryInformation.Number })),
	group("TIRIdDetails",
		text("TIRSeries", func(p *declaration.PreviousDocument) *string { return &p.TIR.Series }),
		text("TIRID", func(p *declaration.PreviousDocument) *string { return &p.TIR.Number })),
}

// calculationLinks tie a row of box 47 with its three terms of the rate.
func calculationLinks() []link {
	type row = declaration.Calculation
	links := []link{
		text("PaymentModeCode", func(c *row) *customs.PaymentCode { return &c.Payment }).is(declaration.FieldCalculationPayment),
		number("PaymentAmount", func(c *row) *declaration.Number { return &c.Amount }).is(declaration.FieldCalculationAmount),
		text("PaymentCurrencyCode", func(c *row) *string { return &c.Currency }).is(declaration.FieldCalculationAmount),
		number("TaxBase", func(c *row) *declaration.Number { return &c.Base }).is(declaration.FieldCalculationBase),
		text("TaxBaseCurrencyCode", func(c *row) *string { return &c.BaseCurrency }).is(declaration.FieldCalculationBase),
		text("TaxBaseTNVEDQualifierCode", func(c *row) *customs.UnitCode { return &c.BaseUnit }).is(declaration.FieldCalculationBase),
		text("ComparisonOperationsSign", func(c *row) *string { return &c.Compare }).is(declaration.FieldCalculationRate),
		text("OperationsSign", func(c *row) *string { return &c.Operation }).is(declaration.FieldCalculationRate),
		flag("ComparisonResult", func(c *row) *declaration.Flag { return &c.ComparisonResult }).is(declaration.FieldCalculationRate),
		date("RateUseDate", func(c *row) *calendar.Date { return &c.RateDate }).is(declaration.FieldCalculationRate),
		text("PaymentCode", func(c *row) *string { return &c.Feature }).is(declaration.FieldCalculationFeature),
		number("NumberMonths", func(c *row) *declaration.Number { return &c.Months }),
		number("NumberStages", func(c *row) *declaration.Number { return &c.Stages }),
		number("NumberDays", func(c *row) *declaration.Number { return &c.Days }),
		number("TariffRate", func(c *row) *declaration.Number { return &c.PartialRate }),
		number("LineNumber", func(c *row) *declaration.Number { return &c.Line }),
		text("NumberGroup", func(c *row) *string { return &c.Group }),
		number("PrecedingDocumentGoodsNumeric", func(c *row) *declaration.Number { return &c.PreviousItem }),
	}
	for i, suffix := range [...]string{"", "2", "3"} {
		links = append(links,
			number("Rate"+suffix, func(c *row) *declaration.Number { return &c.Rates[i].Value }).is(declaration.FieldCalculationRate),
			text("RateTypeCode"+suffix, func(c *row) *string { return &c.Rates[i].Type }).is(declaration.FieldCalculationRate),
			text("RateCurrencyCode"+suffix, func(c *row) *string { return &c.Rates[i].Currency }).is(declaration.FieldCalculationRate),
			text("RateTNVEDQualifierCode"+suffix, func(c *row) *customs.UnitCode { return &c.Rates[i].Unit }).is(declaration.FieldCalculationRate),
			number("WeightingFactor"+suffix, func(c *row) *declaration.Number { return &c.Rates[i].Factor }).is(declaration.FieldCalculationRate),
		)
	}
	return links
}

var packagingLinks = []link{
	number("PakageQuantity", func(p *declaration.Packaging) *declaration.Number { return &p.Quantity }),
	text("PakageTypeCode", func(p *declaration.Packaging) *string { return &p.Kind }).is(declaration.FieldPackageKind),
	number("PakagePartQuantity", func(p *declaration.Packaging) *declaration.Number { return &p.PartQuantity }),
	rows("PackagePalleteInformation", func(p *declaration.Packaging) *[]declaration.Package { return &p.Packages }, []link{
		text("InfoKindCode", func(p *declaration.Package) *string { return &p.Info }),
		text("PalleteCode", func(p *declaration.Package) *string { return &p.Kind }),
		number("PalleteQuantity", func(p *declaration.Package) *declaration.Number { return &p.Quantity }),
		text("CargoDescriptionText", func(p *declaration.Package) *string { return &p.Description }),
	}),
}

var containerLinks = []link{
	number("ContainerQuantity", func(c *declaration.Container) *declaration.Number { return &c.Quantity }),
	text("ContainerKind", func(c *declaration.Container) *string { return &c.Kind }),
	rows("ContainerNumber", func(c *declaration.Container) *[]declaration.ContainerNumber { return &c.Numbers }, []link{
		text("ContainerIdentificaror", func(n *declaration.ContainerNumber) *string { return &n.ID }),
		text("FullIndicator", func(n *declaration.ContainerNumber) *string { return &n.Full }),
	}).is(declaration.FieldContainerNumber),
}
