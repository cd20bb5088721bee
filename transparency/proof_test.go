package transparency

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/sumdb/note"
	"pgregory.net/rapid"

	"tamga/internal/golden"
)

// TestProofGolden: the vectors of docs/proof.md. They were verified by programs that share no code with this one.
func TestProofGolden(t *testing.T) {
	m, signer, trust := logOf(t, 7)
	p, err := Prove(5, m.checkpoints[0], m)
	must(t, err)
	p.Document = Sum(document(5))
	golden.File(t, "testdata/record.txt", p.Record)
	golden.File(t, "testdata/checkpoint.note", p.Checkpoint)
	golden.File(t, "testdata/proof.json", p.Print())
	golden.File(t, "testdata/proof.tlog-proof", p.C2SP())
	proven, err := VerifyProof(p.Print(), trust)
	must(t, err)
	if want := (Proven{record(5), 5, Checkpoint{testOrigin, m.Tree()}}); proven != want {
		t.Error(cmp.Diff(want, proven))
	}
	must(t, proven.Covers(document(5)))
	wantCode(t, proven.Covers(document(6)), ProofDocument)

	_, err = m.Add(leaves(t, 7, 12)...)
	must(t, err)
	c, err := ProveConsistency(p.Checkpoint, sign(t, m.Tree(), signer), m)
	must(t, err)
	golden.File(t, "testdata/consistency.json", c.Print())
}

// TestProofEveryPlace: in all trees up to 70 records, every record is proved and in no other place.
func TestProofEveryPlace(t *testing.T) {
	for size := 1; size <= 70; size += 1 + size/9 {
		m, _, trust := logOf(t, size)
		for i := range size {
			p, err := Prove(int64(i), m.checkpoints[0], m)
			must(t, err)
			proven, err := p.Verify(trust)
			must(t, err)
			must(t, proven.Covers(document(i)))
			p.Index = int64((i + 1) % size)
			if _, err = p.Verify(trust); size > 1 {
				wantCode(t, err, ProofPath)
			}
		}
		_, err := Prove(int64(size), m.checkpoints[0], m)
		wantCode(t, err, ProofIndex)
		_, err = Prove(-1, m.checkpoints[0], m)
		wantCode(t, err, ProofIndex)
	}
}

type mutant struct {
	name  string
	proof Proof
}

// mutants are all the ways in which this test knows to spoil a proof.
func mutants(t *testing.T, p Proof, m *Memory, signer note.Signer) []mutant {
	size := m.Tree().Size
	var made []mutant
	add := func(name string, spoil func(*Proof)) {
		q := Proof{
			Record: bytes.Clone(p.Record), Index: p.Index, Path: slices.Clone(p.Path),
			Checkpoint: bytes.Clone(p.Checkpoint), Document: p.Document,
		}
		spoil(&q)
		made = append(made, mutant{name, q})
	}
	add("index down", func(q *Proof) { q.Index-- })
	add("index up", func(q *Proof) { q.Index++ })
	add("index of size", func(q *Proof) { q.Index = size })
	add("index far", func(q *Proof) { q.Index = 1 << 60 })
	add("neighbour's record", func(q *Proof) { q.Record = m.records[(p.Index+1)%size] })
	add("record cut", func(q *Proof) { q.Record = q.Record[:len(q.Record)-1] })
	add("no checkpoint", func(q *Proof) { q.Checkpoint = nil })
	add("another document", func(q *Proof) { q.Document[31] ^= 1 })
	add("sibling more", func(q *Proof) { q.Path = append(q.Path, Hash{}) })
	add("sibling first", func(q *Proof) { q.Path = append([]Hash{{}}, q.Path...) })
	for i := range p.Path {
		add("sibling flipped", func(q *Proof) { q.Path[i][i%32] ^= 1 << (i % 8) })
		add("sibling missing", func(q *Proof) { q.Path = slices.Delete(q.Path, i, i+1) })
		add("sibling doubled", func(q *Proof) { q.Path = slices.Insert(q.Path, i, q.Path[i]) })
		if i > 0 {
			add("siblings swapped", func(q *Proof) { q.Path[i], q.Path[i-1] = q.Path[i-1], q.Path[i] })
		}
	}
	stranger, _ := keyFrom(t, testOrigin, 7)
	other, _ := keyFrom(t, "tamga.example/kz/office-1", 1)
	resign := func(name string, s note.Signer, tree Tree) {
		add(name, func(q *Proof) { q.Checkpoint = sign(t, tree, s) })
	}
	bent := m.Tree().Root
	bent[0] ^= 1
	resign("signed by a stranger", stranger, m.Tree())
	resign("another origin", other, m.Tree())
	resign("another root, truly signed", signer, Tree{Size: size, Root: bent})
	resign("the root of nothing, truly signed", signer, EmptyTree)
	for _, line := range []string{"log", "kind", "body", "at"} {
		add("record's "+line, func(q *Proof) {
			q.Record = []byte(strings.Replace(string(q.Record), "\n"+line+" ", "\n"+line+" 0", 1))
		})
	}
	return made
}

// TestProofMutants: thousands of spoiled proofs of random logs, none accepted.
func TestProofMutants(t *testing.T) {
	_, verifier := keyFrom(t, testOrigin, 1)
	trust := TrustIn(verifier)
	rejected := 0
	rapid.Check(t, func(rt *rapid.T) {
		size := rapid.IntRange(2, 300).Draw(rt, "size")
		m, signer, _ := logOf(t, size)
		p, err := Prove(rapid.Int64Range(0, int64(size-1)).Draw(rt, "index"), m.checkpoints[0], m)
		must(t, err)
		p.Document = Sum(document(int(p.Index)))
		if _, err := VerifyProof(p.Print(), trust); err != nil {
			rt.Fatalf("the true proof is refused: %v", err)
		}
		for _, q := range mutants(t, p, m, signer) {
			if _, err := q.proof.Verify(trust); codeOf(t, err) == "" {
				rt.Fatalf("%s: accepted: %s", q.name, q.proof.Print())
			}
			if _, err := VerifyProof(q.proof.Print(), trust); codeOf(t, err) == "" {
				rt.Fatalf("%s: file accepted", q.name)
			}
			rejected += 2
		}
	})
	if rejected < 3000 {
		t.Errorf("only %d mutants", rejected)
	}
}

// TestProofFileEveryByte: of the single-byte changes, deletions and insertions of a proof's file, none is accepted.
func TestProofFileEveryByte(t *testing.T) {
	m, _, trust := logOf(t, 7)
	p, err := Prove(5, m.checkpoints[0], m)
	must(t, err)
	p.Document = Sum(document(5))
	file := p.Print()
	tried := 0
	try := func(changed []byte) {
		tried++
		if _, err := VerifyProof(changed, trust); codeOf(t, err) == "" && !bytes.Equal(changed, file) {
			t.Fatalf("accepted: %s", changed)
		}
	}
	for i := range file {
		for _, c := range []byte{0, '\n', ' ', '"', '0', '9', 'A', 'a', '+', '=', ',', '}', file[i] ^ 1, file[i] ^ 0x20, file[i] ^ 0x80} {
			changed := bytes.Clone(file)
			changed[i] = c
			try(changed)
		}
		try(slices.Delete(bytes.Clone(file), i, i+1))
		try(slices.Insert(bytes.Clone(file), i, ' '))
		try(slices.Insert(bytes.Clone(file), i, file[i]))
		try(file[:i])
	}
	if tried < 10_000 {
		t.Errorf("only %d tried", tried)
	}
}

func TestProofFileHasOneSpelling(t *testing.T) {
	m, _, _ := logOf(t, 7)
	p, err := Prove(5, m.checkpoints[0], m)
	must(t, err)
	file := string(p.Print())
	for name, changed := range map[string]string{
		"field unknown":  strings.Replace(file, `"index": 5,`, `"index": 5, "more": 1,`, 1),
		"field twice":    strings.Replace(file, `"index": 5,`, "\"index\": 5,\n  \"index\": 5,", 1),
		"field in upper": strings.Replace(file, `"index"`, `"INDEX"`, 1),
		"fraction":       strings.Replace(file, `"index": 5`, `"index": 5.0`, 1),
		"other format":   strings.Replace(file, `tamga-proof 1`, `tamga-proof 2`, 1),
		"escaped":        strings.Replace(file, `tamga-record`, `tamg\u0061-record`, 1),
		"null path":      strings.Replace(file, `"path": [`, `"path": null, "x": [`, 1),
		"trailing":       file + "{}",
		"no newline":     strings.TrimSuffix(file, "\n"),
		"zero document":  strings.Replace(file, "\n}", ",\n  \"document\": \""+strings.Repeat("0", 64)+"\"\n}", 1),
		"too long":       file + strings.Repeat(" ", maxProofFile),
	} {
		if changed == file {
			t.Fatalf("%s changes nothing", name)
		}
		_, err := ParseProof([]byte(changed))
		if got := codeOf(t, err); got != ProofForm {
			t.Errorf("%s: got %q", name, got)
		}
	}
}

// TestProofSaysWhy: the code names the defect, not merely that there is one.
func TestProofSaysWhy(t *testing.T) {
	m, signer, trust := logOf(t, 7)
	p, err := Prove(5, m.checkpoints[0], m)
	must(t, err)
	for want, spoil := range map[Code]func(*Proof){
		ProofIndex:          func(q *Proof) { q.Index = 7 },
		ProofPath:           func(q *Proof) { q.Index = 4 },
		ProofDocument:       func(q *Proof) { q.Document = Sum(document(4)) },
		RecordForm:          func(q *Proof) { q.Record = q.Record[1:] },
		CheckpointForm:      func(q *Proof) { q.Checkpoint = q.Checkpoint[:50] },
		CheckpointSignature: func(q *Proof) { q.Checkpoint = bytes.Replace(q.Checkpoint, []byte("\n7\n"), []byte("\n8\n"), 1) },
		RecordLog: func(q *Proof) {
			q.Record = bytes.Replace(q.Record, []byte("log tamga"), []byte("log other"), 1)
			q.Checkpoint = sign(t, Tree{Size: 1, Root: LeafHash(q.Record)}, signer)
		},
	} {
		q := p
		spoil(&q)
		_, err := q.Verify(trust)
		if got := codeOf(t, err); got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

func TestProofOfNoDocument(t *testing.T) {
	signer, verifier := keyFrom(t, testOrigin, 1)
	r := record(0)
	r.Body = Digest{}
	text, err := r.Print()
	must(t, err)
	m := new(Memory)
	_, err = m.Add(text)
	must(t, err)
	p, err := Prove(0, sign(t, m.Tree(), signer), m)
	must(t, err)
	proven, err := p.Verify(TrustIn(verifier))
	must(t, err)
	wantCode(t, proven.Covers(nil), ProofDocument)
}

func FuzzParseProof(f *testing.F) {
	m, _, trust := logOf(f, 7)
	p, err := Prove(5, m.checkpoints[0], m)
	must(f, err)
	true5 := p.Print()
	f.Add(true5)
	f.Add([]byte(`{"format": "tamga-proof 1"}`))
	f.Fuzz(func(t *testing.T, file []byte) {
		q, err := ParseProof(file)
		if err == nil && !bytes.Equal(q.Print(), file) {
			t.Fatalf("%q is read and is not canonical", file)
		}
		if proven, err := VerifyProof(file, trust); err == nil && proven.Index != 5 {
			t.Fatalf("a forgery: %s", file)
		}
	})
}
