package transparency

import (
	"bytes"
	"slices"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
)

// grown is a log of n records with a checkpoint after each.
func grown(t testing.TB, n int) (*Memory, note.Signer, Trust) {
	t.Helper()
	signer, verifier := keyFrom(t, testOrigin, 1)
	m := new(Memory)
	m.Keep(sign(t, m.Tree(), signer))
	for i := range n {
		_, err := m.Add(leaf(t, i))
		must(t, err)
		m.Keep(sign(t, m.Tree(), signer))
	}
	return m, signer, TrustIn(verifier)
}

// TestConsistencyEveryPair: each tree up to 20 records begins with each smaller one, and no spoiled path shows it.
func TestConsistencyEveryPair(t *testing.T) {
	m, _, trust := grown(t, 20)
	rejected := 0
	reject := func(c Consistency, want Code) {
		t.Helper()
		rejected++
		_, _, err := c.Verify(trust)
		wantCode(t, err, want)
	}
	for older := range 21 {
		for newer := older; newer < 21; newer++ {
			c, err := ProveConsistency(m.checkpoints[older], m.checkpoints[newer], m)
			must(t, err)
			from, to, err := VerifyConsistency(c.Print(), trust)
			must(t, err)
			if from.Tree.Size != int64(older) || to.Tree.Size != int64(newer) {
				t.Fatalf("%d to %d", from.Tree.Size, to.Tree.Size)
			}
			reject(Consistency{c.Older, c.Newer, append(slices.Clone(c.Path), Hash{})}, ConsistencyPath)
			for i := range c.Path {
				bent := slices.Clone(c.Path)
				bent[i][i] ^= 1
				reject(Consistency{c.Older, c.Newer, bent}, ConsistencyPath)
				reject(Consistency{c.Older, c.Newer, slices.Delete(slices.Clone(c.Path), i, i+1)}, ConsistencyPath)
			}
			if older < newer {
				reject(Consistency{c.Newer, c.Older, c.Path}, ConsistencyOrder)
				_, err = ProveConsistency(c.Newer, c.Older, m)
				wantCode(t, err, ConsistencyOrder)
			}
		}
	}
	if rejected < 1000 {
		t.Errorf("only %d mutants", rejected)
	}
}

// TestConsistencyShowsRewriting: a log that changed one record cannot prove that it only grew.
func TestConsistencyShowsRewriting(t *testing.T) {
	m, signer, trust := grown(t, 9)
	forged := new(Memory)
	changed := leaves(t, 0, 14)
	changed[3] = leaf(t, 99)
	_, err := forged.Add(changed...)
	must(t, err)
	newer := sign(t, forged.Tree(), signer)
	for size := 4; size <= 9; size++ {
		c, err := ProveConsistency(m.checkpoints[size], newer, forged)
		must(t, err)
		_, _, err = c.Verify(trust)
		wantCode(t, err, ConsistencyPath)
	}
	fork := Consistency{Older: m.checkpoints[9], Newer: sign(t, Tree{Size: 9, Root: forged.Tree().Root}, signer)}
	_, _, err = fork.Verify(trust)
	wantCode(t, err, ConsistencyPath)
}

func TestConsistencySignatures(t *testing.T) {
	m, _, trust := grown(t, 4)
	stranger, _ := keyFrom(t, testOrigin, 7)
	foreign := sign(t, m.Tree(), stranger)
	for _, c := range []Consistency{{Older: foreign, Newer: m.checkpoints[4]}, {Older: m.checkpoints[4], Newer: foreign}} {
		_, _, err := c.Verify(trust)
		wantCode(t, err, CheckpointSignature)
	}
}

func TestConsistencyFileHasOneSpelling(t *testing.T) {
	m, _, trust := grown(t, 7)
	c, err := ProveConsistency(m.checkpoints[3], m.checkpoints[7], m)
	must(t, err)
	file := c.Print()
	for i := range file {
		for _, changed := range [][]byte{
			slices.Delete(bytes.Clone(file), i, i+1), slices.Insert(bytes.Clone(file), i, ' '), append(bytes.Clone(file[:i]), file[i]^1),
		} {
			if _, _, err := VerifyConsistency(changed, trust); codeOf(t, err) == "" {
				t.Fatalf("accepted: %s", changed)
			}
		}
	}
	_, err = ParseConsistency([]byte(strings.Replace(string(file), "consistency 1", "consistency 2", 1)))
	wantCode(t, err, ProofForm)
}

func FuzzParseConsistency(f *testing.F) {
	m, _, trust := grown(f, 7)
	c, err := ProveConsistency(m.checkpoints[3], m.checkpoints[7], m)
	must(f, err)
	f.Add(c.Print())
	f.Fuzz(func(t *testing.T, file []byte) {
		q, err := ParseConsistency(file)
		if err == nil && !bytes.Equal(q.Print(), file) {
			t.Fatalf("%q is read and is not canonical", file)
		}
		if older, newer, err := VerifyConsistency(file, trust); err == nil && older.Tree.Size+newer.Tree.Size != 10 {
			t.Fatalf("a forgery: %s", file)
		}
	})
}
