package transparency

import (
	"errors"
	"slices"
)

// Source is a log as it is stored: what a reader of proofs and tiles needs.
type Source interface {
	HashReader
	// ReadRecords returns count leaves from index first on, all or an error.
	ReadRecords(first int64, count int) ([][]byte, error)
	// Latest returns the newest signed checkpoint. Nothing beyond its size is shown to anyone.
	Latest() ([]byte, error)
}

// Memory is a log held in memory, for tests, demonstrations and checks. The zero Memory is an empty log. It is not safe for
// use by several callers at once, and all of it is lost when the process dies.
type Memory struct {
	tree        *Tree
	hashes      []Hash
	records     [][]byte
	checkpoints [][]byte
}

var errNotHeld = errors.New("not held")

// Tree returns the present tree.
func (m *Memory) Tree() Tree {
	if m.tree == nil {
		return EmptyTree
	}
	return *m.tree
}

// Add appends leaves and returns what they added.
func (m *Memory) Add(leaves ...[]byte) (Appended, error) {
	a, err := Append(m.Tree(), leaves, m)
	if err != nil {
		return Appended{}, err
	}
	m.hashes = append(m.hashes, a.Hashes...)
	for _, leaf := range leaves {
		m.records = append(m.records, slices.Clone(leaf))
	}
	m.tree = &a.After
	return a, nil
}

// Keep stores a signed checkpoint as the newest.
func (m *Memory) Keep(checkpoint []byte) {
	m.checkpoints = append(m.checkpoints, slices.Clone(checkpoint))
}

// Checkpoints returns the signed checkpoints in the order they were kept.
func (m *Memory) Checkpoints() [][]byte { return m.checkpoints }

// ReadHashes implements HashReader.
func (m *Memory) ReadHashes(indexes []int64) ([]Hash, error) {
	hashes := make([]Hash, len(indexes))
	for i, index := range indexes {
		if index < 0 || index >= int64(len(m.hashes)) {
			return nil, errNotHeld
		}
		hashes[i] = m.hashes[index]
	}
	return hashes, nil
}

// ReadRecords implements Source.
func (m *Memory) ReadRecords(first int64, count int) ([][]byte, error) {
	if first < 0 || count < 0 || first > int64(len(m.records)) || int64(count) > int64(len(m.records))-first {
		return nil, errNotHeld
	}
	return m.records[first : first+int64(count)], nil
}

// Latest implements Source.
func (m *Memory) Latest() ([]byte, error) {
	if len(m.checkpoints) == 0 {
		return nil, errNotHeld
	}
	return m.checkpoints[len(m.checkpoints)-1], nil
}
