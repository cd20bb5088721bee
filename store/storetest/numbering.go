package storetest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"time"

	"golang.org/x/mod/sumdb/note"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// sequencer numbers as an office does.
type sequencer struct {
	signer note.Signer
	trust  transparency.Trust
	notes  [][]byte
}

func (b *bench) sequencer() *sequencer {
	b.Helper()
	private, public, err := note.GenerateKey(bytes.NewReader(bytes.Repeat([]byte{7}, 64)), origin)
	if err != nil {
		b.Fatal(err)
	}
	signer, err := note.NewSigner(private)
	if err != nil {
		b.Fatal(err)
	}
	trust, err := transparency.ParseTrust(public)
	if err != nil {
		b.Fatal(err)
	}
	return &sequencer{signer: signer, trust: trust}
}

// number gives dense places, signs every message and the tree.
func (q *sequencer) number(log transparency.Source) office.NumberFunc {
	return func(batch office.Batch) (office.Numbered, error) {
		out := office.Numbered{Records: batch.Records, Messages: batch.Messages}
		leaves := make([][]byte, len(batch.Records))
		for i := range out.Records {
			out.Records[i].Position = batch.Tree.Size + int64(i)
			leaves[i] = out.Records[i].Leaf
		}
		for i := range out.Messages {
			out.Messages[i].Position = batch.LastPosition + int64(i) + 1
			out.Messages[i].Signature = []byte("signature of " + out.Messages[i].ID)
		}
		added, err := transparency.Append(batch.Tree, leaves, log)
		if err != nil {
			return out, err
		}
		out.FirstHash, out.Hashes = added.First, added.Hashes
		out.Checkpoint, err = transparency.Checkpoint{Origin: origin, Tree: added.After}.Sign(q.signer)
		q.notes = append(q.notes, out.Checkpoint)
		return out, err
	}
}

// lead takes the lease of the log.
func (b *bench) lead(s office.Store, holder string, now time.Time) office.Fence {
	b.Helper()
	epoch, leads, err := s.Lead(context.Background(), office.Fence{Name: "log", Holder: holder}, now, now.Add(time.Minute))
	b.want(err, "")
	if !leads {
		b.Fatalf("%s does not lead", holder)
	}
	return office.Fence{Name: "log", Holder: holder, Epoch: epoch}
}

// feed: messages show after they are signed, in order within their case, each party its own.
func feed(b *bench) {
	b.each(func(caller int, s office.Store) {
		id, party := caseID("feed", caller), customs.PartyID(fmt.Sprint("party", caller))
		for version := range int64(3) {
			b.must(s, act{name: fmt.Sprint("say", caller, "/", version), id: id, expect: version, party: party, messages: 2})
		}
	})
	ctx, s := context.Background(), b.store(0)
	seen, err := s.Feed(ctx, "", 0, 100)
	b.want(err, "")
	if len(seen) != 0 {
		b.Errorf("%d messages show unsigned", len(seen))
	}
	fence, q := b.lead(s, "one", Noon), b.sequencer()
	for count := 1; count > 0; {
		count, err = s.Sequence(ctx, fence, 5, q.number(s.Log()))
		b.want(err, "")
	}
	everything, err := s.Feed(ctx, "", 0, 0)
	b.want(err, "")
	for i, m := range everything {
		if m.Position != int64(i+1) || string(m.Signature) != "signature of "+m.ID || m.Digest != transparency.Sum(m.Content) {
			b.Errorf("message %d is %+v", i, m)
		}
	}
	for caller := range b.callers {
		own, err := s.Feed(ctx, customs.PartyID(fmt.Sprint("party", caller)), 0, 100)
		b.want(err, "")
		if len(own) != 6 {
			b.Errorf("party %d has %d messages", caller, len(own))
		}
		for i, m := range own {
			if want := fmt.Sprintf("say%d/%d-m%d", caller, i/2, i%2); m.ID != want {
				b.Errorf("message %d of the party is %s, want %s", i, m.ID, want)
			}
		}
	}
	last, err := s.Position(ctx)
	b.want(err, "")
	rest, err := s.Feed(ctx, "", last-1, 100)
	b.want(err, "")
	if last != int64(b.callers*6) || len(rest) != 1 {
		b.Errorf("last position %d, %d messages after the one before", last, len(rest))
	}
}

// log: what is numbered while acts go on is a log that an audit finds sound, with nothing missing.
func log(b *bench) {
	s := b.store(0)
	fence, q := b.lead(s, "one", Noon), b.sequencer()
	_, err := s.Log().Latest()
	b.want(err, customs.NotFound)
	ended := make(chan error, 1)
	stop := make(chan struct{})
	go func() { ended <- q.until(s, fence, stop) }()
	b.each(func(caller int, s office.Store) {
		for i := range 10 {
			name := fmt.Sprint("act", caller, "/", i)
			b.must(s, act{name: name, id: caseID(name), records: 3})
		}
	})
	close(stop)
	b.want(<-ended, "")
	size := b.callers * 30
	leaves, err := s.Log().ReadRecords(0, size)
	b.want(err, "")
	report := transparency.Audit(transparency.Evidence{Trust: q.trust, Leaves: sequence(leaves), Checkpoints: q.notes, Stored: s.Log()})
	if !report.Sound() || report.Tree.Size != int64(size) || report.Uncovered != 0 {
		b.Errorf("the audit found %+v", report)
	}
	latest, err := s.Log().Latest()
	b.want(err, "")
	if !bytes.Equal(latest, q.notes[len(q.notes)-1]) {
		b.Error("the latest checkpoint is not the last one signed")
	}
	_, err = s.Log().ReadRecords(0, size+1)
	b.want(err, customs.NotFound)
	b.placed(s, leaves)
}

// placed: a record is found by its identifier at the place where its leaf stands; one that is not there is left out.
func (b *bench) placed(s office.Store, leaves [][]byte) {
	b.Helper()
	var ids []string
	for _, leaf := range leaves {
		record, err := transparency.ParseRecord(leaf)
		b.want(err, "")
		ids = append(ids, record.ID)
	}
	slices.Reverse(ids)
	rows, err := s.Records(context.Background(), append(ids, "absent"))
	b.want(err, "")
	if len(rows) != len(leaves) {
		b.Fatalf("%d records of %d are found", len(rows), len(leaves))
	}
	for i, row := range rows {
		if row.Position != int64(i) || !bytes.Equal(row.Leaf, leaves[i]) || row.Case == "" || row.At.IsZero() {
			b.Errorf("record %d is found as %+v", i, row)
		}
	}
}

// until numbers until it is told to stop and nothing waits.
func (q *sequencer) until(s office.Store, fence office.Fence, stop <-chan struct{}) error {
	for last := false; ; {
		select {
		case <-stop:
			last = true
		default:
		}
		count, err := s.Sequence(context.Background(), fence, 64, q.number(s.Log()))
		if err != nil || count == 0 && last {
			return err
		}
	}
}

func sequence(leaves [][]byte) iter.Seq2[[]byte, error] {
	return func(yield func([]byte, error) bool) {
		for _, leaf := range leaves {
			if !yield(leaf, nil) {
				return
			}
		}
	}
}

// fencing: a lease has one holder; whoever lost it writes nothing, and a numbering that damages is refused.
func fencing(b *bench) {
	ctx, s := context.Background(), b.store(0)
	b.must(s, act{name: "act", id: caseID("act"), records: 2, messages: 1})
	old, q := b.lead(s, "one", Noon), b.sequencer()
	if again := b.lead(s, "one", Noon); again.Epoch != old.Epoch {
		b.Errorf("renewing changed the epoch from %d to %d", old.Epoch, again.Epoch)
	}
	_, leads, err := b.store(1).Lead(ctx, office.Fence{Name: "log", Holder: "two"}, Noon, Noon.Add(time.Minute))
	b.want(err, "")
	if leads {
		b.Error("two hold one lease")
	}
	paused := func(batch office.Batch) (office.Numbered, error) {
		if now := b.lead(b.store(1), "two", Noon.Add(time.Minute)); now.Epoch <= old.Epoch {
			b.Errorf("the epoch went from %d to %d", old.Epoch, now.Epoch)
		}
		return q.number(s.Log())(batch)
	}
	_, err = s.Sequence(ctx, old, 10, paused)
	b.want(err, customs.Stale)
	if _, err := s.Log().Latest(); !customs.Is(err, customs.NotFound) {
		b.Errorf("a fenced leader wrote a checkpoint: %v", err)
	}
	fence := b.lead(s, "two", Noon.Add(time.Minute))
	_, err = s.Sequence(ctx, fence, 10, func(batch office.Batch) (office.Numbered, error) {
		out, err := q.number(s.Log())(batch)
		out.Records[1].Position++
		return out, err
	})
	b.want(err, customs.Internal)
	gone := errors.New("token gone")
	_, err = s.Sequence(ctx, fence, 10, func(office.Batch) (office.Numbered, error) { return office.Numbered{}, gone })
	if !errors.Is(err, gone) {
		b.Errorf("the signer's error is lost: %v", err)
	}
	count, err := s.Sequence(ctx, fence, 10, q.number(s.Log()))
	b.want(err, "")
	if count != 3 {
		b.Errorf("numbered %d", count)
	}
}
