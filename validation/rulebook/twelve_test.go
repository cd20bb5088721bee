package rulebook_test

import (
	"slices"
	"testing"

	"tamga/customs"
	"tamga/declaration/album"
	"tamga/internal/fiction"
	"tamga/validation/rulebook"
)

// twelve are breaches that do not touch one another.
var twelve = []customs.FindingCode{
	"3-SHEETS", "5-COUNT", "6-SUM", "12-SUM", "22-SUM", "32-ORDER", "35-NET", "36-EXCISE", "43-METHOD", "46-RATE",
	"47-PERCENT", "B-PAYER",
}

func TestTwelveErrorsAtOnce(t *testing.T) {
	b := newBench(t)
	options := b.options(5)
	options.Items, options.Commodities = 3, []customs.CommodityCode{"4202119000"}
	made, err := fiction.New(options)
	if err != nil {
		t.Fatal(err)
	}
	for _, code := range twelve {
		rule, ok := rulebook.ByCode(code)
		if !ok || !rule.Breach(made) {
			t.Fatalf("%s cannot be planted", code)
		}
	}
	printed, err := album.Print(made)
	if err != nil {
		t.Fatal(err)
	}
	document := album.Read(printed, album.Options{})
	var found []customs.FindingCode
	for _, finding := range b.judge(&document, options.Day, customs.Russia) {
		found = append(found, finding.Code)
		if finding.Box == "" || finding.Place.Line == 0 {
			t.Errorf("%s stands in box %q, line %d", finding.Code, finding.Box, finding.Place.Line)
		}
	}
	slices.Sort(found)
	planted := slices.Clone(twelve)
	slices.Sort(planted)
	if !slices.Equal(found, planted) {
		t.Errorf("planted %v\nfound %v", planted, found)
	}
}
