package transparency

import (
	"encoding/hex"
	"errors"
	"slices"
	"testing"

	"golang.org/x/mod/sumdb/tlog"
	"pgregory.net/rapid"
)

// TestTreeKnownRoots: the eight leaves and roots that implementations of RFC 6962 have in common.
func TestTreeKnownRoots(t *testing.T) {
	leaves := []string{"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"}
	roots := []string{
		"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
		"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
		"aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
		"d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
		"4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
		"76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
		"ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
		"5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
	}
	var f frontier
	if f.root() != EmptyTree.Root {
		t.Errorf("empty tree: %s", f.root())
	}
	for i, leaf := range leaves {
		data, err := hex.DecodeString(leaf)
		must(t, err)
		f.push(LeafHash(data), nil)
		if got := f.root(); hex.EncodeToString(got[:]) != roots[i] {
			t.Errorf("size %d: %x", i+1, got)
		}
	}
}

// TestAppendAgreesWithOneByOne: however leaves are cut into batches, rows and root are those of appending each alone with
// another implementation.
func TestAppendAgreesWithOneByOne(t *testing.T) {
	const most = 600
	all := leaves(t, 0, most)
	var rows []Hash
	reader := HashReaderFunc(func(indexes []int64) ([]Hash, error) {
		var got []Hash
		for _, i := range indexes {
			got = append(got, rows[i])
		}
		return got, nil
	})
	for i, leaf := range all {
		made, err := tlog.StoredHashes(int64(i), leaf, reader)
		must(t, err)
		rows = append(rows, made...)
	}
	rapid.Check(t, func(t *rapid.T) {
		var m Memory
		for size := 0; size < most; {
			n := rapid.SampledFrom([]int{0, 1, 2, 3, 7, 100, 255, 256, 257, 500}).Draw(t, "batch")
			n = min(n, most-size)
			a, err := m.Add(all[size : size+n]...)
			if err != nil {
				t.Fatal(err)
			}
			size += n
			want, err := tlog.TreeHash(int64(size), reader)
			if err != nil || a.After != (Tree{Size: int64(size), Root: want}) {
				t.Fatalf("size %d: %v %v, want %s", size, err, a.After, want)
			}
			if a.First+int64(len(a.Hashes)) != StoredHashCount(int64(size)) {
				t.Fatalf("size %d: rows %d from %d", size, len(a.Hashes), a.First)
			}
			if again, err := TreeAt(int64(size), &m); err != nil || again != a.After {
				t.Fatalf("size %d: %v %v", size, err, again)
			}
		}
		if !slices.Equal(m.hashes, rows) {
			t.Fatal("stored hashes differ")
		}
	})
}

func TestAppendRefuses(t *testing.T) {
	m, _, _ := logOf(t, 11)
	next := leaves(t, 11, 12)
	wrong := m.Tree()
	wrong.Root[0] ^= 1
	_, err := Append(wrong, next, m)
	wantCode(t, err, TreeRoot)
	_, err = Append(Tree{Size: 10, Root: m.Tree().Root}, next, m)
	wantCode(t, err, TreeRoot)
	_, err = Append(m.Tree(), [][]byte{next[0], {}}, m)
	wantCode(t, err, LeafLength)
	_, err = Append(m.Tree(), [][]byte{make([]byte, MaxRecord+1)}, m)
	wantCode(t, err, LeafLength)
	_, err = Append(Tree{Size: MaxSize}, next, m)
	wantCode(t, err, TreeSize)
	_, err = TreeAt(-1, m)
	wantCode(t, err, TreeSize)
	_, err = TreeAt(12, m)
	wantCode(t, err, HashUnread)
	down := errors.New("database is down")
	_, err = Append(m.Tree(), next, HashReaderFunc(func([]int64) ([]Hash, error) { return nil, down }))
	wantCode(t, err, HashUnread)
	if !errors.Is(err, down) {
		t.Errorf("the cause is lost: %v", err)
	}
	_, err = Append(m.Tree(), next, HashReaderFunc(func([]int64) ([]Hash, error) { return []Hash{}, nil }))
	wantCode(t, err, HashUnread)
}

// TestAppendReadsOnce: a store is asked once for a batch, and for no more than the tree's complete subtrees.
func TestAppendReadsOnce(t *testing.T) {
	m, _, _ := logOf(t, 511)
	calls, asked := 0, 0
	_, err := Append(m.Tree(), leaves(t, 511, 1511), HashReaderFunc(func(indexes []int64) ([]Hash, error) {
		calls, asked = calls+1, asked+len(indexes)
		if !slices.IsSorted(indexes) {
			t.Errorf("indexes are not ascending: %v", indexes)
		}
		return m.ReadHashes(indexes)
	}))
	must(t, err)
	if calls != 1 || asked != 9 {
		t.Errorf("%d calls for %d hashes", calls, asked)
	}
}
