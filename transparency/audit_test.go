package transparency

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/sumdb/note"
)

func each(leaves [][]byte) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, leaf := range leaves {
			if !yield(leaf, nil) {
				return
			}
		}
	}
}

func evidenceOf(m *Memory, trust Trust) Evidence {
	return Evidence{Trust: trust, Leaves: each(m.records), Checkpoints: m.checkpoints, Stored: m}
}

// places are the defects of a report as "code at", in order.
func places(r Report) []string {
	list := []string{}
	for _, d := range r.Defects {
		list = append(list, fmt.Sprintf("%s %d", d.Code, d.At))
	}
	return list
}

func wantPlaces(t *testing.T, r Report, want ...string) {
	t.Helper()
	if diff := cmp.Diff(want, places(r)); diff != "" {
		t.Error(diff)
	}
}

func TestAuditSound(t *testing.T) {
	for _, size := range []int{0, 1, 5, 256, 3000} {
		m, _, trust := logOf(t, size)
		_, err := m.Add(leaves(t, size, size+2)...)
		must(t, err)
		r := Audit(evidenceOf(m, trust))
		if !r.Sound() || r.Tree != m.Tree() || r.Uncovered != 2 || r.Checkpoints != 1 {
			t.Errorf("size %d: %+v", size, r)
		}
	}
	m, _, trust := grown(t, 40)
	if r := Audit(evidenceOf(m, trust)); !r.Sound() || r.Uncovered != 0 {
		t.Errorf("%+v", r)
	}
	_, verifier := keyFrom(t, testOrigin, 1)
	if r := Audit(Evidence{Trust: TrustIn(verifier)}); !r.Sound() || r.Tree != EmptyTree {
		t.Errorf("%+v", r)
	}
}

// TestAuditPlanted: each planted defect is found where it stands, and nothing else is.
func TestAuditPlanted(t *testing.T) {
	foreign := record(50)
	foreign.Log = "tamga.example/kz/office-1"
	foreignText, err := foreign.Print()
	must(t, err)
	stranger, _ := keyFrom(t, testOrigin, 7)
	for name, c := range map[string]struct {
		plant func(m *Memory, e *Evidence, s note.Signer)
		want  []string
	}{
		"record changed": {func(m *Memory, e *Evidence, _ note.Signer) {
			bent := slices.Clone(m.records)
			bent[4] = bytes.Replace(bent[4], []byte("rules 2019.02"), []byte("rules 2019.03"), 1)
			e.Leaves, e.Checkpoints = each(bent), m.checkpoints[:6]
		}, []string{"hash.differs 7", "hash.differs 9", "hash.differs 13", "hash.differs 14", "hash.differs 30", "checkpoint.root 5"}},
		"record missing at the end": {func(m *Memory, e *Evidence, _ note.Signer) {
			e.Leaves = each(m.records[:18])
		}, []string{"checkpoint.ahead 19", "checkpoint.ahead 20"}},
		"record unreadable": {func(m *Memory, e *Evidence, _ note.Signer) {
			e.Leaves = func(yield func([]byte, error) bool) {
				_ = yield(m.records[0], nil) && yield(nil, errors.New("disk"))
			}
			e.Checkpoints = m.checkpoints[:3]
		}, []string{"leaf.unread 1", "checkpoint.ahead 2"}},
		"hash changed": {func(m *Memory, _ *Evidence, _ note.Signer) {
			m.hashes[9][0] ^= 1
		}, []string{"hash.differs 9"}},
		"hashes missing": {func(m *Memory, _ *Evidence, _ note.Signer) {
			m.hashes = m.hashes[:20]
		}, []string{"hash.unread 0"}},
		"checkpoint by a stranger": {func(m *Memory, e *Evidence, _ note.Signer) {
			e.Checkpoints = slices.Clone(m.checkpoints)
			e.Checkpoints[3] = sign(t, EmptyTree, stranger)
		}, []string{"checkpoint.signature 3"}},
		"checkpoint garbled": {func(m *Memory, e *Evidence, _ note.Signer) {
			e.Checkpoints = append(slices.Clone(m.checkpoints), []byte("garbled"))
		}, []string{"checkpoint.form 21"}},
		"checkpoint out of order": {func(m *Memory, e *Evidence, _ note.Signer) {
			e.Checkpoints = append(slices.Clone(m.checkpoints), m.checkpoints[7], m.checkpoints[9])
		}, []string{"checkpoint.back 21", "checkpoint.back 22"}},
		"fork": {func(m *Memory, e *Evidence, s note.Signer) {
			bent := m.Tree()
			bent.Root[5] ^= 1
			e.Checkpoints = append(slices.Clone(m.checkpoints), sign(t, bent, s))
		}, []string{"checkpoint.fork 21", "checkpoint.root 21"}},
	} {
		t.Run(name, func(t *testing.T) {
			m, signer, trust := grown(t, 20)
			e := evidenceOf(m, trust)
			c.plant(m, &e, signer)
			wantPlaces(t, Audit(e), c.want...)
		})
	}
	for name, c := range map[string]struct {
		leaf []byte
		want string
	}{
		"of another log": {foreignText, "record.log 4"},
		"twice":          {leaf(t, 1), "record.twice 4"},
		"not canonical":  {[]byte("tamga-record 1\n"), "record.form 4"},
		"unknown kind":   {[]byte(strings.Replace(goldenRecord, "requested", "guessed", 1)), "record.kind 4"},
		"bad value":      {[]byte(strings.Replace(goldenRecord, "02-14", "02-30", 1)), "record.value 4"},
		"too long":       {make([]byte, MaxRecord+1), "leaf.length 4"},
	} {
		t.Run(name, func(t *testing.T) {
			_, _, trust := logOf(t, 0)
			list := slices.Insert(leaves(t, 0, 8), 4, c.leaf)
			list = slices.Delete(list, 6, 7)
			wantPlaces(t, Audit(Evidence{Trust: trust, Leaves: each(list)}), c.want)
		})
	}
}

// TestAuditFindsAll: many defects in one log are all found in one pass.
func TestAuditFindsAll(t *testing.T) {
	m, signer, trust := grown(t, 20)
	list := slices.Clone(m.records)
	list[2], list[9], list[15] = []byte("x"), list[8], []byte{}
	e := evidenceOf(m, trust)
	e.Leaves, e.Stored = each(list), nil
	e.Checkpoints = [][]byte{m.checkpoints[2], []byte("garbled"), m.checkpoints[3], m.checkpoints[1], sign(t, Tree{Size: 99}, signer)}
	r := Audit(e)
	wantPlaces(t, r, "record.form 2", "leaf.length 15", "record.twice 9",
		"checkpoint.form 1", "checkpoint.root 2", "checkpoint.back 3", "checkpoint.ahead 4")
	if r.Sound() || r.Uncovered != 18 {
		t.Errorf("%+v", r)
	}
}

func TestAuditIsBounded(t *testing.T) {
	_, _, trust := logOf(t, 0)
	r := Audit(Evidence{Trust: trust, Leaves: func(yield func([]byte, error) bool) {
		for range maxDefects + 5 {
			if !yield([]byte("x"), nil) {
				return
			}
		}
	}})
	if len(r.Defects) != maxDefects || r.Omitted != 5 || r.Tree.Size != maxDefects+5 {
		t.Errorf("%d defects and %d more", len(r.Defects), r.Omitted)
	}
}
