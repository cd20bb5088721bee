package classifier_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"tamga/calendar"
	"tamga/classifier"
	"tamga/customs"
	"tamga/data"
)

func book(t testing.TB) *classifier.Book {
	t.Helper()
	loaded, err := classifier.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

var goldenDay = calendar.MustDate("2019-02-14")

func TestEveryNamedListIsThere(t *testing.T) {
	atLeast := map[classifier.ListName]int{
		classifier.Countries: 249, classifier.Currencies: 181, classifier.Procedures: 18, classifier.Decisions: 22,
		classifier.Payments: 22, classifier.Documents: 298, classifier.TransportModes: 12,
		classifier.ValuationMethods: 6, classifier.Units: 26, classifier.LocationKinds: 3,
		classifier.PaymentFeatures: 3, classifier.Packages: 20, classifier.DeclarationKinds: 3,
		classifier.DeclaringFeatures: 6, classifier.Preferences: 3, classifier.DealNatures: 1,
		classifier.DealFeatures: 1, classifier.DeliveryTerms: 12,
	}
	loaded := book(t)
	for name, want := range atLeast {
		if got := len(loaded.List(name).Entries()); got < want {
			t.Errorf("%s has %d codes, want at least %d", name, got, want)
		}
	}
	if len(loaded.Names()) != len(atLeast) {
		t.Errorf("lists %v, want %d", loaded.Names(), len(atLeast))
	}
}

func TestGoldenDeclarationIsCodedByTheLists(t *testing.T) {
	loaded := book(t)
	for name, codes := range map[classifier.ListName]string{
		classifier.Countries: "EC RU LR", classifier.Currencies: "USD RUB EUR", classifier.Procedures: "40 00",
		classifier.Documents:      "01191 02011 04011 04131 09023 09999 10023 03011 03012",
		classifier.TransportModes: "10", classifier.ValuationMethods: "1", classifier.Payments: "1010 2010 5010",
		classifier.PaymentFeatures: "ИУ УН УМ", classifier.DeclarationKinds: "ИМ", classifier.Preferences: "ОО ГГ -",
		classifier.DealNatures: "010", classifier.DealFeatures: "00", classifier.DeliveryTerms: "CFR",
		classifier.LocationKinds: "99", classifier.Units: "166",
	} {
		for _, code := range strings.Fields(codes) {
			if !loaded.List(name).Has(code, goldenDay) {
				t.Errorf("%s: no %q on %s", name, code, goldenDay)
			}
		}
	}
	if usd, _ := loaded.List(classifier.Currencies).Find("USD", goldenDay); usd.Numeric != "840" || usd.Digits != 2 {
		t.Errorf("USD = %+v", usd)
	}
	if loaded.List(classifier.DeliveryTerms).Has("DPU", goldenDay) {
		t.Error("a term of 2020 is known in 2019")
	}
	if loaded.List("nothing").Has("10", 0) {
		t.Error("a list that is not there knows a code")
	}
}

func TestOffices(t *testing.T) {
	loaded := book(t)
	times, err := calendar.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	fictional := map[customs.State]int{}
	for _, office := range loaded.Offices() {
		hours, ok := times.Hours(office.Hours)
		if !ok || hours.Zone.ID != office.Zone {
			t.Errorf("office %s: hours %q in zone %q, want zone %q", office.Code, office.Hours, hours.Zone.ID, office.Zone)
		}
		if office.Fictional {
			fictional[office.State]++
			if !strings.Contains(office.RU, "(ВЫМЫШЛЕННЫЙ)") {
				t.Errorf("office %s does not say that it is fictional", office.Code)
			}
		}
	}
	for _, state := range customs.States {
		if fictional[state] == 0 {
			t.Errorf("no fictional office in %s", state)
		}
	}
	printed, ok := loaded.Office("57201")
	if !ok || printed.Code != "39857201" {
		t.Errorf("office 57201 = %+v, %v", printed, ok)
	}
	if _, ok := loaded.Office("99999999"); ok {
		t.Error("an office that is not there is found")
	}
}

func TestNearest(t *testing.T) {
	loaded := book(t)
	for _, c := range []struct {
		list       classifier.ListName
		code, want string
	}{
		{classifier.PaymentFeatures, "YM", "УМ"},  // Latin Y and M
		{classifier.Preferences, "OO", "ОО"},      // Latin O
		{classifier.Preferences, "00", ""},        // digits are another thing
		{classifier.DeliveryTerms, "сfr", "CFR"},  // Cyrillic с
		{classifier.DeliveryTerms, "CF", ""},      // CFR and CIF
		{classifier.Documents, "040211", ""},      // 04021 and 04011
		{classifier.Documents, "04 021", "04021"}, // a space
		{classifier.DeliveryTerms, "EWX", "EXW"},  // neighbours swapped
		{classifier.DeliveryTerms, "DDDP", "DDP"}, // a sign too many
		{classifier.Countries, "СN", "CN"},        // Cyrillic С
		{classifier.Currencies, "", ""},
	} {
		got, ok := loaded.List(c.list).Nearest(c.code, 0)
		if got.Code != c.want || ok != (c.want != "") {
			t.Errorf("%s: nearest to %q is %q, want %q", c.list, c.code, got.Code, c.want)
		}
	}
}

const heading = "# list: x\n# title.ru: а\n# title.en: a\n# act: а\n# evidence: e\n"

func TestLoadIsStrict(t *testing.T) {
	columns := "code,from,to,ru,en,evidence\n"
	for name, c := range map[string]struct{ body, where string }{
		"unknown column":   {heading + "code,from,to,ru,en,evidence,more\n", "x.csv"},
		"no heading":       {columns, "x.csv"},
		"bad day":          {heading + columns + "1,2020-02-30,,а,a,source\n", "x.csv:7"},
		"ends too early":   {heading + columns + "1,2020-02-03,2020-02-02,а,a,source\n", "x.csv:7"},
		"evidence":         {heading + columns + "1,,,а,a,sure\n", "x.csv:7"},
		"no name":          {heading + columns + "1,,,,a,source\n", "x.csv:7"},
		"short row":        {heading + columns + "1,,,а\n", "x.csv:7"},
		"space":            {heading + columns + "1 ,,,а,a,source\n", "x.csv:7"},
		"twice":            {heading + columns + "1,,,а,a,source\n1,,,б,b,source\n", "[7 8]"},
		"overlap by a day": {heading + columns + "1,,2020-01-01,а,a,source\n1,2020-01-01,,б,b,source\n", "[7 8]"},
	} {
		_, err := classifier.Load(fstest.MapFS{"classifiers/x.csv": {Data: []byte(c.body)}})
		if err == nil || !strings.Contains(err.Error(), c.where) {
			t.Errorf("%s: error %v, want one at %s", name, err, c.where)
		}
	}
	two := heading + columns + "1,,2019-12-31,а,a,source\n1,2020-01-01,,б,b,source\n2,,,,,\n3,x,,в,c,source\n"
	_, err := classifier.Load(fstest.MapFS{"classifiers/x.csv": {Data: []byte(two)}})
	if err == nil || !strings.Contains(err.Error(), "x.csv:9") || !strings.Contains(err.Error(), "x.csv:10") {
		t.Errorf("not every bad row is named: %v", err)
	}
}

func TestMeaningChangesWithTheDay(t *testing.T) {
	body := heading + "code,from,to,ru,en,evidence\n1,2020-01-01,,б,b,source\n1,,2019-12-31,а,a,source\n"
	loaded, err := classifier.Load(fstest.MapFS{"classifiers/x.csv": {Data: []byte(body)}})
	if err != nil {
		t.Fatal(err)
	}
	list := loaded.List("x")
	for day, want := range map[string]string{"2019-12-31": "а", "2020-01-01": "б"} {
		if entry, ok := list.Find("1", calendar.MustDate(day)); !ok || entry.RU != want {
			t.Errorf("on %s: %+v", day, entry)
		}
	}
}

func TestLookupsDoNotAllocate(t *testing.T) {
	loaded := book(t)
	used := testing.AllocsPerRun(100, func() {
		if !loaded.List(classifier.Documents).Has("04021", goldenDay) {
			t.Error("no 04021")
		}
		loaded.List(classifier.Countries).Find("EC", goldenDay)
		loaded.Office("10702030")
	})
	if used != 0 {
		t.Errorf("%v allocations", used)
	}
}

func BenchmarkFind(b *testing.B) {
	list := book(b).List(classifier.Documents)
	b.ReportAllocs()
	for b.Loop() {
		list.Find("04021", goldenDay)
	}
}

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := classifier.Load(data.FS); err != nil {
			b.Fatal(err)
		}
	}
}
