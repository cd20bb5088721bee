package transparency

import (
	"bytes"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"tamga/internal/need"
)

// claims are files with what this package thinks of them.
type claims struct {
	dir   string
	files []string
	good  []bool
}

func (c *claims) add(t *testing.T, file []byte, trust Trust) {
	t.Helper()
	path := filepath.Join(c.dir, fmt.Sprintf("%04d", len(c.files)))
	must(t, os.WriteFile(path, file, 0o600))
	_, inclusion := VerifyProof(file, trust)
	_, _, consistency := VerifyConsistency(file, trust)
	c.files, c.good = append(c.files, path), append(c.good, inclusion == nil || consistency == nil)
}

// TestStrangerAgrees: docs/verify.py, which shares no code with this package, gives the same answer on true proofs, on
// spoiled ones, and on proofs of records that truly stand in a log but are not canonical.
func TestStrangerAgrees(t *testing.T) {
	python := need.Tool(t, "python3")
	m, signer, trust := grown(t, 21)
	all := claims{dir: t.TempDir()}
	for i := range 21 {
		p, err := Prove(int64(i), m.checkpoints[21], m)
		must(t, err)
		p.Document = Sum(document(i))
		all.add(t, p.Print(), trust)
		c, err := ProveConsistency(m.checkpoints[i], m.checkpoints[21], m)
		must(t, err)
		all.add(t, c.Print(), trust)
		c.Newer = m.checkpoints[20]
		all.add(t, c.Print(), trust)
	}
	p, err := Prove(13, m.checkpoints[21], m)
	must(t, err)
	p.Document = Sum(document(13))
	for _, q := range mutants(t, p, m, signer) {
		all.add(t, q.proof.Print(), trust)
	}
	file := p.Print()
	for i := 0; i < len(file); i += 29 {
		bent := bytes.Clone(file)
		bent[i] ^= 1
		all.add(t, bent, trust)
	}
	for _, text := range strangeRecords() {
		odd := new(Memory)
		_, err := odd.Add(leaf(t, 0), []byte(text))
		must(t, err)
		p, err := Prove(1, sign(t, odd.Tree(), signer), odd)
		must(t, err)
		all.add(t, p.Print(), trust)
	}
	agree(t, python, all)
}

// strangeRecords are the golden record and texts beside it.
func strangeRecords() []string {
	texts := []string{goldenRecord}
	for _, change := range [][2]string{
		{"kind requested", "kind guessed"}, {"02-14", "02-30"}, {"09:30:00", "24:00:00"}, {"09:30:00", "09:30:60"}, {"2019-", "1969-"},
		{"rules 2019.02", "rules -"}, {"rules 2019.02", "rules "}, {"rules 2019.02", "rules 2019.02 "}, {"id 0190b0f0", "id 0190B0F0"},
		{"\n", "\r\n"}, {"tamga-record 1", "tamga-record 2"}, {"body 1f", "body 1F"}, {"\nat ", "\nAt "}, {"Z\n", "+00:00\n"},
		{"event " + Sum([]byte("event 5")).String(), "event -"}, {"event " + Sum([]byte("event 5")).String(), "event " + Digest{}.String()},
		{"case 0190b0f0-1111-7000-8000-000000000001", "case -"},
		{"case 0190b0f0-1111-7000-8000-000000000001", "case blinded:0123456789abcdef0123456789abcdef"},
		{"case 0190b0f0-1111-7000-8000-000000000001", "case blinded:0123456789ABCDEF0123456789abcdef"},
		{"log tamga.example/by/office-1", "log tamga.example/by/office-2"}, {"rules 2019.02", "rules " + strings.Repeat("e", 72)},
	} {
		texts = append(texts, strings.Replace(goldenRecord, change[0], change[1], 1))
	}
	return append(texts, goldenRecord+"more -\n", "tamga-record 1\n", strings.TrimSuffix(goldenRecord, "\n"))
}

func agree(t *testing.T, python string, c claims) {
	t.Helper()
	arguments := []string{"../docs/verify.py", printedKey(t, testOrigin, 1)}
	out, err := exec.Command(python, append(arguments, c.files...)...).Output()
	if _, refusedSome := err.(*exec.ExitError); err != nil && !refusedSome {
		t.Fatal(err)
	}
	lines := strings.Split(strings.TrimSuffix(string(out), "\n"), "\n")
	if len(lines) != len(c.files) {
		t.Fatalf("%d answers for %d files", len(lines), len(c.files))
	}
	good := 0
	for i, line := range lines {
		says := strings.HasPrefix(line, c.files[i]+": good: ")
		if says != c.good[i] {
			data, _ := os.ReadFile(c.files[i])
			t.Errorf("here good = %v, but %s: %s", c.good[i], line, data)
		}
		if says {
			good++
		}
	}
	if good < 40 || len(lines)-good < 100 {
		t.Errorf("only %d good and %d refused", good, len(lines)-good)
	}
}

// TestPageShowsTheVectors: docs/proof.md has the golden files word for word.
func TestPageShowsTheVectors(t *testing.T) {
	page, err := os.ReadFile("../docs/proof.md")
	must(t, err)
	for _, name := range []string{"record.txt", "checkpoint.note", "proof.json"} {
		vector, err := os.ReadFile(filepath.Join("testdata", name))
		must(t, err)
		if !bytes.Contains(page, vector) {
			t.Errorf("%s is not on the page", name)
		}
	}
	for _, part := range []string{printedKey(t, testOrigin, 1), LeafHash([]byte(goldenRecord)).String()} {
		if !bytes.Contains(page, []byte(part)) {
			t.Errorf("%s is not on the page", part)
		}
	}
	for _, kind := range Kinds {
		if !bytes.Contains(page, []byte("`"+kind+"`")) {
			t.Errorf("kind %s is not on the page", kind)
		}
	}
}
