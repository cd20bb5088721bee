// Package declaration is the goods declaration as a document: what the trader states, never changed, only superseded.
//
// The names are those of the Commission's data model (R.055) in English; the album's own spellings stay in
// declaration/album. Read declaration.go for the whole, party.go, consignment.go and item.go for its sections,
// field.go for how a rule names a place in it. The law: Customs Code of the Union art. 104–106; Commission decision
// 257 of 20.05.2010 (filling in the declaration).
//
// Conventions: an empty string means the element was not given; a Number and a Flag say so themselves. Lists keep the
// order of the document.
package declaration

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/money"
)

// Declaration is one goods declaration.
type Declaration struct {
	// ID is the sender's identifier of the document.
	ID customs.DocumentID
	// RefID names the document this one answers or replaces.
	RefID customs.DocumentID
	// Document is the technical header of the electronic document.
	Document Header
	// Kind is ИМ or ЭК (ТТ for a transit declaration), box 1, first part.
	Kind string
	// Procedure is the declared customs procedure, box 1, second part.
	Procedure customs.ProcedureCode
	// ElectronicMark is «ЭД», box 1, third part; DocumentUse «СД» when transport papers serve as the declaration.
	ElectronicMark, DocumentUse string
	// Feature is the peculiarity of declaring, box 7: preliminary, incomplete, periodic and so on.
	Feature string
	// RecipientCountry is the state to whose office the declaration is filed.
	RecipientCountry customs.Country
	// ExecutionPlace is where the declaration was filled in, box 54.
	ExecutionPlace string
	// Declarant is box 14, Representative the customs representative of box 54, Signatory who signed.
	Declarant      Party
	Representative Representative
	Signatory      Signatory
	// Certificate is what the certificate of the electronic signature says of its owner.
	Certificate CertificateOwner
	// RailwayStation is that of box 50 of a transit declaration.
	RailwayStation RailwayStation
	// Shipment is the goods consignment declared.
	Shipment Shipment
	// Opaque keeps the elements without a field of their own, in document order.
	Opaque []Opaque
}

// Header is the technical header of the electronic document.
type Header struct {
	// Code names the structure, for example "R.036"; Created is the instant as written by the sender.
	Code, Created string
	// Other header fields as written.
	Envelope, Language, SourceCountry, DestinationCountry string
}

// Day returns the civil day on which the document was made, as its sender wrote it, or no date.
func (h Header) Day() calendar.Date {
	if len(h.Created) < 10 {
		return 0
	}
	day, err := calendar.ParseDate(h.Created[:10])
	if err != nil {
		return 0
	}
	return day
}

// Number is a decimal number that may be absent. Text is how the document wrote it, so that printing it again keeps
// every digit.
type Number struct {
	Value money.Decimal
	Text  string
	Given bool
}

// NumberOf returns the number as a given one, written as the decimal writes itself.
func NumberOf(value money.Decimal) Number {
	return Number{Value: value, Text: value.String(), Given: true}
}

// FixedNumber returns the number as a given one, written with the given digits after the point.
func FixedNumber(value money.Decimal, digits int) Number {
	return Number{Value: value, Text: value.Fixed(digits), Given: true}
}

// Count returns the whole number n as a given one.
func Count(n int) Number { return NumberOf(money.FromInt(int64(n))) }

// Is reports whether the number is given and equal to n.
func (n Number) Is(value int) bool {
	return n.Given && n.Value.Equal(money.FromInt(int64(value)))
}

// Equal reports whether both are absent, or both given and the same number.
func (n Number) Equal(other Number) bool {
	return n.Given == other.Given && n.Value.Equal(other.Value)
}

// Flag is a yes or no that may be absent.
type Flag byte

// The values of a Flag.
const (
	Absent Flag = iota
	No
	Yes
)

// FlagOf turns a truth value into a given flag.
func FlagOf(yes bool) Flag {
	if yes {
		return Yes
	}
	return No
}

// Opaque is an element that the reader knows by the tables but the model has no field for. It survives reading,
// correcting and printing unchanged.
type Opaque struct {
	// Parent is the path of the element it stands in, with ordinals of repeated elements, and Path its own.
	Parent, Path string
	// XML is the element as received, with the namespace declarations it needs.
	XML string
}

// Shipment is the consignment of goods that the declaration covers.
type Shipment struct {
	// Origin is box 16, with its name as written.
	Origin CountryName
	// Specifications and their sheets are box 4; Items box 5; Packages box 6; Sheets box 3.
	Specifications, SpecificationSheets Number
	ItemCount, PackageCount, SheetCount Number
	// CustomsValue is the total of box 12 in CustomsValueCurrency.
	CustomsValue         Number
	CustomsValueCurrency money.Currency
	// Consignor is box 2, Consignee box 8, FinanciallyResponsible box 9.
	Consignor, Consignee, FinanciallyResponsible Party
	// Carrier is box 50 of a transit declaration.
	Carrier Carrier
	// Locations are box 30.
	Locations []Location
	// Consignment is the carriage: boxes 15, 17, 18, 19, 21, 25, 26, 29.
	Consignment Consignment
	// Contract is boxes 11, 20, 22, 23, 24.
	Contract Contract
	// Goods are the goods items, boxes 31 to 47.
	Goods []GoodsItem
	// Payments are box B; Deferrals box 48; Guarantees box 52.
	Payments   []Payment
	Deferrals  []Deferral
	Guarantees []Guarantee
	// TransitGuarantees are box 52 of a transit declaration.
	TransitGuarantees []TransitGuarantee
}

// CountryName is a country as code and as the short name written beside it.
type CountryName struct {
	Code customs.Country
	Name string
	// Region is the code of the administrative division, where a state asks for one.
	Region string
}
