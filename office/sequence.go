package office

import (
	"context"
	"errors"
	"sync"
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
	epoch, leads, err := o.lead(ctx)
	if err != nil || !leads {
		return 0, err
	}
	fence := Fence{Name: sequencerName, Holder: o.holder, Epoch: epoch}
	count, err := o.Store.Sequence(ctx, fence, batchSize, func(b Batch) (Numbered, error) { return o.number(b) })
	if err != nil {
		o.leading.lost()
	}
	if count > 0 {
		o.news.announce()
	}
	return count, err
}

// lead takes the lease, or renews it when half of its term is over: each renewal is a durable commit that acts wait for.
// Should the lease have passed to another meanwhile, its epoch fences what this process numbers.
func (o *Office) lead(ctx context.Context) (int64, bool, error) {
	o.leading.Lock()
	defer o.leading.Unlock()
	now := o.Clock.Now()
	if held := o.leading.until.Sub(now); held > leaseTerm/2 && held <= leaseTerm {
		return o.leading.epoch, true, nil
	}
	until := now.Add(leaseTerm)
	epoch, leads, err := o.Store.Lead(ctx, Fence{Name: sequencerName, Holder: o.holder}, now, until)
	o.leading.until = time.Time{}
	if err == nil && leads {
		o.leading.epoch, o.leading.until = epoch, until
	}
	return epoch, leads, err
}

// lease is what this process knows of its right to number.
type lease struct {
	sync.Mutex
	epoch int64
	until time.Time
}

// lost forgets the lease, so that it is asked for anew.
func (l *lease) lost() {
	l.Lock()
	defer l.Unlock()
	l.until = time.Time{}
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
			gather(ctx)
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

// gathering is how long the sequencer lets things come together: every numbering is a durable commit that acts wait for.
const gathering = 10 * time.Millisecond

func gather(ctx context.Context) {
	select {
	case <-ctx.Done():
	case <-time.After(gathering):
	}
}

// resign ends the lease of this process at once, so that the next to start need not wait for its end.
func (o *Office) resign(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, time.Second)
	defer cancel()
	o.leading.lost()
	now := o.Clock.Now()
	if _, _, err := o.Store.Lead(ctx, Fence{Name: sequencerName, Holder: o.holder}, now, now); err != nil {
		o.report("resign", err)
	}
}
