package golden_test

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tamga/internal/golden"
)

// witness stands in for a test and keeps its complaints.
type witness struct {
	testing.TB
	said []string
}

func (w *witness) Helper() {}
func (w *witness) Errorf(format string, args ...any) {
	w.said = append(w.said, fmt.Sprintf(format, args...))
}

func TestFile(t *testing.T) {
	path := filepath.Join(t.TempDir(), "answer.txt")
	if err := os.WriteFile(path, []byte("as agreed\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	cases := []struct {
		name, path, got string
		want            string
	}{
		{"equal", path, "as agreed\n", ""},
		{"other", path, "otherwise\n", "otherwise"},
		{"a lost newline is a difference", path, "as agreed", "answer.txt"},
		{"no file", path + ".none", "as agreed\n", "-update"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			w := &witness{TB: t}
			golden.File(w, c.path, []byte(c.got))
			said := strings.Join(w.said, "\n")
			if (said == "") != (c.want == "") || !strings.Contains(said, c.want) {
				t.Errorf("said %q, want %q in it", said, c.want)
			}
		})
	}
}

func TestUpdateWritesWhatWasGot(t *testing.T) {
	if err := flag.Set("update", "true"); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = flag.Set("update", "false") })
	path := filepath.Join(t.TempDir(), "folder", "answer.json")
	if !golden.Updating() {
		t.Error("Updating = false under -update")
	}
	golden.JSON(t, path, map[string]string{"sum": "1 < 2"})
	written, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := string(written), "{\n  \"sum\": \"1 < 2\"\n}\n"; got != want {
		t.Errorf("written %q, want %q", got, want)
	}
}

func TestDiff(t *testing.T) {
	w := &witness{TB: t}
	if !golden.Diff(w, []int{1, 2}, []int{1, 2}) || len(w.said) != 0 {
		t.Errorf("equal values were told apart: %q", w.said)
	}
	if golden.Diff(w, []int{1, 2}, []int{1, 3}) || len(w.said) != 1 {
		t.Errorf("different values were not told apart: %q", w.said)
	}
}
