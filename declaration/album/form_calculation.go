package album

import (
	"tamga/customs"
	"tamga/declaration"
)

var paymentCalculationForm = form{"CustomsPaymentCalculation", links(
	headLinks(func(c *PaymentCalculation) *Head { return &c.Head }), []link{
		part("EECEDocHeaderAddInfo", func(c *PaymentCalculation) *declaration.Header { return &c.Document }, headerLinks),
		part("CPCID", func(c *PaymentCalculation) *Reference { return &c.Number }, referenceNumberLinks),
		text("DeclarationKindCode", func(c *PaymentCalculation) *string { return &c.Kind }),
		text("EDocIndicatorCode", func(c *PaymentCalculation) *string { return &c.ElectronicMark }),
		number("PageQuantity", func(c *PaymentCalculation) *declaration.Number { return &c.Sheets }),
		number("GoodsQuantity", func(c *PaymentCalculation) *declaration.Number { return &c.Items }),
		group("PaymentCalculationEventDetails",
			text("PaymentCalculationEventCode", func(c *PaymentCalculation) *string { return &c.Event }),
			date("EndDate", func(c *PaymentCalculation) *day { return &c.Due }),
			date("DutyTaxFeeRateDate", func(c *PaymentCalculation) *day { return &c.RateDay })),
		group("PayerDetails", payerPartLinks()...),
		group("GoodsShipmentDetails",
			number("CustomsValueAmount", func(c *PaymentCalculation) *declaration.Number { return &c.CustomsValue }),
			part("OriginCountryDetails", func(c *PaymentCalculation) *declaration.CountryName { return &c.Origin }, originLinks),
			rows("GoodsItemDetails", func(c *PaymentCalculation) *[]CalculatedItem { return &c.Goods }, calculatedItemLinks),
			rows("PaymentAmountDetails", func(c *PaymentCalculation) *[]CalculatedTotal { return &c.Totals }, []link{
				text("PaymentModeCode", func(t *CalculatedTotal) *customs.PaymentCode { return &t.Payment }),
				number("PaymentAmount", func(t *CalculatedTotal) *declaration.Number { return &t.Amount }),
				text("PaymentCurrencyCode", func(t *CalculatedTotal) *string { return &t.Currency }),
			})),
		part("CustomsPersonSignature", func(c *PaymentCalculation) *CalculationOfficer { return &c.Officer }, []link{
			text("PersonSurname", func(o *CalculationOfficer) *string { return &o.Surname }),
			text("PersonName", func(o *CalculationOfficer) *string { return &o.Name }),
			text("PersonMiddleName", func(o *CalculationOfficer) *string { return &o.MiddleName }),
			text("PersonPost", func(o *CalculationOfficer) *string { return &o.Post }),
			text("LNP", func(o *CalculationOfficer) *string { return &o.Stamp }),
			text("CustomsCode", func(o *CalculationOfficer) *customs.OfficeCode { return &o.Office }),
			date("IssueDate", func(o *CalculationOfficer) *day { return &o.Signed }),
		}),
	})}

// payerPartLinks tie the payer, whose links are those of a party, and the sign beside it.
func payerPartLinks() []link {
	payer := partyLinks(declaration.NoField)
	for i := range payer {
		payer[i] = payer[i].through(func(target any) any { return &target.(*PaymentCalculation).Payer })
	}
	return append(payer, flag("InformationUnknownIndicator", func(c *PaymentCalculation) *declaration.Flag { return &c.PayerUnknown }))
}

// originLinks tie a country with its region.
var originLinks = []link{
	text("CountryCode", func(c *declaration.CountryName) *customs.Country { return &c.Code }),
	text("CountryName", func(c *declaration.CountryName) *string { return &c.Name }),
	text("TerritoryCode", func(c *declaration.CountryName) *string { return &c.Region }),
}

var calculatedItemLinks = []link{
	number("GoodsNumeric", func(i *CalculatedItem) *declaration.Number { return &i.Ordinal }),
	text("GoodsTNVEDCode", func(i *CalculatedItem) *customs.CommodityCode { return &i.Commodity }),
	texts("GoodsDescription", func(i *CalculatedItem) *[]string { return &i.Descriptions }),
	part("GoodsOriginCountryDetails", func(i *CalculatedItem) *declaration.CountryName { return &i.Origin }, originLinks),
	number("CustomsValueAmount", func(i *CalculatedItem) *declaration.Number { return &i.CustomsValue }),
	rows("PresentedDocDetails", func(i *CalculatedItem) *[]declaration.PresentedDocument { return &i.Documents }, []link{
		text("PrDocumentName", func(d *declaration.PresentedDocument) *string { return &d.Name }),
		text("PrDocumentNumber", func(d *declaration.PresentedDocument) *string { return &d.Number }),
		date("PrDocumentDate", func(d *declaration.PresentedDocument) *day { return &d.Date }),
		date("DocStartDate", func(d *declaration.PresentedDocument) *day { return &d.ValidFrom }),
		date("DocValidityDate", func(d *declaration.PresentedDocument) *day { return &d.ValidTo }),
		text("CountryCode", func(d *declaration.PresentedDocument) *customs.Country { return &d.Country }),
		text("DocKindCode", func(d *declaration.PresentedDocument) *customs.DocumentKind { return &d.Kind }),
		group("DocArchIdDetails", text("ElectronicDocumentID", func(d *declaration.PresentedDocument) *string { return &d.ArchiveID })),
	}),
	rows("GoodsItemPaymentDetails", func(i *CalculatedItem) *[]CalculationLine { return &i.Lines }, []link{
		text("PaymentModeCode", func(l *CalculationLine) *customs.PaymentCode { return &l.Payment }),
		number("TaxBase", func(l *CalculationLine) *declaration.Number { return &l.Base }),
		text("TaxBaseCurrencyCode", func(l *CalculationLine) *string { return &l.BaseCurrency }),
		text("TaxBaseQualifierCode", func(l *CalculationLine) *customs.UnitCode { return &l.BaseUnit }),
		text("RateTypeCode", func(l *CalculationLine) *string { return &l.Rate.Type }),
		number("Rate", func(l *CalculationLine) *declaration.Number { return &l.Rate.Value }),
		text("RateTNVEDQualifierCode", func(l *CalculationLine) *customs.UnitCode { return &l.Rate.Unit }),
		text("RateCurrencyCode", func(l *CalculationLine) *string { return &l.Rate.Currency }),
		number("WeightingFactor", func(l *CalculationLine) *declaration.Number { return &l.Rate.Factor }),
		date("RateUseDate", func(l *CalculationLine) *day { return &l.RateDate }),
		text("PaymentCode", func(l *CalculationLine) *string { return &l.Feature }),
		number("PaymentAmount", func(l *CalculationLine) *declaration.Number { return &l.Amount }),
		text("PaymentCurrencyCode", func(l *CalculationLine) *string { return &l.Currency }),
	}),
}
