// Package wording turns a code and named arguments into a sentence in a language. Each package that makes codes keeps
// its sentences beside them as texts.<language>.toml: one table per code, one sentence per key ("text", "fix", …),
// with {placeholders} for the arguments.
package wording

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"
)

// Languages are those in which every sentence must exist.
var Languages = []string{"ru", "en"}

// Catalogue holds the sentences of one package, or of several merged ones. It does not change once it is loaded.
type Catalogue struct {
	languages map[string]map[string]map[string]string
}

// Load reads texts.<language>.toml for every language from the directory of fsys.
func Load(fsys fs.FS) (*Catalogue, error) {
	catalogue := &Catalogue{languages: map[string]map[string]map[string]string{}}
	for _, language := range Languages {
		name := "texts." + language + ".toml"
		body, err := fs.ReadFile(fsys, name)
		if err != nil {
			return nil, fmt.Errorf("read texts: %w", err)
		}
		codes := map[string]map[string]string{}
		if err := toml.Unmarshal(body, &codes); err != nil {
			return nil, fmt.Errorf("read %s: %w", name, err)
		}
		catalogue.languages[language] = codes
	}
	return catalogue, nil
}

// MustLoad is Load for embedded texts; it panics when they are malformed, which a test of the package would show.
func MustLoad(fsys fs.FS) *Catalogue {
	catalogue, err := Load(fsys)
	if err != nil {
		panic(err)
	}
	return catalogue
}

// Merge returns a catalogue with the sentences of all. A code must stand in one of them only.
func Merge(catalogues ...*Catalogue) (*Catalogue, error) {
	merged := &Catalogue{languages: map[string]map[string]map[string]string{}}
	for _, language := range Languages {
		merged.languages[language] = map[string]map[string]string{}
	}
	for _, catalogue := range catalogues {
		for language, codes := range catalogue.languages {
			if err := add(merged.languages[language], codes); err != nil {
				return nil, err
			}
		}
	}
	return merged, nil
}

func add(merged, codes map[string]map[string]string) error {
	for code, sentences := range codes {
		if _, twice := merged[code]; twice {
			return fmt.Errorf("merge texts: code %s stands twice", code)
		}
		merged[code] = sentences
	}
	return nil
}

// Has reports whether the code has a sentence under the key in the language.
func (c *Catalogue) Has(language, code, key string) bool {
	_, ok := c.languages[language][code][key]
	return ok
}

// Codes lists the codes of the catalogue, sorted.
func (c *Catalogue) Codes() []string {
	var codes []string
	for code := range c.languages[Languages[0]] {
		codes = append(codes, code)
	}
	slices.Sort(codes)
	return codes
}

// Say renders the sentence of the code under the key with the arguments, given as a function from name to value. An
// unknown code is said as itself, so that nothing is ever shown as empty.
func (c *Catalogue) Say(language, code, key string, value func(name string) string) string {
	sentence, ok := c.languages[language][code][key]
	if !ok {
		if key == "text" {
			return code
		}
		return ""
	}
	var out strings.Builder
	for {
		open := strings.IndexByte(sentence, '{')
		if open < 0 {
			break
		}
		length := strings.IndexByte(sentence[open:], '}')
		if length < 0 {
			break
		}
		out.WriteString(sentence[:open])
		out.WriteString(value(sentence[open+1 : open+length]))
		sentence = sentence[open+length+1:]
	}
	out.WriteString(sentence)
	return out.String()
}

// Faults compares the languages: codes, keys and placeholders must be the same. It lists what differs.
func (c *Catalogue) Faults() []string {
	var faults []string
	first := c.languages[Languages[0]]
	for _, language := range Languages[1:] {
		other := c.languages[language]
		for code, sentences := range first {
			faults = append(faults, differences(code, sentences, other[code])...)
		}
		for code := range other {
			if _, ok := first[code]; !ok {
				faults = append(faults, fmt.Sprintf("%s: only in %s", code, language))
			}
		}
	}
	slices.Sort(faults)
	return faults
}

func differences(code string, first, other map[string]string) []string {
	var faults []string
	for key, sentence := range first {
		if !slices.Equal(placeholders(sentence), placeholders(other[key])) {
			faults = append(faults, fmt.Sprintf("%s.%s: placeholders differ", code, key))
		}
	}
	if len(first) != len(other) {
		faults = append(faults, fmt.Sprintf("%s: the languages have different keys", code))
	}
	return faults
}

func placeholders(sentence string) []string {
	var names []string
	for _, part := range strings.Split(sentence, "{")[1:] {
		name, _, closed := strings.Cut(part, "}")
		if closed {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	return slices.Compact(names)
}
