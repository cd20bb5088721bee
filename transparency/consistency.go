package transparency

import (
	"bytes"

	"golang.org/x/mod/sumdb/tlog"

	"tamga/internal/canonical"
)

const consistencyFormat = "tamga-consistency 1"

// Consistency shows that the tree of a newer checkpoint begins with the whole tree of an older one: that in between the log
// only grew.
type Consistency struct {
	// Older and Newer are signed notes.
	Older, Newer []byte
	// Path is the hashes of RFC 6962 §2.1.2; empty when either tree is empty or both are the same.
	Path []Hash
}

// ProveConsistency makes the proof between two checkpoints of the source's own log. The error is a *Defect with
// ConsistencyOrder, or comes from reading the source.
func ProveConsistency(older, newer []byte, s Source) (Consistency, error) {
	from, err := ownCheckpoint(older)
	if err != nil {
		return Consistency{}, err
	}
	to, err := ownCheckpoint(newer)
	if err != nil {
		return Consistency{}, err
	}
	if to.Tree.Size < from.Tree.Size {
		return Consistency{}, backwards(from, to)
	}
	c := Consistency{Older: older, Newer: newer}
	if from.Tree.Size == 0 {
		return c, nil
	}
	path, err := tlog.ProveTree(to.Tree.Size, from.Tree.Size, s)
	if err != nil {
		return Consistency{}, &Defect{Code: HashUnread, At: Nowhere, Err: err}
	}
	c.Path = path
	return c, nil
}

// Verify checks both signatures and the path, and returns the two checkpoints. The error is a *Defect.
func (c Consistency) Verify(t Trust) (older, newer Checkpoint, err error) {
	if older, err = OpenCheckpoint(c.Older, t); err != nil {
		return Checkpoint{}, Checkpoint{}, err
	}
	if newer, err = OpenCheckpoint(c.Newer, t); err != nil {
		return Checkpoint{}, Checkpoint{}, err
	}
	from, to := older.Tree, newer.Tree
	switch {
	case to.Size < from.Size:
		err = backwards(older, newer)
	case from.Size == 0 && len(c.Path) != 0:
		err = &Defect{Code: ConsistencyPath, At: Nowhere}
	case from.Size > 0 && tlog.CheckTree(c.Path, to.Size, to.Root, from.Size, from.Root) != nil:
		err = &Defect{Code: ConsistencyPath, At: Nowhere}
	}
	if err != nil {
		return Checkpoint{}, Checkpoint{}, err
	}
	return older, newer, nil
}

// VerifyConsistency reads the proof's file and verifies it.
func VerifyConsistency(file []byte, t Trust) (older, newer Checkpoint, err error) {
	c, err := ParseConsistency(file)
	if err != nil {
		return Checkpoint{}, Checkpoint{}, err
	}
	return c.Verify(t)
}

func backwards(older, newer Checkpoint) error {
	return &Defect{
		Code: ConsistencyOrder, At: Nowhere,
		Want: canonical.Number(older.Tree.Size), Got: canonical.Number(newer.Tree.Size),
	}
}

type consistencyFile struct {
	Format string `json:"format"`
	Older  string `json:"older"`
	Newer  string `json:"newer"`
	Path   []Hash `json:"path"`
}

// Print writes the proof's file: JSON with fixed order and indentation.
func (c Consistency) Print() []byte {
	file := consistencyFile{Format: consistencyFormat, Older: string(c.Older), Newer: string(c.Newer), Path: c.Path}
	if file.Path == nil {
		file.Path = []Hash{}
	}
	return printFile(file)
}

// ParseConsistency reads what Print writes and nothing else; the error is a *Defect with ProofForm.
func ParseConsistency(data []byte) (Consistency, error) {
	var file consistencyFile
	if err := parseFile(data, &file); err != nil || file.Format != consistencyFormat {
		return Consistency{}, &Defect{Code: ProofForm, At: Nowhere}
	}
	c := Consistency{Older: []byte(file.Older), Newer: []byte(file.Newer), Path: file.Path}
	if !bytes.Equal(c.Print(), data) {
		return Consistency{}, &Defect{Code: ProofForm, At: Nowhere}
	}
	return c, nil
}
