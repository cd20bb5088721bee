package transparency

import (
	"crypto/sha256"
	"math/bits"

	"golang.org/x/mod/sumdb/tlog"
)

// MaxSize is the greatest number of records a log may have: what a reader in any language holds exactly.
const MaxSize = 1 << 52

// Tree is a tree's size in records and its root. The root of the empty tree is SHA-256 of nothing.
type Tree struct {
	Size int64
	Root Hash
}

// EmptyTree is where every log begins.
var EmptyTree = Tree{Root: sha256.Sum256(nil)}

// HashReader reads stored hashes by index, in the order asked, all or an error. A store keeps one row per index; the
// indexes are dense from 0, and a tree of n records has StoredHashCount(n) of them.
type HashReader = tlog.HashReader

// HashReaderFunc is a function that reads stored hashes.
type HashReaderFunc = tlog.HashReaderFunc

// StoredHashCount returns how many stored hashes a tree of the size has: the next hash gets this index.
func StoredHashCount(size int64) int64 { return tlog.StoredHashCount(size) }

// Appended is what a batch of records adds to a log. Nothing is lost if it is thrown away; it must be stored as a whole or
// not at all.
type Appended struct {
	// Before and After are the tree without and with the batch.
	Before, After Tree
	// First is the index of Hashes[0]; the others follow it without gaps.
	First int64
	// Hashes are the new rows.
	Hashes []Hash
}

// Append computes what the leaves add to the tree, reading the roots of its complete subtrees (at most 52 hashes, in one
// call). It refuses with TreeRoot when the stored hashes do not give before.Root: nothing is ever built on a damaged tree.
// Other errors are LeafLength, TreeSize and those of the reader.
func Append(before Tree, leaves [][]byte, r HashReader) (Appended, error) {
	for i, leaf := range leaves {
		if len(leaf) == 0 || len(leaf) > MaxRecord {
			return Appended{}, &Defect{Code: LeafLength, At: before.Size + int64(i)}
		}
	}
	if before.Size > MaxSize-int64(len(leaves)) {
		return Appended{}, &Defect{Code: TreeSize, At: Nowhere}
	}
	f, err := readFrontier(before.Size, r)
	if err != nil {
		return Appended{}, err
	}
	if root := f.root(); root != before.Root {
		return Appended{}, &Defect{Code: TreeRoot, At: Nowhere, Want: before.Root.String(), Got: root.String()}
	}
	a := Appended{Before: before, First: StoredHashCount(before.Size), Hashes: make([]Hash, 0, 2*len(leaves)+52)}
	for _, leaf := range leaves {
		a.Hashes = f.push(LeafHash(leaf), a.Hashes)
	}
	a.After = Tree{Size: f.size, Root: f.root()}
	return a, nil
}

// TreeAt returns the tree of the first size records, from the stored hashes.
func TreeAt(size int64, r HashReader) (Tree, error) {
	f, err := readFrontier(size, r)
	if err != nil {
		return Tree{}, err
	}
	return Tree{Size: size, Root: f.root()}, nil
}

// LeafHash returns SHA-256 of 0x00 and the leaf.
func LeafHash(leaf []byte) Hash {
	var space [1 + MaxRecord]byte
	return sha256.Sum256(append(space[:1], leaf...))
}

// frontier is the roots of a tree's complete subtrees, the largest first: all that appending needs to know of the past.
type frontier struct {
	size  int64
	nodes []Hash
}

func readFrontier(size int64, r HashReader) (*frontier, error) {
	if size < 0 || size > MaxSize {
		return nil, &Defect{Code: TreeSize, At: Nowhere}
	}
	if size == 0 {
		return &frontier{}, nil
	}
	indexes := make([]int64, 0, bits.OnesCount64(uint64(size)))
	for rest, start := size, int64(0); rest > 0; {
		level := bits.Len64(uint64(rest)) - 1
		indexes = append(indexes, tlog.StoredHashIndex(level, start>>level))
		start += 1 << level
		rest -= 1 << level
	}
	nodes, err := readHashes(indexes, r)
	if err != nil {
		return nil, err
	}
	return &frontier{size: size, nodes: append(make([]Hash, 0, 64), nodes...)}, nil
}

func readHashes(indexes []int64, r HashReader) ([]Hash, error) {
	hashes, err := r.ReadHashes(indexes)
	if err != nil || len(hashes) != len(indexes) {
		return nil, &Defect{Code: HashUnread, At: indexes[0], Err: err}
	}
	return hashes, nil
}

// push adds a leaf, appends the stored hashes it makes (its own, then those of the subtrees it completes) and returns them.
func (f *frontier) push(leaf Hash, made []Hash) []Hash {
	made = append(made, leaf)
	for range bits.TrailingZeros64(uint64(f.size + 1)) {
		last := len(f.nodes) - 1
		leaf = tlog.NodeHash(f.nodes[last], leaf)
		f.nodes = f.nodes[:last]
		made = append(made, leaf)
	}
	f.nodes = append(f.nodes, leaf)
	f.size++
	return made
}

func (f *frontier) root() Hash {
	if len(f.nodes) == 0 {
		return EmptyTree.Root
	}
	root := f.nodes[len(f.nodes)-1]
	for i := len(f.nodes) - 2; i >= 0; i-- {
		root = tlog.NodeHash(f.nodes[i], root)
	}
	return root
}
