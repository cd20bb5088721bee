package declaration

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/money"
)

// Location is where the goods are, box 30.
type Location struct {
	// Kind is the code of the kind of place, for example "11" a temporary storage warehouse.
	Kind    string
	Office  customs.OfficeCode
	Country customs.Country
	// Warehouse is the licence or register entry of the warehouse or zone.
	Warehouse DocumentReference
	// Place, Station and Vehicle say it in other ways.
	Place, Station string
	Address        Address
	// AEO is the certificate of the operator on whose premises they are; Vehicles the means they are on, of the mode
	// VehicleMode.
	AEO         AEOCertificate
	VehicleMode string
	Vehicles    []string
}

// Consignment is the carriage of the goods.
type Consignment struct {
	// Containerised is box 19.
	Containerised Flag
	// Dispatch is box 15, Destination box 17.
	Dispatch, Destination CountryName
	// BorderOffices are box 29.
	BorderOffices []Office
	// Arrival is the means at departure or arrival, boxes 18 and 26; Border the active means at the border, boxes 21
	// and 25.
	Arrival, Border Transport
	// TransitTermination is box 53, Transshipments box 55 of a transit declaration.
	TransitTermination TransitTermination
	Transshipments     []Transshipment
}

// Office is a customs office as code and as written.
type Office struct {
	Code    customs.OfficeCode
	Name    string
	Country string
}

// Transport is the means of transport of a leg.
type Transport struct {
	// Mode is the code of the mode of transport.
	Mode        string
	Nationality customs.Country
	// Quantity is how many means are declared.
	Quantity Number
	Means    []TransportMeans
	// Line is the kind of pipeline or power line, Meters where what it carries is measured.
	Line   string
	Meters []string
}

// TransportMeans is one vehicle, vessel, aircraft or wagon.
type TransportMeans struct {
	Kind, Identifier, TrailerIdentifier, VIN string
	Nationality                              customs.Country
	// Type is its type in words, Mark the code of its make, Registration the number of its registration certificate.
	Type, Mark, Registration string
}

// Contract is what the parties agreed: currency, sum, terms of delivery, nature of the deal.
type Contract struct {
	// Currency and InvoiceTotal are box 22; ExchangeRate box 23 with its nominal.
	Currency              money.Currency
	InvoiceTotal          Number
	ExchangeRate, Nominal Number
	// TradingCountry is box 11.
	TradingCountry CountryName
	// DealNature and DealFeature are box 24.
	DealNature, DealFeature string
	// Delivery is box 20.
	Delivery DeliveryTerms
}

// DeliveryTerms is an Incoterms code and its place.
type DeliveryTerms struct {
	Code, Place, PlaceCode string
	// Transfer is where the goods pass to the buyer.
	Transfer string
}

// Payment is a sum actually due or paid, box B.
type Payment struct {
	Code         customs.PaymentCode
	Amount       Number
	Currency     string
	ExchangeRate Number
	// Way is the code of how it is paid; Payer who pays.
	Way      string
	Payer    TaxIDs
	Document DocumentReference
	// PaidOn is the day of payment.
	PaidOn calendar.Date
}

// Deferral is a deferral or instalment of a payment, box 48.
type Deferral struct {
	Code customs.PaymentCode
	End  calendar.Date
	// Instalment numbers a row of the schedule of instalments, due on InstalmentEnd.
	Instalment    Number
	InstalmentEnd calendar.Date
}

// Guarantee is security for the payment, box 52.
type Guarantee struct {
	// Way is the code of the kind of security.
	Way      string
	Amount   Number
	Document DocumentReference
	// UNP is the identifier of a Belarusian guarantor, BIC of the bank.
	UNP, BIC string
}
