package clearance_test

import (
	"testing"
	"testing/fstest"

	"tamga/clearance"
	"tamga/data"
)

func TestWriteOff(t *testing.T) {
	shipped, err := clearance.LoadWriteOff(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	if !shipped.Opens("70", 20260317) || shipped.Opens("70", 20171231) || shipped.Opens("40", 20260317) {
		t.Error("a warehouse opens balances from 2018 on, an import never")
	}
	for name, text := range map[string]string{
		"no law":      "[[procedure]]\ncode = \"70\"\nfrom = \"2018-01-01\"\n",
		"no day":      "[[procedure]]\ncode = \"70\"\nlaw = \"x\"\n",
		"unknown key": "[[procedure]]\ncode = \"70\"\nfrom = \"2018-01-01\"\nlaw = \"x\"\nrate = 1\n",
	} {
		files := fstest.MapFS{"criteria/writeoff.toml": {Data: []byte(text)}}
		if _, err := clearance.LoadWriteOff(files); err == nil {
			t.Errorf("%s: loaded", name)
		}
	}
}
