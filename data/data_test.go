package data_test

import (
	"io/fs"
	"path"
	"regexp"
	"strconv"
	"strings"
	"testing"

	"tamga/data"
)

// TestEveryFileHasItsSource looks for each data file in data/SOURCES.md, by its path or by its folder, or by its name
// or folder in the SOURCES.md beside it.
func TestEveryFileHasItsSource(t *testing.T) {
	files, err := data.Files(data.FS)
	if err != nil || len(files) == 0 {
		t.Fatal(files, err)
	}
	whole := page(t, "SOURCES.md")
	for _, file := range files {
		folder := path.Dir(file)
		if strings.Contains(whole, "`data/"+file+"`") || named(whole, folder) {
			continue
		}
		if page(t, path.Join(folder, "SOURCES.md")) == "" {
			t.Errorf("data/%s is named in no SOURCES.md", file)
		}
	}
}

// TestSourcesNameFilesThatExist keeps the page from telling of files that are gone.
func TestSourcesNameFilesThatExist(t *testing.T) {
	for _, found := range regexp.MustCompile("`data/([^`]+[.][a-z]+)`").FindAllStringSubmatch(page(t, "SOURCES.md"), -1) {
		if _, err := fs.Stat(data.FS, found[1]); err != nil {
			t.Errorf("SOURCES.md names data/%s: %v", found[1], err)
		}
	}
}

// TestSourcesCountRight compares the rows, and those of them marked verify, with what the page tells of each list.
func TestSourcesCountRight(t *testing.T) {
	told := regexp.MustCompile("[|] `data/(classifiers/[^`]+)` [|] ([0-9]+) [|] ([0-9]+) [|]")
	found := told.FindAllStringSubmatch(page(t, "SOURCES.md"), -1)
	if len(found) == 0 {
		t.Fatal("no list is counted")
	}
	for _, list := range found {
		rows, open := -1, 0
		for line := range strings.Lines(page(t, list[1])) {
			if strings.HasPrefix(line, "#") {
				continue
			}
			rows++
			if strings.HasSuffix(line, ",verify\n") {
				open++
			}
		}
		if strconv.Itoa(rows) != list[2] || strconv.Itoa(open) != list[3] {
			t.Errorf("data/%s has %d rows, %d of them verify; the page tells %s and %s", list[1], rows, open, list[2], list[3])
		}
	}
}

// named reports whether the page answers for a whole folder: not for those whose files it lists one by one.
func named(whole, folder string) bool {
	return strings.Contains(whole, "`data/"+folder+"`") && !strings.Contains(whole, "`data/"+folder+"/")
}

func page(t *testing.T, name string) string {
	t.Helper()
	body, err := fs.ReadFile(data.FS, name)
	if err != nil {
		return ""
	}
	return string(body)
}
