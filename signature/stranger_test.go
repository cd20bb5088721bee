package signature

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"

	"tamga/customs"
	"tamga/internal/need"
)

// TestStrangerAgrees: docs/verify.py, which shares no code with this package, gives the same answer on true receipts, on
// spoiled ones, and on texts that the node truly signed but that are no receipt in canonical form.
func TestStrangerAgrees(t *testing.T) {
	python := need.Tool(t, "python3")
	s := signerOf(t, testNode, 1)
	known := keys(t, s.VerifierKey())
	var files []string
	var good []bool
	dir := t.TempDir()
	add := func(msg []byte) {
		t.Helper()
		path := filepath.Join(dir, fmt.Sprintf("%04d", len(files)))
		must(t, os.WriteFile(path, msg, 0o600))
		_, err := ParseReceipt(msg, known)
		files, good = append(files, path), append(good, err == nil)
	}
	for _, document := range []string{"", "-", "%2D", "a b%\n", "ТД-1", "\x00\xff~!", strings.Repeat("d", 128)} {
		r := receipt()
		r.Document = customs.DocumentID(document)
		msg, err := r.Print(s)
		must(t, err)
		add(msg)
		for i := 3; i < len(msg); i += 31 {
			add(flipped(msg, 8*i))
		}
	}
	text, err := receipt().Text()
	must(t, err)
	for change := range strangeLines() {
		from, to, _ := strings.Cut(change, " → ")
		msg, err := note.Sign(&note.Note{Text: strings.Replace(string(text), from, to, 1)}, s)
		must(t, err)
		add(msg)
	}
	add(bytes.TrimSuffix(text, []byte("\n")))
	out, err := exec.Command(python, append([]string{"../docs/verify.py", s.VerifierKey()}, files...)...).Output()
	if _, refusedSome := err.(*exec.ExitError); err != nil && !refusedSome {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(lines) != len(files) {
		t.Fatalf("%d answers for %d files", len(lines), len(files))
	}
	for i, line := range lines {
		if strings.HasPrefix(line, files[i]+": good: ") != good[i] {
			data, _ := os.ReadFile(files[i])
			t.Errorf("here good = %v, but %s: %s", good[i], line, data)
		}
	}
}

// TestPageShowsTheVector: docs/proof.md has the golden receipt word for word.
func TestPageShowsTheVector(t *testing.T) {
	page, err := os.ReadFile("../docs/proof.md")
	must(t, err)
	vector, err := os.ReadFile("testdata/receipt.note")
	must(t, err)
	if !bytes.Contains(page, vector) {
		t.Error("the receipt is not on the page")
	}
}
