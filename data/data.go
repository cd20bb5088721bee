// Package data holds the Union's reference data as text: tariff, code lists, rates, fees, calendars and zones.
// Every row is dated (in force from, to) and names the act it rests on; SOURCES.md lists each act, how sure we are
// of it, and what is still marked `verify`.
//
// The package knows nothing of what the files mean: each noun loads its own (calendar.Load, classifier.Load,
// tariff.Load). A rate changes by a new row here and nowhere else.
package data

import (
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"fmt"
	"io/fs"
	"sort"
)

// FS holds the reference data that the program was built with.
//
//go:embed all:*
var FS embed.FS

// Edition is the content hash of one set of reference data. Two sets with equal editions judge every document
// alike, so a decision names its edition and can be replayed with it.
type Edition string

// EditionOf returns the edition of the files in fsys: the SHA-256 over the names and contents of all data files in
// the order of their names, in hexadecimal. Go sources and documentation do not count.
func EditionOf(fsys fs.FS) (Edition, error) {
	names, err := Files(fsys)
	if err != nil {
		return "", err
	}
	sum := sha256.New()
	for _, name := range names {
		body, err := fs.ReadFile(fsys, name)
		if err != nil {
			return "", fmt.Errorf("edition of reference data: %w", err)
		}
		fmt.Fprintf(sum, "%s %d\n", name, len(body))
		sum.Write(body)
	}
	return Edition(hex.EncodeToString(sum.Sum(nil))), nil
}

// Files lists the data files of fsys by path, sorted: everything but Go sources and Markdown.
func Files(fsys fs.FS) ([]string, error) {
	var names []string
	err := fs.WalkDir(fsys, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if !entry.IsDir() && !isSource(path) {
			names = append(names, path)
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("list reference data: %w", err)
	}
	sort.Strings(names)
	return names, nil
}

func isSource(path string) bool {
	for _, ending := range []string{".go", ".md"} {
		if len(path) > len(ending) && path[len(path)-len(ending):] == ending {
			return true
		}
	}
	return false
}
