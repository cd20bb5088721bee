package duty_test

import (
	"io/fs"
	"testing"
	"testing/fstest"

	"tamga/data"
	"tamga/declaration"
	"tamga/duty"
	"tamga/tariff"
)

// withMeasures is the reference data with a fictional anti-dumping duty: 30 % on bananas of the country 99, 12 % on
// those of one maker.
func withMeasures(t *testing.T) *tariff.Book {
	t.Helper()
	files := fstest.MapFS{}
	for _, folder := range []string{"tariff", "rates", "exchange"} {
		names, err := fs.Glob(data.FS, folder+"/*.csv")
		if err != nil {
			t.Fatal(err)
		}
		for _, name := range names {
			body, err := fs.ReadFile(data.FS, name)
			if err != nil {
				t.Fatal(err)
			}
			files[name] = &fstest.MapFile{Data: body}
		}
	}
	files["rates/measures.csv"].Data = []byte("prefix,payment,origin,maker,rate,from,to,law,since,evidence\n" +
		"0803,2050,99,,30,2019-01-01,,fictional measure,,fiction\n" +
		"080390,2050,99,Maker One,12,2019-01-01,,fictional measure,,fiction\n")
	b, err := tariff.Load(files)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestMeasuresDependOnOriginAndMaker(t *testing.T) {
	b := withMeasures(t)
	for _, c := range []struct {
		origin, maker, want string
	}{{"CN", "", "0.00"}, {"99", "", "30000.00"}, {"99", "Maker One", "12000.00"}, {"99", "Maker Two", "30000.00"}} {
		item := goods("0803901000", "100000", "1")
		item.Origin.Code = "99"
		if c.origin != "99" {
			item.Origin.Code = "CN"
		}
		item.Groups = []declaration.GoodsGroup{{Goods: []declaration.GoodsLine{{Manufacturer: c.maker}}}}
		f := facts(t, "RU", "2019-02-14")
		f.Tariff = b
		a := duty.Assess(declare("40", item), f)
		if total, ok := a.Total(duty.AntiDumping); !ok || total.Fixed(2) != c.want {
			t.Errorf("%s %q: %s %v, want %s; %+v", c.origin, c.maker, total, ok, c.want, a.Problems)
		}
	}
}
