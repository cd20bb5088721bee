package office

import (
	"cmp"
	"errors"
	"slices"

	"tamga/customs"
	"tamga/transparency"
)

var (
	errRecordPlaces  = errors.New("the records are not those of the batch in dense places after its tree")
	errHashPlaces    = errors.New("the new hashes do not continue the stored ones")
	errNoCheckpoint  = errors.New("there is no checkpoint over the new records")
	errMessagePlaces = errors.New("a message has no signature or no later position")
)

// CheckNumbered returns an Internal error for a numbering that would damage the log or a feed: every store refuses it
// before writing. Records stand densely after the tree, in the batch's order; messages may be left out to wait, but those
// given have a rising position after the last and a signature, for nothing may come up in a feed behind a reader.
func CheckNumbered(b Batch, n Numbered) error {
	cause := misplaced(b, n)
	if cause == nil {
		return nil
	}
	return &customs.Error{Code: customs.Internal, Op: "check numbering", Err: cause}
}

func misplaced(b Batch, n Numbered) error {
	if len(n.Records) > len(b.Records) {
		return errRecordPlaces
	}
	for i, r := range n.Records {
		if r.ID != b.Records[i].ID || r.Position != b.Tree.Size+int64(i) {
			return errRecordPlaces
		}
	}
	first := transparency.StoredHashCount(b.Tree.Size)
	count := transparency.StoredHashCount(b.Tree.Size+int64(len(n.Records))) - first
	if int64(len(n.Hashes)) != count || count > 0 && n.FirstHash != first {
		return errHashPlaces
	}
	if len(n.Records) > 0 && len(n.Checkpoint) == 0 {
		return errNoCheckpoint
	}
	last := b.LastPosition
	for _, m := range n.Messages {
		if m.Position <= last || len(m.Signature) == 0 {
			return errMessagePlaces
		}
		last = m.Position
	}
	return nil
}

// SortTimers puts timers in the order in which they are due; equal ones by case and kind.
func SortTimers(timers []Timer) {
	slices.SortFunc(timers, func(a, b Timer) int {
		return cmp.Or(a.Due.Compare(b.Due), cmp.Compare(a.Case, b.Case), cmp.Compare(a.Kind, b.Kind))
	})
}
