package declaration

import (
	"tamga/calendar"
	"tamga/customs"
)

// Carrier is who carries the goods in transit, box 50, with the people who act for it.
type Carrier struct {
	Party   Party
	Drivers []CarrierRepresentative
}

// CarrierRepresentative is an employee or an agent of a carrier, for example the driver.
type CarrierRepresentative struct {
	Surname, Name, MiddleName, Post string
	Phones, Emails                  []string
	Identity                        IdentityDocument
	// Role is the code of what the person does.
	Role string
}

// RailwayStation is the station that took the goods for carriage, box 50: its code and the day on its stamp.
type RailwayStation struct {
	Code      string
	StampedOn calendar.Date
}

// TransitTermination is where transit ends, box 53: the office, and the zone or the operator's premises at it.
type TransitTermination struct {
	Office Office
	// Zone is the number of the customs control zone.
	Zone string
	// AEO is the certificate of the operator, Address that of its premises.
	AEO     AEOCertificate
	Address Address
}

// Transshipment is a reloading of the goods on the way, box 55.
type Transshipment struct {
	Country     customs.Country
	CountryName string
	Place       string
	// Containerised, Mode, Nationality, Quantity and Means are those of the new means of transport.
	Containerised Flag
	Mode          string
	Nationality   customs.Country
	Quantity      Number
	Means         []TransshipmentMeans
	// Office is the office in whose region it happens, with its name and country.
	Office        customs.OfficeCode
	OfficeName    string
	OfficeCountry customs.Country
	// Containers are the numbers of the new containers.
	Containers []string
}

// TransshipmentMeans is a means of transport with up to two trailers.
type TransshipmentMeans struct {
	TransportMeans
	FirstTrailer, SecondTrailer string
}

// PreliminaryInformationNumber is the registration number of preliminary information.
type PreliminaryInformationNumber struct {
	Country customs.Country
	Date    calendar.Date
	Number  string
}

// TIRCarnet is the number of a TIR carnet.
type TIRCarnet struct{ Series, Number string }

// VehicleDeclaration is the registration number of a declaration of a means of transport, and the mode it is of.
type VehicleDeclaration struct {
	Office       customs.OfficeCode
	Date         calendar.Date
	Number, Mode string
}

// TransitGuarantee is security for transit, box 52 of a transit declaration.
type TransitGuarantee struct {
	// Measure is the code of the measure of security, Number and Date those of its document.
	Measure, Number string
	Date            calendar.Date
	// CertificateOffice, CertificateDate and CertificateNumber are the number of the certificate of security.
	CertificateOffice customs.OfficeCode
	CertificateDate   calendar.Date
	CertificateNumber string
	// Document confirms the measure, AEO the status of an operator.
	Document DocumentReference
	AEO      AEOCertificate
	// NationalKind is the kind as a state calls it, ExcludedCountries where the security does not hold.
	NationalKind      string
	ExcludedCountries []string
	// Guarantor is who secures, at Address; UNP its Belarusian identifier, BIC that of the bank.
	Guarantor, UNP, BIC string
	Address             Address
	Amount              Number
	// General, Surety and Addition are the general contract, the contract of surety and its amendment.
	General, Surety, Addition SuretyContract
}

// SuretyContract is a contract of a guarantor.
type SuretyContract struct {
	Name, Number string
	Date         calendar.Date
	Kind         customs.DocumentKind
}
