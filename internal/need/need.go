// Package need is the only way a test may skip. A test asks for what it needs
// (a program, the official schemas, a PostgreSQL, a browser) and either gets it
// or is skipped with one clear line.
//
// Read need.go first: the answers to "is it here", "must it be here" and "who
// was told no". The private PostgreSQL is in cluster.go.
//
// Three environment variables steer it:
//
//   - TAMGA_REQUIRE, a comma list such as "postgres,chromium,xmllint,xmlsec1,schemas":
//     a missing thing named here fails the test instead of skipping it;
//   - TAMGA_WITHOUT, a comma list: the thing is treated as absent, so that the run
//     with nothing but Go and Git can be made on a machine that has everything.
//     A name in both lists is required;
//   - TAMGA_NEEDS, a file to which every answer is appended, from which the table
//     "checked / not checked here" is printed.
package need

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// Names of the needs that are not plain programs, as TAMGA_REQUIRE spells them.
const (
	// Schemas is the folder of official schemas and reference tables.
	Schemas = "schemas"
	// PostgreSQL is a PostgreSQL server the test may use as it likes.
	PostgreSQL = "postgres"
	// Browser is a Chromium that runs headless.
	Browser = "chromium"
)

// Tool returns the absolute path of the program of that name on PATH, such as
// "xmllint", or skips the test.
func Tool(t testing.TB, name string) string {
	t.Helper()
	if without(name) {
		absent(t, name, "left out by TAMGA_WITHOUT")
	}
	path, err := exec.LookPath(name)
	if err != nil {
		absent(t, name, name+" is not on PATH")
	}
	record(t, "checked", name, path)
	return path
}

// Chromium returns the absolute path of a Chromium or Chrome on PATH, or skips
// the test.
func Chromium(t testing.TB) string {
	t.Helper()
	if without(Browser) {
		absent(t, Browser, "left out by TAMGA_WITHOUT")
	}
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		path, err := exec.LookPath(name)
		if err == nil {
			record(t, "checked", Browser, path)
			return path
		}
	}
	absent(t, Browser, "no chromium, chromium-browser or google-chrome on PATH")
	return ""
}

// Shared returns the folder of official schemas, samples and reference tables,
// or skips the test. It is TAMGA_SHARED, or the folder "shared" beside the
// checkout; it counts as present when it has a folder "formats".
func Shared(t testing.TB) string {
	t.Helper()
	if without(Schemas) {
		absent(t, Schemas, "left out by TAMGA_WITHOUT")
	}
	dir := os.Getenv("TAMGA_SHARED")
	if dir == "" {
		root, err := checkout()
		if err != nil {
			absent(t, Schemas, err.Error())
		}
		dir = filepath.Join(filepath.Dir(root), "shared")
	}
	formats, err := os.Stat(filepath.Join(dir, "formats"))
	if err != nil || !formats.IsDir() {
		absent(t, Schemas, "no official schemas in TAMGA_SHARED or beside the checkout")
	}
	record(t, "checked", Schemas, dir)
	return dir
}

// absent ends the test: failed when the thing is required, else skipped. Either
// way the answer is recorded first.
func absent(t testing.TB, name, reason string) {
	t.Helper()
	record(t, "skipped", name, reason)
	if listed("TAMGA_REQUIRE", name) {
		t.Fatalf("%s is required here (TAMGA_REQUIRE) and missing: %s", name, reason)
	}
	t.Skipf("not checked here: needs %s: %s", name, reason)
}

func without(name string) bool {
	return listed("TAMGA_WITHOUT", name) && !listed("TAMGA_REQUIRE", name)
}

func listed(variable, name string) bool {
	return slices.ContainsFunc(strings.Split(os.Getenv(variable), ","), func(entry string) bool {
		return strings.TrimSpace(entry) == name
	})
}

// record appends one line "answer, need, package, test, detail" separated by
// tabs. Test binaries run side by side, so the line is written by one append.
func record(t testing.TB, answer, name, detail string) {
	t.Helper()
	file := os.Getenv("TAMGA_NEEDS")
	if file == "" {
		return
	}
	line := strings.Join([]string{answer, name, here(), t.Name(), detail}, "\t") + "\n"
	out, err := os.OpenFile(file, os.O_APPEND|os.O_CREATE|os.O_WRONLY, 0o644)
	if err != nil {
		t.Fatalf("record of needs: %v", err)
	}
	_, err = out.WriteString(line)
	if closing := out.Close(); err == nil {
		err = closing
	}
	if err != nil {
		t.Fatalf("record of needs: %v", err)
	}
}

// here is the directory of the package under test, relative to the checkout.
func here() string {
	dir, err := os.Getwd()
	if err != nil {
		return "?"
	}
	root, err := checkout()
	if err != nil {
		return dir
	}
	relative, err := filepath.Rel(root, dir)
	if err != nil {
		return dir
	}
	return filepath.ToSlash(relative)
}

// checkout finds the root of the module above the working directory, which for a
// test is the directory of its package.
func checkout() (string, error) {
	start, err := os.Getwd()
	if err != nil {
		return "", fmt.Errorf("find the checkout: %w", err)
	}
	for dir := start; ; dir = filepath.Dir(dir) {
		text, err := os.ReadFile(filepath.Join(dir, "go.mod"))
		if err == nil && strings.HasPrefix(string(text), "module tamga\n") {
			return dir, nil
		}
		if dir == filepath.Dir(dir) {
			return "", fmt.Errorf("find the checkout: no go.mod of tamga above %s", start)
		}
	}
}
