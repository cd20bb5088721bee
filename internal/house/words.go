package house

import (
	"path"
	"regexp"
	"slices"
	"strings"
)

// Word is a pattern no committed text may have.
type Word struct {
	// Pattern is looked for in each line.
	Pattern *regexp.Regexp
	// Check names the habit, Instead says what to write.
	Check, Instead string
	// Files are the endings of the names it is looked for in; none means all.
	Files []string
}

// Words looks for forbidden patterns in every text file.
func (t *Tree) Words(words []Word) []Breach {
	var breaches []Breach
	for name, lines := range t.Texts {
		for _, word := range words {
			if len(word.Files) == 0 || slices.Contains(word.Files, path.Ext(name)) {
				breaches = append(breaches, word.in(name, lines)...)
			}
		}
	}
	return breaches
}

func (w Word) in(name string, lines []string) []Breach {
	var breaches []Breach
	for number, line := range lines {
		found := w.Pattern.FindString(line)
		if found != "" {
			breaches = append(breaches, Breach{
				Check: w.Check, Where: name, Line: number + 1,
				Detail: "has " + strings.TrimSpace(found), Instead: w.Instead,
			})
		}
	}
	return breaches
}
