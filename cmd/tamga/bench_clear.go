package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"runtime"
	"runtime/pprof"
	"strconv"
	"sync/atomic"
	"time"

	"golang.org/x/sync/errgroup"

	"tamga/customs"
	"tamga/declaration/album"
	"tamga/internal/fiction"
	"tamga/office"
)

// benchClear measures an office with its store: declarations lodged, judged and released in a second, every act durable.
type benchClear struct {
	JSON      bool   `name:"json" help:"One JSON object: {\"documents_per_second\":…}."`
	Documents int    `default:"2000" help:"How many fictional declarations of 1 to 3 goods items."`
	Callers   int    `default:"32" help:"How many lodge at once."`
	Database  string `placeholder:"DSN" help:"PostgreSQL database to clear in, in a schema that is removed; without it a new SQLite file."`
	Data      string `placeholder:"DIR" type:"path" help:"Make the folder of key and database in this one, to measure its disk."`
	Profile   string `placeholder:"FILE" type:"path" help:"Write a CPU profile of the measured time."`
}

// cleared is what was measured. Its JSON is a public promise as to documents_per_second.
type cleared struct {
	DocumentsPerSecond float64 `json:"documents_per_second"`
	MegabytesPerSecond float64 `json:"megabytes_per_second"`
	Documents          int     `json:"documents"`
	// Released is the share released without an official; the others were drawn out or handed over.
	Released float64 `json:"released_share"`
	// Seconds is from the first lodging to the last decision, Numbered to when the log had all of it.
	Seconds  float64 `json:"seconds"`
	Numbered float64 `json:"numbered_seconds"`
	// The times are in milliseconds; those to the decision count from the beginning of the lodging.
	LodgeP50    float64 `json:"lodge_p50_ms"`
	LodgeP99    float64 `json:"lodge_p99_ms"`
	DecisionP50 float64 `json:"decision_p50_ms"`
	DecisionP99 float64 `json:"decision_p99_ms"`
	// GroupSize is how many acts one durable commit served.
	GroupSize float64 `json:"acts_per_commit"`
	// Floor is how many documents' bytes a second the database takes in bulk, two bare rows to each, and Share what part of
	// that the office reached.
	Floor float64 `json:"floor_per_second"`
	Share float64 `json:"floor_share"`
}

// Validate tells of what cannot be measured.
func (b *benchClear) Validate() error {
	if b.Documents < 1 || b.Callers < 1 {
		return errors.New("--documents and --callers are at least 1")
	}
	return nil
}

// Run measures and prints.
func (b *benchClear) Run(at *terminal) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if b.Data != "" {
		if err := os.MkdirAll(b.Data, 0o700); err != nil {
			return err
		}
	}
	dir, err := os.MkdirTemp(b.Data, "tamga-bench-")
	if err != nil {
		return err
	}
	defer func() { _ = os.RemoveAll(dir) }()
	measured, err := b.measure(ctx, dir)
	if err != nil {
		return err
	}
	if b.JSON {
		return at.json(measured)
	}
	at.line("%s", at.say("cleared", measured.pairs()...))
	return nil
}

func (c *cleared) pairs() []string {
	number := func(value float64, digits int) string { return strconv.FormatFloat(value, 'f', digits, 64) }
	return []string{
		"rate", number(c.DocumentsPerSecond, 0), "mb", number(c.MegabytesPerSecond, 1), "documents", fmt.Sprint(c.Documents),
		"seconds", number(c.Seconds, 1), "numbered", number(c.Numbered, 1), "released", number(100*c.Released, 1),
		"lodge50", number(c.LodgeP50, 1), "lodge99", number(c.LodgeP99, 1), "decision50", number(c.DecisionP50, 1),
		"decision99", number(c.DecisionP99, 1), "group", number(c.GroupSize, 1), "floor", number(c.Floor, 0),
		"share", number(100*c.Share, 0),
	}
}

// measure clears the declarations on a new node in the directory, then measures the floor of its database.
func (b *benchClear) measure(ctx context.Context, dir string) (*cleared, error) {
	seen := &witness{lodged: map[customs.CaseID]time.Time{}, decided: map[customs.CaseID]time.Time{}}
	database, drop, err := ownSchema(ctx, b.Database)
	if err != nil {
		return nil, err
	}
	defer drop()
	config := nodeConfig{
		Dir: dir, Database: database, Clock: newShiftedClock(demoStart), Home: "10999010",
		Watch: func(kept office.Store) office.Store { seen.Store = kept; return seen },
	}
	opened, err := openNode(ctx, config)
	if err != nil {
		return nil, err
	}
	all, err := b.prepare(opened.law)
	if err != nil {
		return nil, errors.Join(err, opened.Close())
	}
	run := startNode(ctx, opened)
	measured, err := b.clear(ctx, run.node, seen, all)
	if err := errors.Join(err, run.stop()); err != nil {
		return nil, err
	}
	base, err := openFloor(ctx, dir, database)
	if err != nil {
		return nil, err
	}
	measured.Floor, err = base.measure(seen.sizes, len(all))
	measured.Share = measured.DocumentsPerSecond / max(measured.Floor, 1)
	return measured, errors.Join(err, base.Close())
}

// prepare makes the declarations.
func (b *benchClear) prepare(law *office.Law) ([]office.Submission, error) {
	all := make([]office.Submission, b.Documents)
	var making errgroup.Group
	making.SetLimit(runtime.GOMAXPROCS(0))
	for i := range all {
		making.Go(func() error {
			made, err := fiction.New(fiction.Options{
				Seed: uint64(i) + 1, Items: 1 + i%3, Day: demoDay, Declarant: i % 50,
				Tariff: law.Tariff, Classifiers: law.Classifiers,
			})
			if err != nil {
				return err
			}
			party := made.Declarant.TaxIDs.PartyID()
			all[i] = office.Submission{Party: party, Actor: customs.Actor{Kind: customs.Declarant, ID: "bench", Party: party}}
			all[i].Body, err = album.Print(made)
			return err
		})
	}
	return all, making.Wait()
}

// clear lodges everything and waits for the decisions.
func (b *benchClear) clear(ctx context.Context, n *node, seen *witness, all []office.Submission) (*cleared, error) {
	if b.Profile != "" {
		file, err := os.Create(b.Profile)
		if err != nil {
			return nil, err
		}
		defer func() { _ = file.Close() }()
		if err := pprof.StartCPUProfile(file); err != nil {
			return nil, err
		}
		defer pprof.StopCPUProfile()
	}
	started := time.Now()
	took, err := b.lodge(ctx, n, seen, all)
	if err != nil {
		return nil, err
	}
	for seen.count() < len(all) {
		if err := pause(ctx); err != nil {
			return nil, fmt.Errorf("%d of %d decided: %w", seen.count(), len(all), err)
		}
	}
	measured := seen.measured(started, took)
	for {
		left, err := n.store.Waiting(ctx, 1)
		if err != nil {
			return nil, err
		}
		if len(left.Records)+len(left.Messages) == 0 {
			break
		}
		if err := pause(ctx); err != nil {
			return nil, err
		}
	}
	measured.Numbered = time.Since(started).Seconds()
	total := 0
	for i := range all {
		total += len(all[i].Body)
	}
	measured.MegabytesPerSecond = float64(total) / 1e6 / measured.Seconds
	return measured, nil
}

func pause(ctx context.Context) error {
	select {
	case <-ctx.Done():
		return ctx.Err()
	case <-time.After(time.Millisecond):
		return nil
	}
}

// lodge has the callers lodge everything and returns how long each lodging took.
func (b *benchClear) lodge(ctx context.Context, n *node, seen *witness, all []office.Submission) ([]time.Duration, error) {
	took := make([]time.Duration, len(all))
	var next atomic.Int64
	calling, ctx := errgroup.WithContext(ctx)
	for range b.Callers {
		calling.Go(func() error {
			for {
				i := int(next.Add(1)) - 1
				if i >= len(all) {
					return nil
				}
				began := time.Now()
				lodged, err := n.office.Lodge(ctx, all[i])
				if err != nil {
					return err
				}
				took[i] = time.Since(began)
				seen.began(lodged.Case, began)
			}
		})
	}
	return took, calling.Wait()
}
