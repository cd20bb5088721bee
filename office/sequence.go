package office

import (
	"context"
	"errors"
	"time"

	"tamga/customs"
	"tamga/transparency"
)

// leaseTerm is how long a sequencer leads without renewing. A process that pauses longer is fenced by its epoch.
const leaseTerm = 10 * time.Second

// sequencerName is the lease of the one who numbers.
const sequencerName = "sequencer"

// batchSize is how many leaves and messages are numbered together.
const batchSize = 512

// Sequence numbers what is committed and not yet numbered: it appends leaves to the log, signs messages and the
// checkpoint, and so makes them visible. It returns how many it numbered; 0 with a nil error means that nothing waits,
// or that another process leads. If the process dies before the numbers are stored, the next leader gives them anew:
// nothing unnumbered was ever shown.
func (o *Office) Sequence(ctx context.Context) (int, error) {
	now := o.Clock.Now()
	epoch, leads, err := o.Store.Lead(ctx, Fence{Name: sequencerName, Holder: o.holder}, now, now.Add(leaseTerm))
	if err != nil || !leads {
		return 0, err
	}
	fence := Fence{Name: sequencerName, Holder: o.holder, Epoch: epoch}
	count, err := o.Store.Sequence(ctx, fence, batchSize, func(b Batch) (Numbered, error) { return o.number(b) })
	if count > 0 {
		o.news.announce()
	}
	return count, err
}

func (o *Office) number(b Batch) (Numbered, error) {
	numbered := Numbered{Records: b.Records, Messages: b.Messages}
	leaves := make([][]byte, len(b.Records))
	for i := range b.Records {
		leaves[i] = b.Records[i].Leaf
		numbered.Records[i].Position = b.Tree.Size + int64(i)
	}
	appended, err := transparency.Append(b.Tree, leaves, o.Store.Log())
	if err != nil {
		return Numbered{}, err
	}
	for i := range numbered.Messages {
		message := &numbered.Messages[i]
		message.Position = b.LastPosition + int64(i) + 1
		if message.Signature, err = o.Signer.Sign(signedText(*message)); err != nil {
			return Numbered{}, &customs.Error{Code: customs.Unavailable, Op: "sign message", Subject: message.ID, Err: err}
		}
	}
	numbered.FirstHash, numbered.Hashes = appended.First, appended.Hashes
	checkpoint := transparency.Checkpoint{Origin: o.Origin, Tree: appended.After}
	numbered.Checkpoint, err = checkpoint.Sign(o.Signer)
	return numbered, err
}

// signedText is what the node signs of a message: its identifier, kind and digest, one to a line.
func signedText(m Message) []byte {
	return []byte("tamga message v1\n" + m.ID + "\n" + m.Kind + "\n" + m.Digest.String() + "\n")
}

// RunSequencer numbers as long as the context lives: at once when something was committed here, and every interval
// for what other processes committed.
func (o *Office) RunSequencer(ctx context.Context, interval time.Duration) error {
	ticker := time.NewTicker(interval)
	defer ticker.Stop()
	defer o.resign(context.WithoutCancel(ctx))
	for {
		count, err := o.Sequence(ctx)
		if errors.Is(err, context.Canceled) {
			return nil
		}
		if err != nil {
			o.report("sequence", err)
		}
		if count > 0 {
			continue
		}
		select {
		case <-ctx.Done():
			return nil
		case <-o.committed:
		case <-ticker.C:
		}
	}
}

// resign ends the lease of this process at once, so that the next to start need not wait for its end.
func (o *Office) resign(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	now := o.Clock.Now()
	if _, _, err := o.Store.Lead(ctx, Fence{Name: sequencerName, Holder: o.holder}, now, now); err != nil {
		o.report("resign", err)
	}
}
