package transparency

import (
	"regexp"
	"slices"
	"testing"

	"github.com/BurntSushi/toml"
)

// TestTexts: every code has one text in each language, with the same arguments, and no text is without a code.
func TestTexts(t *testing.T) {
	argument := regexp.MustCompile(`\{[a-z]+\}`)
	var english, russian map[string]string
	_, err := toml.DecodeFS(Texts, "texts.en.toml", &english)
	must(t, err)
	_, err = toml.DecodeFS(Texts, "texts.ru.toml", &russian)
	must(t, err)
	for _, code := range Codes {
		en, ru := argument.FindAllString(english[string(code)], -1), argument.FindAllString(russian[string(code)], -1)
		slices.Sort(en)
		slices.Sort(ru)
		if english[string(code)] == "" || russian[string(code)] == "" || !slices.Equal(en, ru) {
			t.Errorf("%s: %v and %v", code, en, ru)
		}
		for _, a := range en {
			if !slices.Contains([]string{"{at}", "{field}", "{want}", "{got}"}, a) {
				t.Errorf("%s: unknown argument %s", code, a)
			}
		}
	}
	if len(english) != len(Codes) || len(russian) != len(Codes) {
		t.Errorf("%d codes, %d and %d texts", len(Codes), len(english), len(russian))
	}
}
