package album

import (
	"slices"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// taxIDLinks tie the identifiers of the five states.
func taxIDLinks[S any](at func(*S) *declaration.TaxIDs) []link {
	id := func(element string, field func(*declaration.TaxIDs) *string) link {
		return text(element, func(s *S) *string { return field(at(s)) })
	}
	type ids = declaration.TaxIDs
	return []link{
		group("RFOrganizationFeatures",
			id("OGRN", func(t *ids) *string { return &t.OGRN }),
			id("INN", func(t *ids) *string { return &t.INN }),
			id("KPP", func(t *ids) *string { return &t.KPP })),
		group("RKOrganizationFeatures",
			id("BIN", func(t *ids) *string { return &t.BIN }),
			id("IIN", func(t *ids) *string { return &t.IIN }),
			group("ITN",
				id("CategoryCode", func(t *ids) *string { return &t.ITNCategory }),
				id("KATOCode", func(t *ids) *string { return &t.ITNKATO }),
				id("RNN", func(t *ids) *string { return &t.RNN }),
				id("ITNReserv", func(t *ids) *string { return &t.ITNReserve }))),
		group("RBOrganizationFeatures",
			id("UNP", func(t *ids) *string { return &t.UNP }),
			id("RBIdentificationNumber", func(t *ids) *string { return &t.BYPersonalNumber })),
		group("RAOrganizationFeatures",
			id("UNN", func(t *ids) *string { return &t.UNN }),
			id("SocialServiceNumber", func(t *ids) *string { return &t.SocialNumber }),
			id("SocialServiceCertificate", func(t *ids) *string { return &t.SocialCertificate })),
		group("KGOrganizationFeatures",
			id("KGINN", func(t *ids) *string { return &t.KGINN }),
			id("KGOKPO", func(t *ids) *string { return &t.OKPO })),
	}
}

// partyLinks tie a person; taxID is what rules call its identifiers.
func partyLinks(taxID declaration.Field) []link {
	type party = declaration.Party
	ids := taxIDLinks(func(p *party) *declaration.TaxIDs { return &p.TaxIDs })
	for i := range ids {
		ids[i] = ids[i].is(taxID)
	}
	return slices.Concat([]link{
		text("OrganizationName", func(p *party) *string { return &p.Name }),
		text("ShortName", func(p *party) *string { return &p.ShortName }),
		text("OrganizationLanguage", func(p *party) *string { return &p.Language }),
		text("CountryA2Code", func(p *party) *customs.Country { return &p.Country }),
		group("UITN", text("UITNCode", func(p *party) *string { return &p.UITN })),
		text("PersonId", func(p *party) *string { return &p.PersonID }),
		part("IdentityCard", func(p *party) *declaration.IdentityDocument { return &p.Identity }, identityLinks),
		rows("SubjectAddressDetails", func(p *party) *[]declaration.Address { return &p.Addresses }, addressLinks),
		group("CommunicationDetails",
			texts("Phone", func(p *party) *[]string { return &p.Phones }),
			texts("E_mail", func(p *party) *[]string { return &p.Emails })),
		part("AEORegistryIdDetails", func(p *party) *declaration.AEOCertificate { return &p.AEO }, operatorLinks),
		flag("EqualIndicator", func(p *party) *declaration.Flag { return &p.SameAsDeclarant }),
		flag("DeclarantEqualFlag", func(p *party) *declaration.Flag { return &p.SameAsDeclarant }),
	}, ids)
}

// operatorLinks tie the certificate of an authorised economic operator.
var operatorLinks = []link{
	text("CountryA2Code", func(c *declaration.AEOCertificate) *customs.Country { return &c.Country }),
	text("DocId", func(c *declaration.AEOCertificate) *string { return &c.Number }),
	text("AEORegistryKindCode", func(c *declaration.AEOCertificate) *string { return &c.Kind }),
}

var identityLinks = []link{
	text("IdentityCardCode", func(d *declaration.IdentityDocument) *string { return &d.Code }),
	text("IdentityCardName", func(d *declaration.IdentityDocument) *string { return &d.Name }),
	text("IdentityCardSeries", func(d *declaration.IdentityDocument) *string { return &d.Series }),
	text("IdentityCardNumber", func(d *declaration.IdentityDocument) *string { return &d.Number }),
	date("IdentityCardDate", func(d *declaration.IdentityDocument) *calendar.Date { return &d.Issued }),
	date("DocValidityDate", func(d *declaration.IdentityDocument) *calendar.Date { return &d.ValidTo }),
	text("OrganizationName", func(d *declaration.IdentityDocument) *string { return &d.Issuer }),
}

var addressLinks = []link{
	text("AddressKindCode", func(a *declaration.Address) *string { return &a.Kind }),
	text("PostalCode", func(a *declaration.Address) *string { return &a.PostalCode }),
	text("CountryCode", func(a *declaration.Address) *customs.Country { return &a.Country }),
	text("CounryName", func(a *declaration.Address) *string { return &a.CountryName }),
	text("Region", func(a *declaration.Address) *string { return &a.Region }),
	text("District", func(a *declaration.Address) *string { return &a.District }),
	text("Town", func(a *declaration.Address) *string { return &a.Town }),
	text("City", func(a *declaration.Address) *string { return &a.City }),
	text("StreetHouse", func(a *declaration.Address) *string { return &a.Street }),
	text("House", func(a *declaration.Address) *string { return &a.House }),
	text("Room", func(a *declaration.Address) *string { return &a.Room }),
	text("AddressText", func(a *declaration.Address) *string { return &a.Text }),
}

// referenceLinks tie a document with its term.
var referenceLinks = []link{
	text("PresentedDocumentModeCode", func(r *declaration.DocumentReference) *customs.DocumentKind { return &r.Kind }),
	text("DocKindCode", func(r *declaration.DocumentReference) *customs.DocumentKind { return &r.Kind }),
	text("DocumentModeCode", func(r *declaration.DocumentReference) *customs.DocumentKind { return &r.Kind }),
	text("PrDocumentName", func(r *declaration.DocumentReference) *string { return &r.Name }),
	text("PrDocumentNumber", func(r *declaration.DocumentReference) *string { return &r.Number }),
	date("PrDocumentDate", func(r *declaration.DocumentReference) *calendar.Date { return &r.Date }),
	date("DocStartDate", func(r *declaration.DocumentReference) *calendar.Date { return &r.ValidFrom }),
	date("DocValidityDate", func(r *declaration.DocumentReference) *calendar.Date { return &r.ValidTo }),
}

// measureLinks tie a quantity with its unit; the fields are what rules call the two.
func measureLinks(quantity, unit declaration.Field) []link {
	type measure = declaration.Measure
	return []link{
		number("GoodsQuantity", func(m *measure) *declaration.Number { return &m.Quantity }).is(quantity),
		text("MeasureUnitQualifierName", func(m *measure) *string { return &m.UnitName }).is(unit),
		text("MeasureUnitQualifierCode", func(m *measure) *customs.UnitCode { return &m.Unit }).is(unit),
	}
}
