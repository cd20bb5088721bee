package declaration

import (
	"tamga/calendar"
	"tamga/customs"
)

// Party is a person of the declaration: consignor, consignee, declarant, payer, financially responsible person.
type Party struct {
	Name, ShortName, Language string
	TaxIDs                    TaxIDs
	Country                   customs.Country
	// UITN is the Union-wide customs identifier, PersonID a natural person's.
	UITN, PersonID string
	Identity       IdentityDocument
	Addresses      []Address
	Phones, Emails []string
	// SameAsDeclarant says «СМ. ГРАФУ 14 ДТ»: the party is the declarant.
	SameAsDeclarant Flag
	// AEO is the certificate of an authorised economic operator.
	AEO AEOCertificate
}

// Given reports whether anything at all was said of the party.
func (p Party) Given() bool {
	return p.Name != "" || p.SameAsDeclarant != Absent || p.TaxIDs != TaxIDs{} || len(p.Addresses) > 0
}

// TaxIDs are the identifiers that the states give: a document fills those of one state.
type TaxIDs struct {
	// Russia.
	OGRN, INN, KPP string
	// Kazakhstan.
	BIN, IIN, ITNCategory, ITNKATO, RNN, ITNReserve string
	// Belarus.
	UNP, BYPersonalNumber string
	// Armenia.
	UNN, SocialNumber, SocialCertificate string
	// Kyrgyzstan.
	KGINN, OKPO string
}

// PartyID returns the identifier by which customs knows the party, or "" when no tax identifier was given.
func (t TaxIDs) PartyID() customs.PartyID {
	for _, known := range []struct {
		state customs.State
		id    string
	}{
		{customs.Russia, t.INN}, {customs.Kazakhstan, t.BIN}, {customs.Kazakhstan, t.IIN},
		{customs.Belarus, t.UNP}, {customs.Armenia, t.UNN}, {customs.Kyrgyzstan, t.KGINN},
	} {
		if known.id != "" {
			return customs.PartyID(string(known.state) + ":" + known.id)
		}
	}
	return ""
}

// IdentityDocument proves who a natural person is.
type IdentityDocument struct {
	Code, Name, Series, Number, Issuer string
	Issued, ValidTo                    calendar.Date
}

// Address is a postal address as the document wrote it.
type Address struct {
	Kind, PostalCode                                               string
	Country                                                        customs.Country
	CountryName, Region, District, Town, City, Street, House, Room string
	Text                                                           string
}

// AEOCertificate is the registration of an authorised economic operator.
type AEOCertificate struct {
	Country      customs.Country
	Number, Kind string
}

// Representative is the customs representative (broker): its entry in the register and its contract.
type Representative struct {
	RegistryKind, RegistryNumber, ContractNumber string
	RegistryDate, ContractDate                   calendar.Date
	// RegistryCountry is the state of the register; ContractFrom and ContractTo bound the term of the contract.
	RegistryCountry          customs.Country
	ContractFrom, ContractTo calendar.Date
}

// Signatory is who filled in and signed the declaration, box 54.
type Signatory struct {
	Surname, Name, MiddleName, Post string
	Phones                          []string
	SignedAt                        string
	Identity                        IdentityDocument
	// Authority is the power of attorney or other document the signatory acts on.
	Authority DocumentReference
	// Certificate is the qualification certificate of a customs specialist.
	Certificate string
}

// CertificateOwner is who the certificate of the electronic signature was given to, and who gave it.
type CertificateOwner struct {
	Surname, Name, MiddleName, Post string
	// OGRN, INN and KPP are the owner's Russian identifiers, SNILS a natural person's.
	OGRN, INN, KPP, SNILS string
	// Organization employs the owner; Issuer gave the certificate.
	Organization, Issuer string
}

// DocumentReference names a document by kind, name, number and date.
type DocumentReference struct {
	Kind         customs.DocumentKind
	Name, Number string
	Date         calendar.Date
	ValidFrom    calendar.Date
	ValidTo      calendar.Date
}
