package album

import (
	"tamga/declaration"
	"tamga/internal/compose"
)

func putItem(n compose.Node, g *declaration.GoodsItem) {
	putNumber(n, "GoodsNumeric", g.Ordinal)
	n.Text("GoodFeatures", g.Feature)
	putTexts(n, "GoodsDescription", g.Descriptions)
	putNumber(n, "GrossWeightQuantity", g.GrossMassKG)
	putNumber(n, "NetWeightQuantity", g.NetMassKG)
	putNumber(n, "NetWeightQuantity2", g.CleanNetMassKG)
	putNumber(n, "InvoicedCost", g.InvoiceValue)
	n.Text("InvoicedCurrencyCode", string(g.InvoiceCurrency))
	putNumber(n, "InvoicedCurrencyRate", g.InvoiceExchangeRate)
	putNumber(n, "InvoicedCurrencyQuantity", g.InvoiceNominal)
	putDate(n, "InvoicedCurrencyDate", g.InvoiceRateDate)
	putNumber(n, "CustomsCost", g.CustomsValue)
	putNumber(n, "StatisticalCost", g.StatisticalValue)
	putClassification(n, g)
	n.Text("CustomsCostCorrectMethod", g.ValuationMethod)
	putNumber(n, "AdditionalSheetCount", g.AdditionalSheets)
	for i := range g.Groups {
		putGroup(n.Row("GoodsGroupDescription"), &g.Groups[i])
	}
	for i := range g.Documents {
		putPresented(n.Row("ESADout_CUPresentedDocument"), &g.Documents[i])
	}
	for i := range g.PreviousDocuments {
		putPreceding(n.Row("ESADout_CUPrecedingDocument"), &g.PreviousDocuments[i])
	}
	for i := range g.Calculations {
		putCalculation(n.Row("ESADout_CUCustomsPaymentCalculation"), &g.Calculations[i])
	}
	putMeasure(n, "SupplementaryGoodsQuantity", g.Quantity)
	for _, more := range g.AdditionalQuantities {
		putMeasure(n, "SupplementaryGoodsQuantity1", more)
	}
	putPackaging(n, g)
	putDetails(n, &g.Details)
}

func putClassification(n compose.Node, g *declaration.GoodsItem) {
	n.Text("GoodsTNVEDCode", string(g.Commodity))
	n.Text("GoodsClassificationCode", g.ClassificationMark)
	putTexts(n, "RestrictionSign", g.RestrictionMarks)
	n.Text("AdditionalSign", g.ProhibitionMark)
	n.Text("IntellectPropertySign", g.IPMark)
	n.Text("GoodsTraceabilityCode", g.TraceabilityMark)
	n.Text("CIMSign", g.IdentificationMark)
	n.Text("GoodsAddTNVEDCode", g.AdditionalCommodityCode)
	n.Text("OriginCountryCode", string(g.Origin.Code))
	n.Text("OriginCountryName", g.Origin.Name)
	n.Text("RBOriginCountryCode", g.Origin.Region)
	preferential := n.Part("PrefOriginCountry")
	preferential.Text("CountryCode", string(g.PreferentialOrigin.Code))
	preferential.Text("CountryName", g.PreferentialOrigin.Name)
	preferential.Text("RBCountryCode", g.PreferentialOrigin.Region)
	preference := n.Part("Preferencii")
	preference.Text("CustomsTax", g.Preference.Fee)
	preference.Text("CustomsDuty", g.Preference.Duty)
	preference.Text("Excise", g.Preference.Excise)
	preference.Text("Rate", g.Preference.VAT)
	procedure := n.Part("ESADCustomsProcedure")
	procedure.Text("MainCustomsModeCode", string(g.Procedure.Main))
	procedure.Text("PrecedingCustomsModeCode", string(g.Procedure.Preceding))
	procedure.Text("GoodsTransferFeature", g.Procedure.Feature)
	quota := n.Part("ESADGoodsQuota")
	putMeasure(quota, "ESADProductQuantityQuota", g.Quota.Quantity)
	putMeasure(quota, "ESADProductQuantityQuota", g.Quota.SecondQuantity)
	currency := quota.Part("ESADCurrencyQuota")
	putNumber(currency, "QuotaCurrencyQuantity", g.Quota.Value)
	currency.Text("QuotaCurrencyCode", g.Quota.Currency)
	currency.Text("QuotaCurrencyName", g.Quota.CurrencyName)
	putMeasure(quota, "SupplementaryGoodsQuantity", g.Quota.Writeoff)
}

func putGroup(n compose.Node, g *declaration.GoodsGroup) {
	n.Text("GoodsDescription", g.Description)
	for i := range g.Goods {
		line := &g.Goods[i]
		row := n.Row("GoodsGroupInformation")
		row.Text("Manufacturer", line.Manufacturer)
		row.Text("TradeMark", line.TradeMark)
		row.Text("GoodsMark", line.Brand)
		row.Text("GoodsModel", line.Model)
		row.Text("GoodsMarking", line.Article)
		row.Text("GoodsStandard", line.Standard)
		row.Text("SerialNumber", line.Serial)
		putMeasure(row, "GoodsGroupQuantity", line.Quantity)
		putNumber(row, "LineNum", line.Line)
	}
	putNumber(n, "GroupNum", g.Number)
}

func putPresented(n compose.Node, d *declaration.PresentedDocument) {
	n.Text("PrDocumentName", d.Name)
	n.Text("PrDocumentNumber", d.Number)
	putDate(n, "PrDocumentDate", d.Date)
	n.Text("PresentedDocumentModeCode", string(d.Kind))
	putDate(n, "DocumentBeginActionsDate", d.ValidFrom)
	putDate(n, "DocumentEndActionsDate", d.ValidTo)
	n.Text("CustomsPaymentModeCodeType", string(d.Payment))
	n.Text("CountryCode", string(d.Country))
	n.Text("CustomsCode", string(d.Office))
	n.Text("CustomsControlZoneId", d.Zone)
	n.Text("PreferenciiCountryCode", string(d.PreferenceCountry))
	licence := n.Part("LicenseGoods")
	putNumber(licence, "AppNumber", d.LicenceAppendix)
	putNumber(licence, "GoodsNumericLic", d.LicenceItem)
	archived := n.Part("RFG44PresentedDocId")
	archived.Text("ElectronicDocumentID", d.ArchiveID)
	archived.Text("ElectronicArchID", d.Archive)
	presenting := n.Part("DocumentPresentingDetails")
	presenting.Text("DocPresentKindCode", d.Presenting)
	putDate(presenting, "DocPresentDate", d.PresentedOn)
}

func putPreceding(n compose.Node, p *declaration.PreviousDocument) {
	n.Text("PrecedingDocumentCustomsCode", string(p.Office))
	putDate(n, "PrecedingDocumentDate", p.Date)
	n.Text("PrecedingDocumentNumber", p.Number)
	putNumber(n, "PrecedingDocumentGoodsNumeric", p.Item)
	n.Text("PrecedingDocumentModeCode", p.Kind)
	putNumber(n, "NetWeightQuantity", p.NetMassKG)
	putNumber(n, "LineNumber", p.Line)
	n.Text("PrecedingDocumentName", p.Name)
	n.Text("PrecedingDocumentOrdinalId", p.Change)
	n.Text("AddNumberPart", p.Addition)
	n.Text("OtherPrDocumentNumber", p.OtherNumber)
	putDate(n, "OtherPrDocumentDate", p.OtherDate)
	n.Text("PrcDocGoodsTNVEDCode", string(p.Commodity))
	putNumber(n, "NetWeight", p.StatedNetMassKG)
	putNumber(n, "CustomsCost", p.CustomsValue)
	n.Text("CustomsCountryCode", string(p.Country))
	putMeasure(n, "SupplementaryGoodsQuantity", p.Quantity)
	putMeasure(n, "SupplementaryGoodsQuantity", p.SecondQuantity)
	putNumber(n, "PrecedingDocumentID", p.AdditionalID)
	vehicle := n.Part("DTMDocDetails")
	vehicle.Text("CustomsCode", string(p.VehicleDeclaration.Office))
	putDate(vehicle, "RegistrationDate", p.VehicleDeclaration.Date)
	vehicle.Text("GTDNumber", p.VehicleDeclaration.Number)
	vehicle.Text("TransportModeCode", p.VehicleDeclaration.Mode)
	preliminary := n.Part("PIDocumentNumber")
	preliminary.Text("CountryCode", string(p.PreliminaryInformation.Country))
	putDate(preliminary, "Date", p.PreliminaryInformation.Date)
	preliminary.Text("PINumber", p.PreliminaryInformation.Number)
	carnet := n.Part("TIRIdDetails")
	carnet.Text("TIRSeries", p.TIR.Series)
	carnet.Text("TIRID", p.TIR.Number)
}

func putCalculation(n compose.Node, c *declaration.Calculation) {
	n.Text("PaymentModeCode", string(c.Payment))
	putNumber(n, "PaymentAmount", c.Amount)
	n.Text("PaymentCurrencyCode", c.Currency)
	putNumber(n, "TaxBase", c.Base)
	n.Text("TaxBaseCurrencyCode", c.BaseCurrency)
	n.Text("TaxBaseTNVEDQualifierCode", string(c.BaseUnit))
	for i, suffix := range [...]string{"", "2", "3"} {
		term := &c.Rates[i]
		putNumber(n, "Rate"+suffix, term.Value)
		n.Text("RateTypeCode"+suffix, term.Type)
		n.Text("RateCurrencyCode"+suffix, term.Currency)
		n.Text("RateTNVEDQualifierCode"+suffix, string(term.Unit))
		putNumber(n, "WeightingFactor"+suffix, term.Factor)
	}
	n.Text("ComparisonOperationsSign", c.Compare)
	n.Text("OperationsSign", c.Operation)
	putFlag(n, "ComparisonResult", c.ComparisonResult)
	putDate(n, "RateUseDate", c.RateDate)
	n.Text("PaymentCode", c.Feature)
	putNumber(n, "NumberMonths", c.Months)
	putNumber(n, "NumberStages", c.Stages)
	putNumber(n, "NumberDays", c.Days)
	putNumber(n, "TariffRate", c.PartialRate)
	putNumber(n, "LineNumber", c.Line)
	n.Text("NumberGroup", c.Group)
	putNumber(n, "PrecedingDocumentGoodsNumeric", c.PreviousItem)
}

func putPackaging(n compose.Node, g *declaration.GoodsItem) {
	packed := n.Part("ESADGoodsPackaging")
	putNumber(packed, "PakageQuantity", g.Packaging.Quantity)
	packed.Text("PakageTypeCode", g.Packaging.Kind)
	putNumber(packed, "PakagePartQuantity", g.Packaging.PartQuantity)
	for _, p := range g.Packaging.Packages {
		row := packed.Row("PackagePalleteInformation")
		row.Text("InfoKindCode", p.Info)
		row.Text("PalleteCode", p.Kind)
		putNumber(row, "PalleteQuantity", p.Quantity)
		row.Text("CargoDescriptionText", p.Description)
	}
	for _, c := range g.Containers {
		row := n.Row("ESADContainer")
		putNumber(row, "ContainerQuantity", c.Quantity)
		row.Text("ContainerKind", c.Kind)
		for _, one := range c.Numbers {
			entry := row.Row("ContainerNumber")
			entry.Text("ContainerIdentificaror", one.ID)
			entry.Text("FullIndicator", one.Full)
		}
	}
}
