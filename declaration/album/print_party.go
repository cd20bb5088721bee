package album

import (
	"tamga/declaration"
	"tamga/internal/compose"
)

// putParty adds a person of the declaration. Whether it is the declarant is said by an element of the caller.
func putParty(n compose.Node, p declaration.Party) {
	n.Text("OrganizationName", p.Name)
	n.Text("ShortName", p.ShortName)
	n.Text("OrganizationLanguage", p.Language)
	putTaxIDs(n, p.TaxIDs)
	n.Text("CountryA2Code", string(p.Country))
	if p.UITN != "" {
		n.Part("UITN").Text("UITNCode", p.UITN)
	}
	n.Text("PersonId", p.PersonID)
	putIdentity(n.Part("IdentityCard"), p.Identity)
	for _, at := range p.Addresses {
		putAddress(n.Row("SubjectAddressDetails"), at)
	}
	contact := n.Part("CommunicationDetails")
	putTexts(contact, "Phone", p.Phones)
	putTexts(contact, "E_mail", p.Emails)
	if p.AEO != (declaration.AEOCertificate{}) {
		putOperator(n.Part("AEORegistryIdDetails"), p.AEO)
	}
}

func putOperator(n compose.Node, c declaration.AEOCertificate) {
	n.Text("CountryA2Code", string(c.Country))
	n.Text("DocId", c.Number)
	n.Text("AEORegistryKindCode", c.Kind)
}

func putOwner(n compose.Node, o *declaration.CertificateOwner) {
	n.Text("PersonSurname", o.Surname)
	n.Text("PersonName", o.Name)
	n.Text("PersonMiddleName", o.MiddleName)
	n.Text("PersonPost", o.Post)
	ids := n.Part("RFOrganizationFeatures")
	ids.Text("OGRN", o.OGRN)
	ids.Text("INN", o.INN)
	ids.Text("KPP", o.KPP)
	n.Text("SNILS", o.SNILS)
	n.Text("OrganizationName", o.Organization)
	n.Text("SertifName", o.Issuer)
}

// putTaxIDs adds the identifiers of the state whose identifiers are given. The schema takes those of one state only: of
// several, the first in its order.
func putTaxIDs(n compose.Node, t declaration.TaxIDs) {
	switch {
	case t.OGRN != "" || t.INN != "" || t.KPP != "":
		part := n.Part("RFOrganizationFeatures")
		part.Text("OGRN", t.OGRN)
		part.Text("INN", t.INN)
		part.Text("KPP", t.KPP)
	case t.BIN != "" || t.IIN != "" || t.ITNCategory != "" || t.ITNKATO != "" || t.RNN != "" || t.ITNReserve != "":
		putKazakhstan(n.Part("RKOrganizationFeatures"), t)
	case t.UNP != "" || t.BYPersonalNumber != "":
		part := n.Part("RBOrganizationFeatures")
		part.Text("UNP", t.UNP)
		part.Text("RBIdentificationNumber", t.BYPersonalNumber)
	case t.UNN != "" || t.SocialNumber != "" || t.SocialCertificate != "":
		part := n.Part("RAOrganizationFeatures")
		part.Text("UNN", t.UNN)
		part.Text("SocialServiceNumber", t.SocialNumber)
		part.Text("SocialServiceCertificate", t.SocialCertificate)
	case t.KGINN != "" || t.OKPO != "":
		part := n.Part("KGOrganizationFeatures")
		part.Text("KGINN", t.KGINN)
		part.Text("KGOKPO", t.OKPO)
	}
}

func putKazakhstan(n compose.Node, t declaration.TaxIDs) {
	n.Text("BIN", t.BIN)
	n.Text("IIN", t.IIN)
	itn := n.Part("ITN")
	itn.Text("CategoryCode", t.ITNCategory)
	itn.Text("KATOCode", t.ITNKATO)
	itn.Text("RNN", t.RNN)
	itn.Text("ITNReserv", t.ITNReserve)
}

func putIdentity(n compose.Node, d declaration.IdentityDocument) {
	n.Text("IdentityCardCode", d.Code)
	n.Text("IdentityCardName", d.Name)
	n.Text("IdentityCardSeries", d.Series)
	n.Text("IdentityCardNumber", d.Number)
	putDate(n, "IdentityCardDate", d.Issued)
	putDate(n, "DocValidityDate", d.ValidTo)
	n.Text("OrganizationName", d.Issuer)
}

func putAddress(n compose.Node, a declaration.Address) {
	n.Text("AddressKindCode", a.Kind)
	n.Text("PostalCode", a.PostalCode)
	n.Text("CountryCode", string(a.Country))
	n.Text("CounryName", a.CountryName)
	n.Text("Region", a.Region)
	n.Text("District", a.District)
	n.Text("Town", a.Town)
	n.Text("City", a.City)
	n.Text("StreetHouse", a.Street)
	n.Text("House", a.House)
	n.Text("Room", a.Room)
	n.Text("AddressText", a.Text)
}
