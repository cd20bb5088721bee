package declaration

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/money"
)

// GoodsItem is one goods item, boxes 31 to 47.
type GoodsItem struct {
	// Ordinal is box 32, Feature the peculiarity of how the item is described.
	Ordinal Number
	Feature string
	// Descriptions are the texts of box 31; Groups the goods listed in it by maker, brand, model and article.
	Descriptions []string
	Groups       []GoodsGroup
	// GrossMassKG is box 35, NetMassKG box 38, CleanNetMassKG its second part (without any packaging).
	GrossMassKG, NetMassKG, CleanNetMassKG Number
	// InvoiceValue is box 42, in InvoiceCurrency or, when that is empty, in the currency of box 22.
	InvoiceValue        Number
	InvoiceCurrency     money.Currency
	InvoiceExchangeRate Number
	// InvoiceNominal is the nominal of that rate, InvoiceRateDate its day.
	InvoiceNominal  Number
	InvoiceRateDate calendar.Date
	// CustomsValue is box 45 in national currency, StatisticalValue box 46 in US dollars.
	CustomsValue, StatisticalValue Number
	// Commodity is box 33 with the marks of its second part.
	Commodity                                                     customs.CommodityCode
	ProhibitionMark, IPMark, TraceabilityMark, IdentificationMark string
	AdditionalCommodityCode, ClassificationMark                   string
	// RestrictionMarks are codes of prohibitions and restrictions, where a state asks for them.
	RestrictionMarks []string
	// Origin is box 34, PreferentialOrigin the origin claimed for preference.
	Origin             CountryName
	PreferentialOrigin CountryName
	// ValuationMethod is box 43.
	ValuationMethod string
	// AdditionalSheets is the item's share of box 3.
	AdditionalSheets Number
	// Preference is box 36.
	Preference Preference
	// Procedure is box 37.
	Procedure ItemProcedure
	// Quantity is box 41 in Unit; AdditionalQuantities are box 31 element 1.
	Quantity             Measure
	AdditionalQuantities []Measure
	// Quota is box 39.
	Quota Quota
	// Packaging is box 31 element 2, Containers element 3, Excise element 4.
	Packaging  Packaging
	Containers []Container
	// Details are the further elements of box 31.
	Details ItemDetails
	// PreviousDocuments are box 40, Documents box 44, Calculations box 47.
	PreviousDocuments []PreviousDocument
	Documents         []PresentedDocument
	Calculations      []Calculation
}

// Measure is a quantity in a unit.
type Measure struct {
	Quantity Number
	UnitName string
	Unit     customs.UnitCode
}

// GoodsGroup is a group of goods within an item.
type GoodsGroup struct {
	Number      Number
	Description string
	Goods       []GoodsLine
}

// GoodsLine is goods of one maker, brand, model and article.
type GoodsLine struct {
	Manufacturer, TradeMark, Brand, Model, Article, Standard, Serial string
	Line                                                             Number
	Quantity                                                         Measure
}

// Preference is box 36: codes of preference for fee, duty, excise and VAT; «ОО» is none, «-» not applicable.
type Preference struct{ Fee, Duty, Excise, VAT string }

// ItemProcedure is box 37: declared and preceding procedure and the feature of the movement.
type ItemProcedure struct {
	Main, Preceding customs.ProcedureCode
	Feature         string
}

// Quota is the balance of a quota, box 39.
type Quota struct {
	// Quantity is the balance in a unit, SecondQuantity the same in another.
	Quantity, SecondQuantity Measure
	// Value is the balance as a value in Currency, a number code; CurrencyName says it in words.
	Value                  Number
	Currency, CurrencyName string
	// Writeoff is the quantity declared, in the unit of the quota.
	Writeoff Measure
}

// Packaging is how the goods are packed.
type Packaging struct {
	// Quantity is the number of packages; Kind 0 without packages, 1 with, 2 in bulk, as the form numbers them.
	Quantity Number
	Kind     string
	// PartQuantity is the number of packages only partly filled by the item.
	PartQuantity Number
	Packages     []Package
}

// Package is packages of one kind.
type Package struct {
	// Info says what the entry describes: 0 packing, 1 kind of bulk cargo, and so on.
	Info, Kind, Description string
	Quantity                Number
}

// Container is the containers of an item, box 31 element 3.
type Container struct {
	Quantity Number
	Kind     string
	Numbers  []ContainerNumber
}

// ContainerNumber is one container and whether the goods fill it.
type ContainerNumber struct{ ID, Full string }

// PreviousDocument is a preceding declaration or other document whose goods are declared now, box 40.
type PreviousDocument struct {
	// Kind names the document; Office, Date and Number are the parts of a declaration's number; Item the goods item.
	Kind   string
	Office customs.OfficeCode
	Date   calendar.Date
	Number string
	Item   Number
	// NetMassKG is how much of it is used, Quantity the same in a supplementary unit.
	NetMassKG Number
	Quantity  Measure
	// SecondQuantity is it in another unit still, Packages the number of packages.
	SecondQuantity Measure
	Packages       Number
	// Line numbers the row, Name says the document in words, Change and Addition are further parts of its number.
	Line                   Number
	Name, Change, Addition string
	// OtherNumber and OtherDate name a document whose number is of another form.
	OtherNumber string
	OtherDate   calendar.Date
	// Commodity, StatedNetMassKG and CustomsValue are those of the preceding document, Country that of its office.
	Commodity                     customs.CommodityCode
	StatedNetMassKG, CustomsValue Number
	Country                       customs.Country
	// AdditionalID is a further identifier of the document.
	AdditionalID Number
	// VehicleDeclaration, PreliminaryInformation and TIR name documents of these kinds.
	VehicleDeclaration     VehicleDeclaration
	PreliminaryInformation PreliminaryInformationNumber
	TIR                    TIRCarnet
}

// DeclarationNumber returns the number that a box 40 row names, or false when the row does not name a declaration.
func (p PreviousDocument) DeclarationNumber() (RegistrationNumber, bool) {
	if p.Office == "" || p.Date == 0 || p.Number == "" {
		return RegistrationNumber{}, false
	}
	return RegistrationNumber{Office: p.Office, Day: p.Date, Serial: p.Number}, true
}

// PresentedDocument is a document of box 44.
type PresentedDocument struct {
	Kind    customs.DocumentKind
	Name    string
	Number  string
	Date    calendar.Date
	Country customs.Country
	// ValidFrom and ValidTo bound its term.
	ValidFrom, ValidTo calendar.Date
	// Payment is the kind of payment the document is about.
	Payment customs.PaymentCode
	// Presenting says whether it is presented: 0 no, 1 yes, 2 not under art. 80(2), 3 after release.
	Presenting string
	// ArchiveID is its identifier in the electronic archive, Archive that of the archive.
	ArchiveID, Archive string
	// PresentedOn is the day on which it will be or was presented.
	PresentedOn calendar.Date
	// LicenceItem is the number of the goods in a licence, LicenceAppendix that of its appendix.
	LicenceItem, LicenceAppendix Number
	// Office and Zone are the office and the customs control zone the document is about.
	Office customs.OfficeCode
	Zone   string
	// PreferenceCountry is the country whose proof of origin it is.
	PreferenceCountry customs.Country
}

// Calculation is a row of box 47: a levy with its base, up to three rate terms and the amount.
type Calculation struct {
	Payment customs.PaymentCode
	// Base is the base in BaseCurrency (a number code) or in BaseUnit.
	Base         Number
	BaseCurrency string
	BaseUnit     customs.UnitCode
	// Rates are the terms; Compare joins the first two (1 not less, 2 not more), Operation adds the third.
	Rates            [3]RateTerm
	Compare          string
	Operation        string
	ComparisonResult Flag
	// RateDate is the day whose rate was used.
	RateDate calendar.Date
	Amount   Number
	Currency string
	// Feature is the peculiarity of payment: ИУ, УН, УМ and others.
	Feature string
	// Months is the number of months of partial exemption, Stages of stages, Days of days; PartialRate the rate of it.
	Months, Stages, Days, PartialRate Number
	// Line numbers the row, Group the group of goods it is for, PreviousItem the item of the preceding declaration.
	Line         Number
	Group        string
	PreviousItem Number
}

// RateTerm is one term of a rate as declared.
type RateTerm struct {
	Value Number
	// Type is "%" or "*" (specific) or "S" (fee in Kazakhstan).
	Type     string
	Currency string
	Unit     customs.UnitCode
	Factor   Number
}
