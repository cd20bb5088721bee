package transparency

import (
	"bytes"
	"cmp"
	"errors"
	"iter"
	"slices"

	"golang.org/x/mod/sumdb/tlog"

	"tamga/internal/canonical"
)

// maxDefects bounds a report; what is beyond is counted.
const maxDefects = 10_000

// hashBatch is how many stored hashes an audit compares at once.
const hashBatch = 1024

// Evidence is a whole log to be audited.
type Evidence struct {
	// Trust is the log and its keys.
	Trust Trust
	// Leaves are all records from index 0 on. After an error nothing more is read.
	Leaves iter.Seq2[[]byte, error]
	// Checkpoints are signed notes in the order they were issued.
	Checkpoints [][]byte
	// Stored reads the stored hashes, to compare them with the records; nil when there are none to compare.
	Stored HashReader
}

// Report is what an audit found.
type Report struct {
	// Tree is recomputed from the records.
	Tree Tree
	// Checkpoints counts those that were given.
	Checkpoints int
	// Uncovered counts the records after the largest good checkpoint: recorded, not yet vouched for. It is no defect.
	Uncovered int64
	// Defects are all that is wrong: with records, with identifiers that stand twice, with stored hashes, with checkpoints;
	// each in order of its place.
	Defects []Defect
	// Omitted counts the defects beyond ten thousand.
	Omitted int64
}

// Sound reports whether nothing is wrong.
func (r Report) Sound() bool { return len(r.Defects) == 0 }

// Audit recomputes the log and returns everything that is wrong with it, not only the first. It holds 24 bytes per record,
// for finding identifiers that stand twice.
func Audit(e Evidence) Report {
	a := audit{evidence: e, report: Report{Tree: EmptyTree, Checkpoints: len(e.Checkpoints)}}
	a.open()
	a.leaves()
	a.twice()
	a.flush(1)
	a.report.Tree = Tree{Size: a.frontier.size, Root: a.frontier.root()}
	a.conclude()
	return a.report
}

// opened is a checkpoint that the log signed, and its place in the order of issue.
type opened struct {
	Checkpoint
	at int64
}

type identified struct {
	id    [16]byte
	index int64
}

type audit struct {
	evidence Evidence
	report   Report
	frontier frontier
	records  []Defect
	ids      []identified
	// bySize are the good checkpoints still to be met, the smallest first.
	bySize []opened
	// judged are the defects of checkpoints, by their place; they are reported last.
	judged []Defect
	// pending are computed hashes not yet compared; the first has the stored index base.
	pending []Hash
	base    int64
	hashes  []Defect
	covered int64
	blind   bool
}

// add puts a defect on a list, or counts it when the list is full.
func (a *audit) add(list *[]Defect, d Defect) {
	if len(*list) >= maxDefects {
		a.report.Omitted++
		return
	}
	*list = append(*list, d)
}

// open verifies the signatures and the order of the checkpoints.
func (a *audit) open() {
	var largest Checkpoint
	roots := map[int64]Hash{}
	for i, msg := range a.evidence.Checkpoints {
		c, err := OpenCheckpoint(msg, a.evidence.Trust)
		if err != nil {
			a.add(&a.judged, placed(err, int64(i)))
			continue
		}
		if c.Tree.Size < largest.Tree.Size {
			a.add(&a.judged, Defect{
				Code: CheckpointBack, At: int64(i),
				Want: canonical.Number(largest.Tree.Size), Got: canonical.Number(c.Tree.Size),
			})
		}
		if root, seen := roots[c.Tree.Size]; seen && root != c.Tree.Root {
			a.add(&a.judged, Defect{
				Code: CheckpointFork, At: int64(i), Want: root.String(), Got: c.Tree.Root.String(),
			})
		} else {
			roots[c.Tree.Size] = c.Tree.Root
		}
		if c.Tree.Size >= largest.Tree.Size {
			largest = c
		}
		a.bySize = append(a.bySize, opened{c, int64(i)})
	}
	slices.SortStableFunc(a.bySize, func(x, y opened) int { return cmp.Compare(x.Tree.Size, y.Tree.Size) })
}

func (a *audit) leaves() {
	a.meet()
	if a.evidence.Leaves == nil {
		return
	}
	for leaf, err := range a.evidence.Leaves {
		at := a.frontier.size
		if err != nil {
			a.add(&a.records, Defect{Code: LeafUnread, At: at, Err: err})
			return
		}
		a.judge(leaf, at)
		a.pending = a.frontier.push(tlog.RecordHash(leaf), a.pending)
		a.flush(hashBatch)
		a.meet()
	}
}

func (a *audit) judge(leaf []byte, at int64) {
	if len(leaf) == 0 || len(leaf) > MaxRecord {
		a.add(&a.records, Defect{Code: LeafLength, At: at})
		return
	}
	r, err := ParseRecord(leaf)
	if err != nil {
		a.add(&a.records, placed(err, at))
		return
	}
	if r.Log != a.evidence.Trust.Origin {
		a.add(&a.records, Defect{Code: RecordLog, At: at, Want: string(a.evidence.Trust.Origin), Got: string(r.Log)})
	}
	a.ids = append(a.ids, identified{canonical.UUIDBytes(r.ID), at})
}

// meet compares the root with every checkpoint of the present size.
func (a *audit) meet() {
	for len(a.bySize) > 0 && a.bySize[0].Tree.Size == a.frontier.size {
		c := a.bySize[0]
		a.bySize = a.bySize[1:]
		root := a.frontier.root()
		if root == c.Tree.Root {
			a.covered = c.Tree.Size
			continue
		}
		a.add(&a.judged, Defect{Code: CheckpointRoot, At: c.at, Want: c.Tree.Root.String(), Got: root.String()})
	}
}

// flush compares the pending hashes with the stored ones once there are enough of them.
func (a *audit) flush(enough int) {
	if len(a.pending) < enough {
		return
	}
	defer func() { a.base, a.pending = a.base+int64(len(a.pending)), a.pending[:0] }()
	if a.evidence.Stored == nil || a.blind {
		return
	}
	indexes := make([]int64, len(a.pending))
	for i := range indexes {
		indexes[i] = a.base + int64(i)
	}
	stored, err := readHashes(indexes, a.evidence.Stored)
	if err != nil {
		a.blind = true
		a.add(&a.hashes, placed(err, a.base))
		return
	}
	for i, want := range a.pending {
		if stored[i] != want {
			a.add(&a.hashes, Defect{
				Code: HashDiffers, At: a.base + int64(i), Want: want.String(), Got: stored[i].String(),
			})
		}
	}
}

// twice reports identifiers that stand more than once, each later place against the first.
func (a *audit) twice() {
	slices.SortFunc(a.ids, func(x, y identified) int {
		return cmp.Or(bytes.Compare(x.id[:], y.id[:]), cmp.Compare(x.index, y.index))
	})
	var found []Defect
	first := 0
	for i := 1; i < len(a.ids); i++ {
		if a.ids[i].id != a.ids[first].id {
			first = i
			continue
		}
		a.add(&found, Defect{
			Code: RecordTwice, At: a.ids[i].index,
			Want: canonical.Number(a.ids[first].index), Got: canonical.FormatUUID(a.ids[i].id),
		})
	}
	a.addInOrder(a.records)
	a.addInOrder(found)
}

// conclude reports hashes and checkpoints, and the checkpoints that were never met.
func (a *audit) conclude() {
	for _, c := range a.bySize {
		a.add(&a.judged, Defect{
			Code: CheckpointAhead, At: c.at,
			Want: canonical.Number(c.Tree.Size), Got: canonical.Number(a.frontier.size),
		})
	}
	a.addInOrder(a.hashes)
	a.addInOrder(a.judged)
	a.report.Uncovered = a.frontier.size - a.covered
}

func (a *audit) addInOrder(found []Defect) {
	slices.SortStableFunc(found, func(x, y Defect) int { return cmp.Compare(x.At, y.At) })
	for _, d := range found {
		a.add(&a.report.Defects, d)
	}
}

// placed gives a defect its place in what is audited.
func placed(err error, at int64) Defect {
	var d *Defect
	if !errors.As(err, &d) {
		return Defect{Code: LeafUnread, At: at, Err: err}
	}
	here := *d
	here.At = at
	return here
}
