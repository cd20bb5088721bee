package fiction

import (
	"fmt"

	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/tariff"
)

// commodity is a kind of goods that the fiction knows: its code, name, unit, mass and price of a piece.
type commodity struct {
	code         customs.CommodityCode
	name         string
	unit         customs.UnitCode
	unitName     string
	grams, cents int
}

var commodities = []commodity{
	{"8481808199", "АРМАТУРА ТРУБОПРОВОДНАЯ: КЛАПАНЫ РЕГУЛИРУЮЩИЕ", "", "", 4200, 5150},
	{"3926909709", "ИЗДЕЛИЯ ИЗ ПЛАСТМАСС: ЗАГЛУШКИ ТЕХНИЧЕСКИЕ", "", "", 120, 95},
	{"8708299009", "ЧАСТИ КУЗОВОВ ЛЕГКОВЫХ АВТОМОБИЛЕЙ: НАКЛАДКИ ДВЕРЕЙ", "", "", 2600, 3380},
	{"7318158100", "БОЛТЫ С ШЕСТИГРАННОЙ ГОЛОВКОЙ ИЗ ЧЕРНЫХ МЕТАЛЛОВ", "", "", 60, 18},
	{"3304990000", "СРЕДСТВА ДЛЯ УХОДА ЗА КОЖЕЙ: КРЕМ ДЛЯ РУК", "", "", 90, 210},
	{"0901210001", "КОФЕ АРАБИКА ЖАРЕНЫЙ В ЗЕРНАХ", "", "", 1000, 1260},
	{"6109100000", "МАЙКИ ИЗ ХЛОПЧАТОБУМАЖНОЙ ПРЯЖИ МАШИННОГО ВЯЗАНИЯ", "796", "ШТ", 180, 420},
	{"6403999600", "ОБУВЬ МУЖСКАЯ С ВЕРХОМ ИЗ НАТУРАЛЬНОЙ КОЖИ", "715", "ПАР", 950, 2340},
	{"9403105100", "МЕБЕЛЬ МЕТАЛЛИЧЕСКАЯ КОНТОРСКАЯ: СТОЛЫ ПИСЬМЕННЫЕ", "", "", 18000, 7400},
	{"8418102001", "ХОЛОДИЛЬНИКИ-МОРОЗИЛЬНИКИ БЫТОВЫЕ", "796", "ШТ", 68000, 31500},
	{"8516108000", "ВОДОНАГРЕВАТЕЛИ ЭЛЕКТРИЧЕСКИЕ НАКОПИТЕЛЬНЫЕ", "796", "ШТ", 14500, 6900},
	{"4202119000", "ЧЕМОДАНЫ ИЗ НАТУРАЛЬНОЙ КОЖИ", "796", "ШТ", 3100, 8800},
	{"4011100009", "ШИНЫ ПНЕВМАТИЧЕСКИЕ ДЛЯ ЛЕГКОВЫХ АВТОМОБИЛЕЙ", "796", "ШТ", 9200, 4100},
}

func (m *maker) commodity() commodity {
	if len(m.Commodities) == 0 {
		return commodities[m.draw.below(len(commodities))]
	}
	wanted := m.Commodities[m.draw.below(len(m.Commodities))]
	for _, known := range commodities {
		if known.code == wanted {
			return known
		}
	}
	other := commodity{code: wanted, name: "ТОВАР ВЫМЫШЛЕННЫЙ", grams: 1000, cents: 1000}
	if known, ok := m.Tariff.Commodity(tariff.Key{State: m.State, Commodity: wanted, Day: m.Day}); ok {
		other.unit = known.Unit
	}
	return other
}

func (m *maker) item(number int, origin declaration.CountryName) declaration.GoodsItem {
	goods := m.commodity()
	packages := m.draw.between(4, 60)
	pieces := packages * m.draw.between(2, 24)
	net := int64(pieces) * int64(goods.grams)
	gross := net + int64(packages)*int64(m.draw.between(200, 900))
	item := declaration.GoodsItem{
		Ordinal:          declaration.Count(number),
		Descriptions:     []string{fmt.Sprintf("%s, ВЫМЫШЛЕННЫЕ, ВСЕГО %d", goods.name, pieces)},
		GrossMassKG:      declaration.FixedNumber(money.FromMinor(gross, 3), 3),
		NetMassKG:        declaration.FixedNumber(money.FromMinor(net, 3), 3),
		InvoiceValue:     declaration.FixedNumber(money.FromMinor(int64(pieces)*int64(goods.cents), 2), 2),
		Commodity:        goods.code,
		Origin:           origin,
		ValuationMethod:  "1",
		AdditionalSheets: declaration.Count(number/3 + 1),
		Preference:       declaration.Preference{Fee: "ОО", Duty: "ОО", Excise: "-", VAT: "ОО"},
		Procedure:        declaration.ItemProcedure{Main: m.Procedure, Preceding: "00", Feature: "000"},
		Packaging: declaration.Packaging{
			Quantity: declaration.Count(packages), Kind: "1",
			Packages: []declaration.Package{{Info: "0", Kind: "CT", Quantity: declaration.Count(packages)}},
		},
		Containers: []declaration.Container{{
			Quantity: declaration.Count(1), Kind: "CN",
			Numbers: []declaration.ContainerNumber{{ID: containerID(1000 + int(m.Seed%9000)), Full: "1"}},
		}},
		Documents: m.documents(number),
	}
	group := declaration.GoodsLine{
		Manufacturer: m.consignor.name, TradeMark: "FICTION", Brand: "FICTION", Article: fmt.Sprintf("F-%04d", m.draw.below(9999)),
		Line: declaration.Count(1),
	}
	if goods.unit != "" {
		item.Quantity = declaration.Measure{Quantity: declaration.Count(pieces), Unit: goods.unit, UnitName: goods.unitName}
		group.Quantity = item.Quantity
	}
	item.Groups = []declaration.GoodsGroup{{Number: declaration.Count(1), Description: ":", Goods: []declaration.GoodsLine{group}}}
	return item
}

// documents are those of box 44. The transport and trade documents are of the whole shipment and stand with every item.
func (m *maker) documents(number int) []declaration.PresentedDocument {
	dated := m.Day.AddDays(-20)
	serial := func(kind string, n int) string { return fmt.Sprintf("F-%s-%d", kind, 1000+int(m.Seed%9000)+n) }
	made := func(kind, name, number string) declaration.PresentedDocument {
		return declaration.PresentedDocument{
			Kind: customs.DocumentKind(kind), Name: name, Number: number, Date: dated, Presenting: "0",
		}
	}
	conformity := made("01191", "ДЕКЛАРАЦИЯ О СООТВЕТСТВИИ", serial("01191", number))
	conformity.ValidFrom, conformity.ValidTo = dated, dated.AddDays(365)
	documents := []declaration.PresentedDocument{
		conformity,
		made("02011", "КОНОСАМЕНТ", serial("02011", 0)),
		made("03011", "ДОГОВОР", serial("03011", 0)),
		made("04021", "ИНВОЙС", serial("04021", 0)),
		made("04131", "УПАКОВОЧНЫЙ ЛИСТ", serial("04131", 0)),
	}
	if m.State == customs.Russia {
		documents = append(documents, made("03031", "УНИКАЛЬНЫЙ НОМЕР КОНТРАКТА", serial("03031", 0)))
	}
	return documents
}

// containerID returns a container number of a fictional owner with its check digit by ISO 6346.
func containerID(number int) string {
	id := fmt.Sprintf("FICU%06d", number%1000000)
	sum, weight := 0, 1
	for i := range len(id) {
		sum += containerValue(id[i]) * weight
		weight *= 2
	}
	return id + digit(sum%11%10)
}

// containerValue is the value of a character by ISO 6346: letters count from 10 and skip the multiples of 11.
func containerValue(c byte) int {
	if c <= '9' {
		return int(c - '0')
	}
	value := int(c-'A') + 10
	return value + (value-1)/10
}

// value fills what follows from the rates of the day: boxes 12, 22, 23, 45, 46 and the sums of the shipment.
func (m *maker) value(made *declaration.Declaration) error {
	shipment := &made.Shipment
	rate, err := m.rate("USD")
	if err != nil {
		return err
	}
	shipment.Contract.ExchangeRate = declaration.NumberOf(rate.Value)
	if !rate.Nominal.Equal(money.FromInt(1)) {
		shipment.Contract.Nominal = declaration.NumberOf(rate.Nominal)
	}
	var invoices, values money.Decimal
	packages := 0
	cents := money.Rounding{Mode: money.HalfUp, Digits: 2}
	for i := range shipment.Goods {
		item := &shipment.Goods[i]
		converted, err := rate.Convert(item.InvoiceValue.Value)
		if err != nil {
			return err
		}
		customsValue := cents.Apply(converted)
		item.CustomsValue = declaration.FixedNumber(customsValue, 2)
		back, err := rate.Back(customsValue)
		if err != nil {
			return err
		}
		item.StatisticalValue = declaration.FixedNumber(cents.Apply(back), 2)
		invoices, values = invoices.Add(item.InvoiceValue.Value), values.Add(customsValue)
		count, _ := item.Packaging.Quantity.Value.Minor(0)
		packages += int(count)
	}
	shipment.Contract.InvoiceTotal = declaration.FixedNumber(invoices, 2)
	shipment.CustomsValue, shipment.CustomsValueCurrency = declaration.FixedNumber(values, 2), m.national
	shipment.ItemCount, shipment.PackageCount = declaration.Count(len(shipment.Goods)), declaration.Count(packages)
	shipment.SheetCount = declaration.Count(1 + (len(shipment.Goods)+1)/3)
	return nil
}

func (m *maker) rate(currency money.Currency) (money.ExchangeRate, error) {
	rate, ok := m.Tariff.ExchangeRate(currency, m.national, m.Day)
	if !ok {
		return rate, &customs.Error{
			Code: customs.NotFound, Op: "find exchange rate", Subject: string(currency) + " " + m.Day.String(),
		}
	}
	return rate, nil
}
