package album

import (
	"slices"

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
