package office

import (
	"context"
	"io"
	"time"

	"tamga/customs"
	"tamga/transparency"
)

// Store keeps everything. store/sqlite and store/postgres implement it under one suite, store/storetest. Nothing of the
// law is in a store.
type Store interface {
	Writer
	Reader
	Sequencer
	Evidence
	// Close releases the store; acts under way are finished first.
	Close() error
}

// Archive is a store that is only looked at.
type Archive struct {
	Reader
	Evidence
	io.Closer
}

// ArchiveOf shows a store as one that is only looked at.
func ArchiveOf(store Store) Archive { return Archive{store, store, store} }

// Writer makes acts true.
type Writer interface {
	// Commit makes a group of acts true together, durably, and tells of each what became of it. One act's failure
	// never fails its neighbours. When the outcome of the transaction is unknown, the keys are looked up.
	Commit(ctx context.Context, group []*Commit) []Outcome
	// Claim gives the timers due at the instant that nobody holds, to be held until the given instant.
	Claim(ctx context.Context, now, until time.Time, limit int) ([]Timer, error)
	// KeepEdition stores the bundle of reference data under its edition, once.
	KeepEdition(ctx context.Context, edition string, bundle []byte) error
}

// Reader finds what was written. A thing that is not there is a *customs.Error NotFound.
type Reader interface {
	// Answer returns what is stored under the key, with the digest of its request.
	Answer(ctx context.Context, key Key) (answer []byte, request transparency.Digest, err error)
	// Case returns the case as its latest act left it.
	Case(ctx context.Context, id customs.CaseID) (CaseRow, error)
	// Cases lists cases, the latest received first.
	Cases(ctx context.Context, query Query) ([]CaseRow, error)
	// Events returns all events of the case by their sequence; none for a case that is not there.
	Events(ctx context.Context, id customs.CaseID) ([]EventRow, error)
	// Body returns sealed bytes and the secret of their case.
	Body(ctx context.Context, id customs.CaseID, digest transparency.Digest) (Body, []byte, error)
	// Edition returns the bundle stored under the edition.
	Edition(ctx context.Context, edition string) ([]byte, error)
	// Feed returns numbered and signed messages of the party after the position, in order; an empty party means all.
	Feed(ctx context.Context, party customs.PartyID, after int64, limit int) ([]Message, error)
}

// Evidence reads the log of evidence, and what an audit of a whole store needs.
type Evidence interface {
	// Log reads the stored hashes, the numbered leaves, the latest checkpoint.
	Log() transparency.Source
	// Records returns those of the records with the identifiers that have their place in the log, by their places. A
	// record has the identifier of its event or message.
	Records(ctx context.Context, ids []string) ([]LogRow, error)
	// Checkpoints returns all signed checkpoints in the order they were issued.
	Checkpoints(ctx context.Context) ([][]byte, error)
	// Waiting returns the records and messages that have no place yet, at most limit of each, with the tree before them.
	Waiting(ctx context.Context, limit int) (Batch, error)
	// Answers returns what is kept under keys after the given one, in the order of party and name.
	Answers(ctx context.Context, after Key, limit int) ([]Kept, error)
}

// Kept is an answer with its key and the digest of the request it answers.
type Kept struct {
	Key     Key
	Request transparency.Digest
	Answer  []byte
}

// Query chooses cases; a zero field does not choose.
type Query struct {
	Party  customs.PartyID
	Office customs.OfficeCode
	State  string
	// Number is an exact registration number's key, Document an exact document id.
	Number   string
	Document customs.DocumentID
	// Before continues a listing: cases received before the instant, or at it with a smaller id.
	Before   time.Time
	BeforeID customs.CaseID
	Limit    int
}

// Sequencer numbers what was committed. One process per node does it at a time, under a lease.
type Sequencer interface {
	// Lead takes or renews the lease of the fence's name for its holder until the instant and returns the epoch, the same
	// when renewed; false when another holds it. The fence's own epoch is not looked at. A holder's name is of one process.
	Lead(ctx context.Context, lease Fence, now, until time.Time) (epoch int64, leads bool, err error)
	// Sequence reads leaves and messages without a position in the order of (instant, case, sequence), at most limit
	// of each, asks number for their places, and writes the answer in one transaction fenced by the epoch.
	Sequence(ctx context.Context, fence Fence, limit int, number NumberFunc) (int, error)
	// Position returns the last position given to a message, 0 when none was.
	Position(ctx context.Context) (int64, error)
	// Balance returns what a balance has available, for pages and audits.
	Balance(ctx context.Context, name string) (int64, error)
}

// Fence is the right to number: a lease and its epoch.
type Fence struct {
	Name, Holder string
	Epoch        int64
}

// Batch is what waits for numbers.
type Batch struct {
	Records  []LogRow
	Messages []Message
	// Tree is the log before the batch; LastPosition the last position given to a message.
	Tree         transparency.Tree
	LastPosition int64
}

// Numbered is the batch with its places, the log's new hashes and the signed checkpoint over them.
type Numbered struct {
	Records    []LogRow
	Messages   []Message
	FirstHash  int64
	Hashes     []transparency.Hash
	Checkpoint []byte
}

// NumberFunc gives a batch its places. It is called outside of any transaction that acts wait for.
type NumberFunc func(Batch) (Numbered, error)
