package wording_test

import (
	"strings"
	"testing"
	"testing/fstest"

	"tamga/internal/wording"
)

func catalogue(t *testing.T, ru, en string) *wording.Catalogue {
	t.Helper()
	loaded, err := wording.Load(fstest.MapFS{
		"texts.ru.toml": {Data: []byte(ru)},
		"texts.en.toml": {Data: []byte(en)},
	})
	if err != nil {
		t.Fatal(err)
	}
	return loaded
}

func TestSayPutsArgumentsIntoPlaceholders(t *testing.T) {
	texts := catalogue(t, `["12-SUM"]`+"\ntext = 'графа 12: {found}, а сумма {expected}'", `["12-SUM"]`+"\ntext = 'box 12: {found}, sum {expected}'")
	value := func(name string) string { return strings.ToUpper(name) }
	if got, want := texts.Say("ru", "12-SUM", "text", value), "графа 12: FOUND, а сумма EXPECTED"; got != want {
		t.Errorf("Say = %q, want %q", got, want)
	}
	if got := texts.Say("en", "unknown", "text", value); got != "unknown" {
		t.Errorf("an unknown code is said as %q, want itself", got)
	}
	if faults := texts.Faults(); len(faults) != 0 {
		t.Errorf("faults %v, want none", faults)
	}
}

func TestFaultsNameWhatTheLanguagesDoNotShare(t *testing.T) {
	texts := catalogue(t, "[A]\ntext='{found}'\n[B]\ntext='x'", "[A]\ntext='{expected}'\n[C]\ntext='x'")
	if faults := texts.Faults(); len(faults) < 3 {
		t.Errorf("faults %v, want the placeholder of A, and B and C in one language only", faults)
	}
}

func TestMergeRefusesACodeTwice(t *testing.T) {
	one := catalogue(t, "[A]\ntext='x'", "[A]\ntext='x'")
	if _, err := wording.Merge(one, one); err == nil {
		t.Error("merged a code that stands twice")
	}
}
