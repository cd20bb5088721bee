package rulebook_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tamga/calendar"
	"tamga/classifier"
	"tamga/customs"
	"tamga/data"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/duty"
	"tamga/internal/fiction"
	"tamga/internal/need"
	"tamga/money"
	"tamga/tariff"
	"tamga/validation"
	"tamga/validation/rulebook"
)

// bench judges declarations by all rules.
type bench struct {
	classifiers *classifier.Book
	tariff      *tariff.Book
}

func newBench(t testing.TB) *bench {
	t.Helper()
	classifiers, err := classifier.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	rates, err := tariff.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return &bench{classifiers, rates}
}

func (b *bench) judge(document *declaration.Document, day calendar.Date, state customs.State) []customs.Finding {
	facts := validation.Facts{Day: day, State: state, Classifiers: b.classifiers, Tariff: b.tariff}
	if document.Declaration != nil {
		assessment := duty.Assess(document.Declaration, duty.Facts{Date: day, State: state, Tariff: b.tariff})
		facts.Assessment = &assessment
	}
	return validation.Judge(document, rulebook.All(), facts).Findings
}

// golden reads the sample whose figures are real.
func golden(t testing.TB) *declaration.Document {
	t.Helper()
	shared := need.Shared(t)
	body, err := os.ReadFile(filepath.Join(shared, "formats", "samples-synthetic", "esadout_cu_im40.xml"))
	if err != nil {
		t.Fatal(err)
	}
	document := album.Read(body, album.Options{})
	return &document
}

const goldenDay calendar.Date = 20190214

func TestTheSampleIsClean(t *testing.T) {
	b := newBench(t)
	for _, finding := range b.judge(golden(t), goldenDay, customs.Russia) {
		t.Errorf("%s item %d: found %q, expected %q %v", finding.Code, finding.Item, finding.Found, finding.Expected, finding.Args)
	}
}

func TestFictionIsClean(t *testing.T) {
	b := newBench(t)
	for _, state := range customs.States {
		for seed := range uint64(8) {
			options := b.options(seed)
			options.State, options.Items, options.Export = state, 1+int(seed)*3, seed%2 == 1
			made, err := fiction.New(options)
			if err != nil {
				t.Fatal(err)
			}
			for _, finding := range b.judge(&declaration.Document{Declaration: made}, options.Day, state) {
				t.Errorf("%s seed %d: %s item %d: found %q, expected %q %v", state, seed, finding.Code, finding.Item,
					finding.Found, finding.Expected, finding.Args)
			}
		}
	}
}

func (b *bench) options(seed uint64) fiction.Options {
	return fiction.Options{Seed: seed, Day: calendar.MustDate("2026-03-17"), Tariff: b.tariff, Classifiers: b.classifiers}
}

// TestEveryBreachIsFoundAlone plants each rule's breach in declarations of several kinds: wherever it can be planted it
// gives findings of that rule only. Fiction claims no preference and presents few kinds of document, so that some rules
// find an occasion only in the sample or in the tests of their packages; nine in ten must find one here.
func TestEveryBreachIsFoundAlone(t *testing.T) {
	b := newBench(t)
	var without []customs.FindingCode
	for _, rule := range rulebook.All() {
		occasions := 0
		for name, build := range b.kinds(t) {
			occasions += b.plant(t, rule, name, build)
		}
		if occasions == 0 {
			without = append(without, rule.Code)
		}
	}
	if len(without)*10 > len(rulebook.All()) {
		t.Errorf("no declaration gives an occasion to %v", without)
	}
}

func TestEveryBreachInTheSampleIsFoundAlone(t *testing.T) {
	b := newBench(t)
	for name, terms := range map[string]string{"sample": "CFR", "carriage paid": "CIF"} {
		build := func() (*declaration.Declaration, calendar.Date, customs.State) {
			made := golden(t).Declaration
			made.Shipment.Contract.Delivery.Code = terms
			return made, goldenDay, customs.Russia
		}
		occasions := 0
		for _, rule := range rulebook.All() {
			occasions += b.plant(t, rule, name, build)
		}
		if occasions < 50 {
			t.Errorf("%s: only %d rules found an occasion", name, occasions)
		}
	}
}

// plant returns how often the rule found an occasion, 0 or 1.
func (b *bench) plant(t *testing.T, rule *validation.Rule, name string, build maker) int {
	t.Helper()
	made, day, state := build()
	if !rule.Breach(made) {
		return 0
	}
	findings := b.judge(&declaration.Document{Declaration: made}, day, state)
	if len(findings) == 0 {
		t.Errorf("%s in %s: not found", rule.Code, name)
	}
	for _, finding := range findings {
		if finding.Code != rule.Code {
			t.Errorf("%s in %s: also %s item %d, found %q, expected %q %v", rule.Code, name, finding.Code, finding.Item,
				finding.Found, finding.Expected, finding.Args)
		}
	}
	return 1
}

type maker func() (*declaration.Declaration, calendar.Date, customs.State)

// kinds are declarations that together give every rule an occasion.
func (b *bench) kinds(t testing.TB) map[string]maker {
	fictional := func(items int, state customs.State, export bool, change func(*declaration.Declaration)) maker {
		return func() (*declaration.Declaration, calendar.Date, customs.State) {
			options := b.options(uint64(items))
			options.State, options.Items, options.Export = state, items, export
			made, err := fiction.New(options)
			if err != nil {
				t.Fatal(err)
			}
			change(made)
			return made, options.Day, state
		}
	}
	chosen := func(commodity customs.CommodityCode, change func(*declaration.Declaration)) maker {
		return func() (*declaration.Declaration, calendar.Date, customs.State) {
			options := b.options(5)
			options.Items, options.Commodities = 1, []customs.CommodityCode{commodity}
			made, err := fiction.New(options)
			if err != nil {
				t.Fatal(err)
			}
			change(made)
			return made, options.Day, customs.Russia
		}
	}
	same := func(*declaration.Declaration) {}
	return map[string]maker{
		"Russian import":    fictional(1, customs.Russia, false, same),
		"of several items":  fictional(3, customs.Russia, false, same),
		"Russian export":    fictional(1, customs.Russia, true, same),
		"Kazakh import":     fictional(2, customs.Kazakhstan, false, same),
		"Belarusian import": fictional(1, customs.Belarus, false, same),
		"Armenian import":   fictional(1, customs.Armenia, false, same),
		"Kyrgyz import":     fictional(1, customs.Kyrgyzstan, false, same),
		"in bulk":           fictional(1, customs.Russia, false, inBulk),
		"in pieces":         chosen("8516108000", same),
		"with lines":        chosen("8516108000", withLines),
		"in no unit":        chosen("8481808199", same),
		"by road":           fictional(1, customs.Russia, false, byRoad),
		"from a warehouse":  fictional(1, customs.Russia, false, fromWarehouse),
		"in own money":      fictional(1, customs.Russia, false, inOwnMoney),
	}
}

func inBulk(d *declaration.Declaration) {
	item := &d.Shipment.Goods[0]
	item.Packaging = declaration.Packaging{Kind: "2"}
	item.GrossMassKG = item.NetMassKG
	d.Shipment.PackageCount = declaration.Number{}
}

// withLines gives an item lines of a quantity, which its commodity must have a unit for.
func withLines(d *declaration.Declaration) {
	item := &d.Shipment.Goods[0]
	if !item.Quantity.Quantity.Given {
		return
	}
	item.Groups = []declaration.GoodsGroup{{Goods: []declaration.GoodsLine{{
		Line: declaration.NumberOf(money.FromInt(1)), Quantity: item.Quantity,
	}}}}
}

func byRoad(d *declaration.Declaration) {
	consignment := &d.Shipment.Consignment
	truck := declaration.Transport{
		Mode: "31", Quantity: declaration.Count(1),
		Means: []declaration.TransportMeans{{Kind: "312", Identifier: "А000АА00", Nationality: "RU"}},
	}
	consignment.Arrival, consignment.Border = truck, truck
	d.Shipment.Contract.Delivery = declaration.DeliveryTerms{Code: "DAP", Place: "ВЛАДИВОСТОК"}
	for i := range d.Shipment.Goods {
		for k := range d.Shipment.Goods[i].Documents {
			if document := &d.Shipment.Goods[i].Documents[k]; strings.HasPrefix(string(document.Kind), "020") {
				document.Kind = "02015"
			}
		}
	}
}

func fromWarehouse(d *declaration.Declaration) {
	item := &d.Shipment.Goods[0]
	item.Procedure.Preceding = "70"
	item.PreviousDocuments = []declaration.PreviousDocument{{
		Office: "10702030", Date: 20260210, Number: "0000001", Item: declaration.Count(1), NetMassKG: item.NetMassKG,
	}}
}

func inOwnMoney(d *declaration.Declaration) {
	contract := &d.Shipment.Contract
	contract.Currency, contract.ExchangeRate, contract.Nominal = "RUB", declaration.Number{}, declaration.Number{}
	contract.InvoiceTotal = d.Shipment.CustomsValue
	for i := range d.Shipment.Goods {
		d.Shipment.Goods[i].InvoiceValue = d.Shipment.Goods[i].CustomsValue
	}
}

func BenchmarkJudge999(b *testing.B) {
	bench := newBench(b)
	options := bench.options(1)
	options.Items = 999
	made, err := fiction.New(options)
	if err != nil {
		b.Fatal(err)
	}
	assessment := duty.Assess(made, duty.Facts{Date: options.Day, State: customs.Russia, Tariff: bench.tariff})
	facts := validation.Facts{
		Day: options.Day, State: customs.Russia, Classifiers: bench.classifiers, Tariff: bench.tariff, Assessment: &assessment,
	}
	rules := rulebook.All()
	for b.Loop() {
		if findings := validation.Judge(&declaration.Document{Declaration: made}, rules, facts).Findings; len(findings) > 0 {
			b.Fatalf("%+v", findings[0])
		}
	}
}
