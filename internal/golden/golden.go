// Package golden compares what a test got with what it wants: with a file kept
// under testdata, or with a value.
//
// A golden file is the agreed answer. Running a package's tests with -update
// writes what was got over what was agreed; the change is then read in the diff
// like any other. File and JSON are for files, Diff for values.
package golden

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write golden files instead of comparing with them")

// Updating tells whether the run writes golden files, for a test that keeps
// several in a folder and must remove those no longer written.
func Updating() bool { return *update }

// File compares got with the file at path, relative to the package under test,
// byte for byte. The test goes on after a difference, so that one run shows all.
func File(t testing.TB, path string, got []byte) {
	t.Helper()
	if *update {
		write(t, path, got)
		return
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Errorf("%v (the -update flag writes it)", err)
		return
	}
	if bytes.Equal(want, got) {
		return
	}
	t.Errorf("%s: -want +got (the -update flag agrees to it)\n%s", path, cmp.Diff(string(want), string(got)))
}

// JSON compares got, printed as indented JSON with a final newline, with the file
// at path.
func JSON(t testing.TB, path string, got any) {
	t.Helper()
	var text bytes.Buffer
	printer := json.NewEncoder(&text)
	printer.SetEscapeHTML(false)
	printer.SetIndent("", "  ")
	if err := printer.Encode(got); err != nil {
		t.Errorf("%s: %v", path, err)
		return
	}
	File(t, path, text.Bytes())
}

// Diff reports how got differs from want, and whether they are equal. Options are
// those of go-cmp, for values with unexported fields.
func Diff(t testing.TB, want, got any, options ...cmp.Option) bool {
	t.Helper()
	difference := cmp.Diff(want, got, options...)
	if difference != "" {
		t.Errorf("-want +got\n%s", difference)
	}
	return difference == ""
}

func write(t testing.TB, path string, got []byte) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, got, 0o644); err != nil {
		t.Fatal(err)
	}
}
