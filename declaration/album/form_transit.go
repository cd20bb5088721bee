package album

import (
	"slices"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// carrierLinks tie the carrier of box 50: a person, with the people who act for it.
func carrierLinks() []link {
	links := partyLinks(declaration.NoField)
	for i := range links {
		links[i] = links[i].through(func(target any) any { return &target.(*declaration.Carrier).Party })
	}
	return append(links, rows("ESADout_CUDriverInformation",
		func(c *declaration.Carrier) *[]declaration.CarrierRepresentative { return &c.Drivers }, driverLinks))
}

var driverLinks = []link{
	text("PersonSurname", func(r *declaration.CarrierRepresentative) *string { return &r.Surname }),
	text("PersonName", func(r *declaration.CarrierRepresentative) *string { return &r.Name }),
	text("PersonMiddleName", func(r *declaration.CarrierRepresentative) *string { return &r.MiddleName }),
	text("PersonPost", func(r *declaration.CarrierRepresentative) *string { return &r.Post }),
	group("CommunicationDetails",
		texts("Phone", func(r *declaration.CarrierRepresentative) *[]string { return &r.Phones }),
		texts("E_mail", func(r *declaration.CarrierRepresentative) *[]string { return &r.Emails })),
	part("IdentityCard", func(r *declaration.CarrierRepresentative) *declaration.IdentityDocument { return &r.Identity }, identityLinks),
	text("RoleCode", func(r *declaration.CarrierRepresentative) *string { return &r.Role }),
}

// terminationLinks tie the end of transit, box 53.
var terminationLinks = []link{
	text("NumberCustomsZone", func(t *declaration.TransitTermination) *string { return &t.Zone }),
	group("DeliveryCustomsOffice",
		text("Code", func(t *declaration.TransitTermination) *customs.OfficeCode { return &t.Office.Code }),
		text("OfficeName", func(t *declaration.TransitTermination) *string { return &t.Office.Name }),
		text("CustomsCountryCode", func(t *declaration.TransitTermination) *string { return &t.Office.Country })),
	group("AuthoriziedOperatorDetails",
		part("OperatorRegistryDoc", func(t *declaration.TransitTermination) *declaration.AEOCertificate { return &t.AEO }, operatorLinks),
		part("OperatorAddress", func(t *declaration.TransitTermination) *declaration.Address { return &t.Address }, addressLinks)),
}

// transshipmentLinks tie a reloading, box 55.
var transshipmentLinks = []link{
	text("ReloadCountryCode", func(t *declaration.Transshipment) *customs.Country { return &t.Country }),
	text("ReloadCountryName", func(t *declaration.Transshipment) *string { return &t.CountryName }),
	text("PlaceName", func(t *declaration.Transshipment) *string { return &t.Place }),
	flag("ContainerIndicator", func(t *declaration.Transshipment) *declaration.Flag { return &t.Containerised }),
	text("TransportModeCode", func(t *declaration.Transshipment) *string { return &t.Mode }),
	text("TransportNationalityCode", func(t *declaration.Transshipment) *customs.Country { return &t.Nationality }),
	number("TransportMeansQuantity", func(t *declaration.Transshipment) *declaration.Number { return &t.Quantity }),
	rows("ReloadingTransportMeans", func(t *declaration.Transshipment) *[]declaration.TransshipmentMeans { return &t.Means },
		transshipmentMeansLinks()),
	group("ReloadingCustomsOffice",
		text("Code", func(t *declaration.Transshipment) *customs.OfficeCode { return &t.Office }),
		text("OfficeName", func(t *declaration.Transshipment) *string { return &t.OfficeName }),
		text("CountryCode", func(t *declaration.Transshipment) *customs.Country { return &t.OfficeCountry })),
	group("ReloadContainer", texts("ContainerNumber", func(t *declaration.Transshipment) *[]string { return &t.Containers })),
}

func transshipmentMeansLinks() []link {
	links := slices.Clone(meansLinks)
	for i := range links {
		links[i] = links[i].through(func(target any) any { return &target.(*declaration.TransshipmentMeans).TransportMeans })
	}
	return append(links,
		text("FirstTrailerRegId", func(m *declaration.TransshipmentMeans) *string { return &m.FirstTrailer }),
		text("SecondTrailerRegId", func(m *declaration.TransshipmentMeans) *string { return &m.SecondTrailer }))
}

// transitGuaranteeLinks tie security for transit, box 52.
func transitGuaranteeLinks() []link {
	type security = declaration.TransitGuarantee
	return []link{
		text("MeasureCode", func(g *security) *string { return &g.Measure }),
		text("DocNumber", func(g *security) *string { return &g.Number }),
		date("DocDate", func(g *security) *calendar.Date { return &g.Date }),
		group("GuaranteeCertificateIdDetails",
			text("CustomsCode", func(g *security) *customs.OfficeCode { return &g.CertificateOffice }),
			date("RegistrationDate", func(g *security) *calendar.Date { return &g.CertificateDate }),
			text("GTDNumber", func(g *security) *string { return &g.CertificateNumber })),
		part("TransitGuaranteeDocDetails", func(g *security) *declaration.DocumentReference { return &g.Document }, referenceLinks),
		text("NationalGuaranteeCode", func(g *security) *string { return &g.NationalKind }),
		texts("NonGuaranteeCountryCode", func(g *security) *[]string { return &g.ExcludedCountries }),
		part("RegisterDocumentIdDetails", func(g *security) *declaration.AEOCertificate { return &g.AEO }, operatorLinks),
		text("GuaranteeName", func(g *security) *string { return &g.Guarantor }),
		text("UNP", func(g *security) *string { return &g.UNP }),
		text("BIC", func(g *security) *string { return &g.BIC }),
		number("GuaranteeAmount", func(g *security) *declaration.Number { return &g.Amount }),
		group("GuaranteeTD", slices.Concat(
			suretyLinks("GeneralDoc", "General", func(g *security) *declaration.SuretyContract { return &g.General }),
			suretyLinks("GuaranteeDoc", "Guarantee", func(g *security) *declaration.SuretyContract { return &g.Surety }),
			suretyLinks("AddGuaranteeDoc", "AddGuarantee", func(g *security) *declaration.SuretyContract { return &g.Addition }))...),
		part("GuaranteeAddress", func(g *security) *declaration.Address { return &g.Address }, addressLinks),
	}
}

// suretyLinks tie a contract whose elements begin with a word of its own, the name with another.
func suretyLinks[S any](name, rest string, at func(*S) *declaration.SuretyContract) []link {
	return []link{
		text(name+"Name", func(s *S) *string { return &at(s).Name }),
		text(rest+"Number", func(s *S) *string { return &at(s).Number }),
		date(rest+"Date", func(s *S) *calendar.Date { return &at(s).Date }),
		text(rest+"KindCode", func(s *S) *customs.DocumentKind { return &at(s).Kind }),
	}
}
