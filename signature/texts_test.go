package signature

import (
	"strings"
	"testing"

	"github.com/BurntSushi/toml"
)

// TestTexts: every code, state and aspect has one text in each language, with the same argument; no text is without one.
func TestTexts(t *testing.T) {
	var english, russian map[string]string
	_, err := toml.DecodeFS(Texts, "texts.en.toml", &english)
	must(t, err)
	_, err = toml.DecodeFS(Texts, "texts.ru.toml", &russian)
	must(t, err)
	var wanted []string
	for _, code := range Codes {
		wanted = append(wanted, string(code))
	}
	for _, a := range Aspects {
		wanted = append(wanted, "aspect."+string(a))
	}
	for _, s := range []State{NotChecked, NotProved, Proved} {
		wanted = append(wanted, "state."+s.String())
	}
	for _, key := range wanted {
		en, ru := english[key], russian[key]
		if en == "" || ru == "" || strings.Count(en, "{field}") != strings.Count(ru, "{field}") || strings.Count(en, "{") != strings.Count(en, "{field}") {
			t.Errorf("%s: %q and %q", key, en, ru)
		}
	}
	if len(english) != len(wanted) || len(russian) != len(wanted) {
		t.Errorf("%d wanted, %d and %d texts", len(wanted), len(english), len(russian))
	}
}
