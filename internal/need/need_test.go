package need_test

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tamga/internal/need"
)

// witness stands in for a test and remembers how it ended.
type witness struct {
	testing.TB
	ended string
	words string
}

func (w *witness) Helper()      {}
func (w *witness) Name() string { return "TestWitness" }

func (w *witness) Skipf(format string, args ...any)  { w.end("skipped", format, args) }
func (w *witness) Fatalf(format string, args ...any) { w.end("failed", format, args) }

// stopped unwinds the stand-in as Goexit unwinds a test.
type stopped struct{}

func (w *witness) end(how, format string, args []any) {
	w.ended, w.words = how, fmt.Sprintf(format, args...)
	panic(stopped{})
}

// outcome runs one question against a stand-in.
func outcome(t *testing.T, ask func(testing.TB) string) (ended, answer string) {
	t.Helper()
	w := &witness{TB: t, ended: "went on"}
	defer func() {
		if reason := recover(); reason != nil && reason != (stopped{}) {
			panic(reason)
		}
		ended = w.ended
	}()
	answer = ask(w)
	return "", answer
}

// bare is a machine with one program, xmllint, and no schemas.
func bare(t *testing.T) {
	t.Helper()
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "xmllint"), []byte("#!/bin/sh\n"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", dir)
	t.Setenv("TAMGA_REQUIRE", "")
	t.Setenv("TAMGA_WITHOUT", "")
	t.Setenv("TAMGA_NEEDS", "")
	t.Setenv("TAMGA_SHARED", filepath.Join(dir, "nowhere"))
}

func TestPresentAbsentRequired(t *testing.T) {
	tool := func(name string) func(testing.TB) string {
		return func(t testing.TB) string { return need.Tool(t, name) }
	}
	cases := []struct {
		name             string
		ask              func(testing.TB) string
		require, without string
		want             string
	}{
		{"a program on PATH", tool("xmllint"), "xmllint", "", "went on"},
		{"a program not on PATH", tool("xmlsec1"), "postgres,xmllint", "", "skipped"},
		{"a required program not on PATH", tool("xmlsec1"), "postgres, xmlsec1", "", "failed"},
		{"a name inside another is another name", tool("xmlsec"), "xmlsec1", "", "skipped"},
		{"a program left out", tool("xmllint"), "", "xmllint", "skipped"},
		{"required wins over left out", tool("xmllint"), "xmllint", "xmllint", "went on"},
		{"no browser", need.Chromium, "", "", "skipped"},
		{"a required browser", need.Chromium, "chromium", "", "failed"},
		{"no schemas", need.Shared, "", "", "skipped"},
		{"required schemas", need.Shared, "schemas", "", "failed"},
		{"PostgreSQL left out", need.Postgres, "", "postgres", "skipped"},
	}
	for _, c := range cases {
		t.Run(c.name, func(t *testing.T) {
			bare(t)
			t.Setenv("TAMGA_REQUIRE", c.require)
			t.Setenv("TAMGA_WITHOUT", c.without)
			got, answer := outcome(t, c.ask)
			if got != c.want {
				t.Errorf("%s, want %s", got, c.want)
			}
			if (got == "went on") != (answer != "") {
				t.Errorf("%s with the answer %q", got, answer)
			}
		})
	}
}

func TestSharedIsTheFolderNamed(t *testing.T) {
	bare(t)
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "formats"), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("TAMGA_SHARED", dir)
	if _, got := outcome(t, need.Shared); got != dir {
		t.Errorf("Shared = %q, want %q", got, dir)
	}
}

func TestEveryAnswerIsRecorded(t *testing.T) {
	bare(t)
	file := filepath.Join(t.TempDir(), "needs")
	t.Setenv("TAMGA_NEEDS", file)
	outcome(t, func(t testing.TB) string { return need.Tool(t, "xmllint") })
	outcome(t, func(t testing.TB) string { return need.Tool(t, "xmlsec1") })
	text, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines, want 2:\n%s", len(lines), text)
	}
	for i, want := range []string{
		"checked\txmllint\tinternal/need\tTestWitness\t",
		"skipped\txmlsec1\tinternal/need\tTestWitness\t",
	} {
		if !strings.HasPrefix(lines[i], want) {
			t.Errorf("line %d is %q, want it to begin with %q", i+1, lines[i], want)
		}
	}
}
