// Package fiction makes fictional declarations from a seed: as many as wanted, plausible, clean by the rules, of any
// number of goods items, for any member state. Nobody and nothing in them exists.
//
// Read fiction.go for the declaration as a whole, goods.go for the items, people.go for those named in it, payments.go
// for boxes 47 and B, which the assessment fills. The same options give the same declaration.
package fiction

import (
	"fmt"

	"tamga/calendar"
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/tariff"
)

// Options choose a declaration.
type Options struct {
	Seed uint64
	// Items is the number of goods items, from 1 to 999; 0 means 2.
	Items int
	// State is where it is filed; "" means Russia. Office is the office; "" the state's first fictional one.
	State  customs.State
	Office customs.OfficeCode
	// Export asks for a declaration of procedure 10; otherwise it is 40.
	Export bool
	// Procedure replaces the procedure that Export implies.
	Procedure customs.ProcedureCode
	// Feature is the peculiarity of declaring, box 7.
	Feature string
	// Day is the day of the document and of its rates.
	Day calendar.Date
	// Books are the reference data that the declaration is to agree with.
	Tariff      *tariff.Book
	Classifiers *classifier.Book
	// Commodities names the goods to choose from by code; empty means all that the package knows.
	Commodities []customs.CommodityCode
	// Origin fixes the country of origin; "" lets the seed choose.
	Origin customs.Country
	// Declarant is the number of the fictional declarant, so that one party may file many declarations.
	Declarant int
}

// New makes the declaration. It fails only when the reference data lack a rate that it needs.
func New(options Options) (*declaration.Declaration, error) {
	maker := &maker{Options: options, draw: draw(options.Seed*2654435761 + 97)}
	maker.fillDefaults()
	made := maker.declaration()
	if err := maker.value(made); err != nil {
		return nil, err
	}
	if err := maker.pay(made); err != nil {
		return nil, err
	}
	return made, nil
}

type maker struct {
	Options
	draw     draw
	national money.Currency
	consignor
}

func (m *maker) fillDefaults() {
	if m.Items == 0 {
		m.Items = 2
	}
	if m.State == "" {
		m.State = customs.Russia
	}
	if m.Procedure == "" {
		m.Procedure = "40"
		if m.Export {
			m.Procedure = "10"
		}
	}
	if m.Office == "" {
		m.Office = offices[m.State]
	}
	m.national = nationalCurrency[m.State]
	m.consignor = consignors[m.draw.below(len(consignors))]
	if m.Origin != "" {
		m.consignor.country = m.Origin
		m.consignor.countryName = m.countryName(m.Origin)
	}
}

// offices are the fictional offices of the reference data, one for each state.
var offices = map[customs.State]customs.OfficeCode{
	customs.Russia: "10999010", customs.Kazakhstan: "39899010", customs.Belarus: "11299010",
	customs.Kyrgyzstan: "41799010", customs.Armenia: "05199010",
}

var nationalCurrency = map[customs.State]money.Currency{
	customs.Russia: "RUB", customs.Kazakhstan: "KZT", customs.Belarus: "BYN", customs.Kyrgyzstan: "KGS", customs.Armenia: "AMD",
}

func (m *maker) countryName(code customs.Country) string {
	if m.Classifiers == nil {
		return ""
	}
	entry, ok := m.Classifiers.List(classifier.Countries).Find(string(code), m.Day)
	if !ok {
		return ""
	}
	return upper(entry.RU)
}

func (m *maker) declaration() *declaration.Declaration {
	kind := "ИМ"
	if m.Export {
		kind = "ЭК"
	}
	declarant := m.declarant()
	return &declaration.Declaration{
		ID:               customs.DocumentID(m.draw.uuid()),
		Document:         declaration.Header{Code: "R.036", Created: m.Day.String() + "T09:30:00+03:00"},
		Kind:             kind,
		Procedure:        m.Procedure,
		ElectronicMark:   "ЭД",
		Feature:          m.Feature,
		RecipientCountry: customs.Country(m.State),
		ExecutionPlace:   cities[m.State],
		Declarant:        declarant,
		Signatory: declaration.Signatory{
			Surname: "ВЫМЫСЛОВ", Name: "ПРИМЕР", MiddleName: "ОБРАЗЦОВИЧ", Post: "СПЕЦИАЛИСТ ПО ТАМОЖЕННОМУ ОФОРМЛЕНИЮ",
			Phones: []string{"70000000000"}, SignedAt: m.Day.String() + "T09:25:00",
		},
		Shipment: m.shipment(),
	}
}

func (m *maker) shipment() declaration.Shipment {
	home := declaration.CountryName{Code: customs.Country(m.State), Name: stateNames[m.State]}
	abroad := declaration.CountryName{Code: m.consignor.country, Name: m.consignor.countryName}
	from, to, origin := abroad, home, abroad
	if m.Export {
		from, to, origin = home, abroad, home
	}
	shipment := declaration.Shipment{
		Origin:                 origin,
		Consignor:              m.foreignParty(),
		Consignee:              declaration.Party{SameAsDeclarant: declaration.Yes},
		FinanciallyResponsible: declaration.Party{SameAsDeclarant: declaration.Yes},
		Locations:              []declaration.Location{m.location()},
		Consignment: declaration.Consignment{
			Containerised: declaration.Yes,
			Dispatch:      from, Destination: to,
			BorderOffices: []declaration.Office{{Code: m.Office, Name: "ТАМОЖЕННЫЙ ПОСТ", Country: numericState[m.State]}},
			Border: declaration.Transport{
				Mode: "10", Nationality: "LR", Quantity: declaration.Count(1),
				Means: []declaration.TransportMeans{{Kind: "10_", Identifier: "FICTION STAR " + fmt.Sprint(1+m.draw.below(90)), Nationality: "LR"}},
			},
		},
		Contract: declaration.Contract{
			Currency: "USD", TradingCountry: declaration.CountryName{Code: abroad.Code},
			DealFeature: "00", DealNature: "010",
			Delivery: declaration.DeliveryTerms{Code: "CFR", Place: cities[m.State]},
		},
	}
	if m.Export {
		shipment.Consignor, shipment.Consignee = shipment.Consignee, shipment.Consignor
		shipment.Contract.Delivery.Code = "FOB"
	}
	for number := 1; number <= m.Items; number++ {
		shipment.Goods = append(shipment.Goods, m.item(number, origin))
	}
	return shipment
}

func (m *maker) location() declaration.Location {
	return declaration.Location{
		Kind: "99", Office: m.Office, Country: customs.Country(m.State),
		Warehouse: declaration.DocumentReference{Number: string(m.Office[:5]) + "/100118/00001/0", Date: calendar.MustDate("2018-01-10")},
		Address:   m.homeAddress("ВЫМЫШЛЕННЫЙ СВХ, УЛ. ПОРТОВАЯ, 1"),
	}
}
