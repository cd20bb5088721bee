// Package office is the customs office at work: one file per act. Every act loads what it decides on, decides by the
// law, and commits once.
//
// Read commit.go for what an act changes, store.go for what keeps it, desk.go for how an act is done, then any act:
// lodge.go, judge.go, release.go. If the process dies before a commit nothing happened and nobody was told otherwise;
// after it, everything did, and whatever is still to be numbered, signed and sent lies in the store.
package office

import (
	"context"
	"log/slog"
	"sync"
	"sync/atomic"
	"time"

	"tamga/customs"
	"tamga/signature"
	"tamga/transparency"
)

// Config is what an office is opened with.
type Config struct {
	Store  Store
	Clock  customs.Clock
	Signer signature.OfficeSigner
	// VerifierKey is the signer's public key as receipts and checkpoints are verified with.
	VerifierKey string
	// Home is the office of submissions that name none that is known.
	Home customs.OfficeCode
	// Origin names the node in its log, its checkpoints and its receipts.
	Origin transparency.Origin
	Law    *Law
	// Program is the version of the program, recorded with every decision.
	Program string
	// Holder names this process among those that share a store.
	Holder string
	// Writers is how many groups of acts are committed at once: 1 for SQLite, a few for PostgreSQL.
	Writers int
	// Blind is the node's secret under which cases are named in the log.
	Blind []byte
	// Lots draws the one random number of a case; nil takes it from the system's source.
	Lots func() uint64
	// Journal receives what an operator should know; nil keeps silent.
	Journal *slog.Logger
}

// Office does the acts of a customs office on a store.
type Office struct {
	Config
	law       atomic.Pointer[Law]
	editions  sync.Map
	batch     *batch
	news      *news
	holder    string
	leading   lease
	committed chan struct{}
	lodged    chan fresh
	Measures  Measures
}

// Open opens an office. Run must be called for declarations to be judged and messages to be numbered.
func Open(ctx context.Context, config Config) (*Office, error) {
	if config.Journal == nil {
		config.Journal = slog.New(slog.DiscardHandler)
	}
	if config.Lots == nil {
		config.Lots = drawLot
	}
	o := &Office{
		Config: config, batch: newBatch(config.Store, max(config.Writers, 1)), news: newNews(), holder: config.Holder,
		committed: make(chan struct{}, 1), lodged: make(chan fresh, 1024),
	}
	if err := o.Adopt(ctx, config.Law); err != nil {
		return nil, err
	}
	return o, nil
}

// Adopt makes an edition of the reference data the one new acts are judged by, and keeps its bundle for replay.
func (o *Office) Adopt(ctx context.Context, law *Law) error {
	if err := o.Store.KeepEdition(ctx, law.Edition, law.Bundle); err != nil {
		return err
	}
	o.law.Store(law)
	o.editions.Store(law.Edition, law)
	return nil
}

// CurrentLaw returns the law that new acts are judged by.
func (o *Office) CurrentLaw() *Law { return o.law.Load() }

// Close waits for the acts under way. The store stays open.
func (o *Office) Close() { o.batch.close() }

// Run judges what is lodged, wakes cases whose terms end, and numbers what is committed, until the context ends. It
// returns when all of that has stopped.
func (o *Office) Run(ctx context.Context, judges int) {
	var running sync.WaitGroup
	start := func(work func()) {
		running.Add(1)
		go func() { defer running.Done(); work() }()
	}
	for range max(judges, 1) {
		start(func() { o.judgeLodged(ctx) })
	}
	start(func() { o.wakeCases(ctx, 500*time.Millisecond) })
	start(func() { _ = o.RunSequencer(ctx, 250*time.Millisecond) })
	running.Wait()
}

func (o *Office) report(doing string, err error) {
	o.Journal.Error("office", "doing", doing, "code", string(customs.CodeOf(err)), "error", err.Error())
}

// tell wakes the sequencer of this process.
func (o *Office) tell() {
	select {
	case o.committed <- struct{}{}:
	default:
	}
}
