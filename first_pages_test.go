package tamga_test

import (
	"strings"
	"testing"
)

// firstPages are what a newcomer reads; what they name must exist.
var firstPages = []string{
	"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md", "docs/glossary.md",
}

func TestFirstPagesAreTrue(t *testing.T) {
	settle(t, tree(t).Pages(firstPages, plan.Binary), nil)
}

// TestTheMapIsWhole: each directory of the direction that stands is on the map.
func TestTheMapIsWhole(t *testing.T) {
	page := strings.Join(tree(t).Texts["ARCHITECTURE.md"], "\n")
	for _, file := range tree(t).Go {
		top, _, _ := strings.Cut(file.Dir, "/")
		if top == "internal" {
			top = file.Dir
		}
		if file.Dir != "." && !strings.Contains(page, "`"+top+"/`") && !strings.Contains(page, "`"+top+"/") {
			t.Errorf("%s/ is not on the map of ARCHITECTURE.md", top)
		}
	}
}

// TestGlossary: one word, one meaning, each with its Russian term.
func TestGlossary(t *testing.T) {
	meanings := map[string]bool{}
	for number, line := range tree(t).Texts["docs/glossary.md"] {
		cells := strings.Split(strings.Trim(line, "|"), "|")
		word := strings.TrimSpace(cells[0])
		if !strings.HasPrefix(line, "| ") || word == "word" {
			continue
		}
		if len(cells) != 4 {
			t.Errorf("docs/glossary.md:%d: %d cells, want word, Russian term, article, meaning", number+1, len(cells))
			continue
		}
		if meanings[word] {
			t.Errorf("docs/glossary.md:%d: %s has a second meaning", number+1, word)
		}
		meanings[word] = true
		if !strings.ContainsAny(cells[1], "абвгдежзийклмнопрстуфхцчшщъыьэюя") {
			t.Errorf("docs/glossary.md:%d: %s has no Russian term", number+1, word)
		}
	}
	if len(meanings) < 70 {
		t.Errorf("%d words, want at least 70", len(meanings))
	}
}
