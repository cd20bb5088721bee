package main

import (
	"context"
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"log/slog"
	"os"
	"path/filepath"
	"runtime/debug"
	"strings"
	"time"

	"tamga/customs"
	"tamga/data"
	"tamga/office"
	"tamga/signature"
	"tamga/store/postgres"
	"tamga/store/sqlite"
	"tamga/transparency"
)

// nodeConfig is where a node keeps its things and how it tells the time.
type nodeConfig struct {
	// Dir is the directory of the sandbox key and of the embedded database.
	Dir string
	// Database is a PostgreSQL address; empty means SQLite in Dir.
	Database string
	Clock    customs.Clock
	Journal  *slog.Logger
	Lots     func() uint64
	// Home is the office of submissions that name none.
	Home customs.OfficeCode
	// Watch may stand between the office and its store; nil leaves the store alone.
	Watch func(office.Store) office.Store
}

// node is one office system: a store and an office on it.
type node struct {
	office *office.Office
	store  office.Store
	law    *office.Law
	// key is what receipts and checkpoints of the node are verified with.
	key string
}

// nodeOrigin names the sandbox node in its log and receipts.
const nodeOrigin transparency.Origin = "tamga.example/sandbox"

// openNode opens the store, the key and the law, and an office on them. Close must be called.
func openNode(ctx context.Context, config nodeConfig) (*node, error) {
	if err := os.MkdirAll(config.Dir, 0o700); err != nil {
		return nil, fmt.Errorf("open data directory: %w", err)
	}
	seed, err := sandboxSeed(filepath.Join(config.Dir, "sandbox.key"))
	if err != nil {
		return nil, err
	}
	signer, err := signature.NewSandboxSigner(nodeOrigin, seed)
	if err != nil {
		return nil, err
	}
	law, err := office.LoadLaw(data.FS)
	if err != nil {
		return nil, err
	}
	store, writers, err := openStore(ctx, config)
	if err != nil {
		return nil, err
	}
	if config.Watch != nil {
		store = config.Watch(store)
	}
	opened, err := office.Open(ctx, office.Config{
		Store: store, Clock: config.Clock, Signer: signer, VerifierKey: signer.VerifierKey(), Home: config.Home,
		Origin: nodeOrigin, Law: law, Program: revision(), Holder: holder(),
		Writers: writers, Blind: blind(seed), Lots: config.Lots, Journal: config.Journal,
	})
	if err != nil {
		return nil, errors.Join(err, store.Close())
	}
	return &node{office: opened, store: store, law: law, key: signer.VerifierKey()}, nil
}

// holder names this process among those that share a database: in containers host names and process numbers repeat, so
// a random part is added.
func holder() string {
	host, err := os.Hostname()
	if err != nil {
		host = "node"
	}
	return fmt.Sprintf("%s-%d-%s", host, os.Getpid(), rand.Text()[:8])
}

func openStore(ctx context.Context, config nodeConfig) (office.Store, int, error) {
	if config.Database != "" {
		store, err := postgres.Open(ctx, config.Database, config.Clock)
		return store, 2, err
	}
	store, err := sqlite.Open(ctx, filepath.Join(config.Dir, "tamga.db"), config.Clock)
	return store, 1, err
}

// Close waits for the acts under way and closes the store.
func (n *node) Close() error {
	n.office.Close()
	return n.store.Close()
}

// blind is the secret under which cases are named in the log, made from the seed of the node.
func blind(seed []byte) []byte {
	digest := transparency.Sum(append([]byte("tamga blind v1\n"), seed...))
	return digest[:]
}

// sandboxSeed reads the key file of a sandbox, or makes one. A real office signs through a token and has no such file.
func sandboxSeed(path string) ([]byte, error) {
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return newSeed(path)
	}
	if err != nil {
		return nil, fmt.Errorf("read sandbox key: %w", err)
	}
	seed, err := hex.DecodeString(strings.TrimSpace(string(text)))
	if err != nil || len(seed) != signature.SeedSize {
		return nil, fmt.Errorf("read sandbox key: %s does not hold %d bytes in hexadecimal", path, signature.SeedSize)
	}
	return seed, nil
}

func newSeed(path string) ([]byte, error) {
	seed := make([]byte, signature.SeedSize)
	rand.Read(seed)
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return nil, fmt.Errorf("make sandbox key: %w", err)
	}
	_, err = file.WriteString(hex.EncodeToString(seed) + "\n")
	return seed, errors.Join(err, file.Sync(), file.Close())
}

// revision names the program in every decision: the revision it was built from, marked when the tree had changes.
func revision() string {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		return "devel"
	}
	name, changed := "", ""
	for _, setting := range info.Settings {
		switch {
		case setting.Key == "vcs.revision":
			name = setting.Value
		case setting.Key == "vcs.modified" && setting.Value == "true":
			changed = "+changed"
		}
	}
	if name == "" {
		return "devel"
	}
	return name[:min(len(name), 12)] + changed
}

// wallClock is the machine's clock.
type wallClock struct{}

func (wallClock) Now() time.Time { return time.Now() }

// shiftedClock runs as the machine's clock does, from another moment: the clock of the sandbox.
type shiftedClock struct{ from, began time.Time }

func newShiftedClock(from time.Time) shiftedClock { return shiftedClock{from: from, began: time.Now()} }

func (c shiftedClock) Now() time.Time { return c.from.Add(time.Since(c.began)) }

// running is a node at work.
type running struct {
	node   *node
	cancel context.CancelFunc
	done   chan struct{}
}

// judges is how many declarations a node judges at once. A judge mostly waits for the disk: the more there are, the more
// judgings one durable commit serves.
const judges = 64

// startNode sets a node to work until stop is called.
func startNode(ctx context.Context, n *node) *running {
	working, cancel := context.WithCancel(ctx)
	r := &running{node: n, cancel: cancel, done: make(chan struct{})}
	go func() {
		defer close(r.done)
		n.office.Run(working, judges)
	}()
	return r
}

// stop ends the work in order: nothing new is begun, what was begun is finished, the store is closed.
func (r *running) stop() error {
	r.cancel()
	<-r.done
	return r.node.Close()
}
