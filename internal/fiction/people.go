package fiction

import (
	"fmt"

	"tamga/customs"
	"tamga/declaration"
)

type consignor struct {
	name, city, street string
	country            customs.Country
	countryName        string
}

var consignors = []consignor{
	{"FICTION VALVES CO., LTD", "EXAMPLE CITY", "1 EXAMPLE ROAD", "CN", "КИТАЙ"},
	{"ESEMPIO IMMAGINARIO S.P.A.", "ESEMPIO", "VIA ESEMPIO 2", "IT", "ИТАЛИЯ"},
	{"ORNEK KURGU A.S.", "ORNEKKENT", "ORNEK SOKAK 3", "TR", "ТУРЦИЯ"},
	{"FICTION EXPORTS PVT LTD", "SAMPLEPUR", "4 SAMPLE STREET", "IN", "ИНДИЯ"},
}

var cities = map[customs.State]string{
	customs.Russia: "ВЛАДИВОСТОК", customs.Kazakhstan: "АЛМАТЫ", customs.Belarus: "МИНСК", customs.Kyrgyzstan: "БИШКЕК", customs.Armenia: "ЕРЕВАН",
}

var stateNames = map[customs.State]string{
	customs.Russia: "РОССИЯ", customs.Kazakhstan: "КАЗАХСТАН", customs.Belarus: "БЕЛАРУСЬ", customs.Kyrgyzstan: "КИРГИЗИЯ", customs.Armenia: "АРМЕНИЯ",
}

var numericState = map[customs.State]string{
	customs.Russia: "643", customs.Kazakhstan: "398", customs.Belarus: "112", customs.Kyrgyzstan: "417", customs.Armenia: "051",
}

func (m *maker) foreignParty() declaration.Party {
	return declaration.Party{
		Name: m.consignor.name,
		Addresses: []declaration.Address{{
			Country: m.consignor.country, CountryName: m.consignor.countryName, City: m.consignor.city, Street: m.consignor.street,
		}},
	}
}

func (m *maker) homeAddress(street string) declaration.Address {
	return declaration.Address{
		Country: customs.Country(m.State), CountryName: stateNames[m.State], City: "Г." + cities[m.State], Street: street,
	}
}

func (m *maker) declarant() declaration.Party {
	return declaration.Party{
		Name:      fmt.Sprintf(`ООО "ВЫМЫСЕЛ-%d"`, m.Options.Declarant+1),
		TaxIDs:    TaxIDs(m.State, m.Options.Declarant),
		Addresses: []declaration.Address{m.homeAddress(fmt.Sprintf("УЛ. ПРИМЕРНАЯ, Д. %d", m.Options.Declarant+1))},
	}
}

// TaxIDs returns the tax identifiers of a fictional person of the state, with true check digits. The prefixes are ones
// that no tax office issues.
func TaxIDs(state customs.State, number int) declaration.TaxIDs {
	switch state {
	case customs.Kazakhstan:
		return declaration.TaxIDs{BIN: kazakh(fmt.Sprintf("9901400%04d", number))}
	case customs.Belarus:
		return declaration.TaxIDs{UNP: belarusian(990000 + number*7)}
	case customs.Armenia:
		return declaration.TaxIDs{UNN: fmt.Sprintf("990%05d", number)}
	case customs.Kyrgyzstan:
		return declaration.TaxIDs{KGINN: fmt.Sprintf("0990120%07d", number), OKPO: fmt.Sprintf("990%05d", number)}
	}
	inn := fmt.Sprintf("9901%05d", number)
	ogrn := fmt.Sprintf("12099000%04d", number)
	return declaration.TaxIDs{
		INN: inn + digit(weighted(inn, 2, 4, 10, 3, 5, 9, 4, 6, 8)%11%10), KPP: "990101001",
		OGRN: ogrn + digit(remainder(ogrn, 11)%10),
	}
}

func kazakh(digits string) string {
	check := weighted(digits, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) % 11
	if check == 10 {
		check = weighted(digits, 3, 4, 5, 6, 7, 8, 9, 10, 11, 1, 2) % 11
	}
	return digits + digit(check%10)
}

func belarusian(number int) string {
	for ; ; number++ {
		digits := fmt.Sprintf("%08d", 99000000+number%1000000)
		if check := weighted(digits, 29, 23, 19, 17, 13, 7, 5, 3) % 11; check < 10 {
			return digits + digit(check)
		}
	}
}

func weighted(digits string, weights ...int) int {
	sum := 0
	for i, weight := range weights {
		sum += int(digits[i]-'0') * weight
	}
	return sum
}

func remainder(digits string, by int) int {
	rest := 0
	for i := range len(digits) {
		rest = (rest*10 + int(digits[i]-'0')) % by
	}
	return rest
}

func digit(n int) string { return string(rune('0' + n)) }
