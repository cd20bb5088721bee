// Package sqlite keeps an office in one SQLite file, for a node of one process.
//
// Read store.go for how the file is opened and held, commit.go for an act, rows.go for what an act writes, read.go for
// readers, sequence.go for the numbering and log.go for the log. The tables are in schema.
//
// Its law: one process holds the file, one connection writes it, and every commit is on the disk (WAL with synchronous
// FULL) before Commit returns. If the process dies before COMMIT is written, nothing of the group happened; if it dies
// after, all of it did, whether or not the caller was told: asking again with the same key gives the stored answer. Dying
// between Commit and Sequence leaves rows without a position, which the next leader finds; dying between computing and
// writing a numbering loses only the computation. A timer claimed by a dead process comes back when its hold ends.
package sqlite

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"sync"

	"github.com/pressly/goose/v3"
	"modernc.org/sqlite"
	codes "modernc.org/sqlite/lib"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

//go:embed schema/*.sql
var schema embed.FS

// readers is how many connections read at once.
const readers = 8

type store struct {
	clock   customs.Clock
	lock    *sql.DB
	file    *sql.DB
	read    *sql.DB
	writing sync.Mutex
	write   *writer
	source  *source
}

// Open opens the file, making it when it is not there, and brings its schema up to date. Beside it stands path.lock,
// held while the store is open: a second store on the file is refused as Unavailable. The clock tells when a legal day
// has ended, nothing else.
func Open(ctx context.Context, path string, clock customs.Clock) (office.Store, error) {
	const op = "open SQLite store"
	s := &store{clock: clock}
	if err := s.open(ctx, path); err != nil {
		return nil, errors.Join(failure(op, path, err), s.release())
	}
	return s, nil
}

// OpenArchive opens the file to be looked at only, while a node may be at work on it: nothing is made, changed or locked.
func OpenArchive(ctx context.Context, path string) (office.Archive, error) {
	const op = "open SQLite archive"
	if _, err := os.Stat(path); err != nil {
		return office.Archive{}, &customs.Error{Code: customs.NotFound, Op: op, Subject: path, Err: err}
	}
	s := &store{}
	if err := s.look(ctx, path); err != nil {
		return office.Archive{}, errors.Join(failure(op, path, err), s.release())
	}
	return office.Archive{Reader: s, Evidence: s, Closer: s}, nil
}

// look opens the connections that read.
func (s *store) look(ctx context.Context, path string) (err error) {
	if s.read, err = sql.Open("sqlite", address(path, "_pragma=query_only(1)")); err != nil {
		return err
	}
	s.read.SetMaxOpenConns(readers)
	s.read.SetMaxIdleConns(readers)
	s.source = &source{read: s.read}
	return s.read.PingContext(ctx)
}

func (s *store) open(ctx context.Context, path string) error {
	if err := s.hold(ctx, path); err != nil {
		return err
	}
	var err error
	// What a savepoint may have to undo stays in memory: in a file it costs more than the act.
	if s.file, err = sql.Open("sqlite", address(path, "_txlock=immediate", "_pragma=journal_mode(WAL)",
		"_pragma=temp_store(2)", "_pragma=cache_size(-65536)", "_pragma=wal_autocheckpoint(4000)")); err != nil {
		return err
	}
	s.file.SetMaxOpenConns(1)
	if err := migrate(ctx, s.file); err != nil {
		return err
	}
	conn, err := s.file.Conn(ctx)
	if err != nil {
		return err
	}
	s.write = &writer{conn: conn, prepared: map[string]*sql.Stmt{}}
	return s.look(ctx, path)
}

// hold takes an exclusive lock of a small database beside the file. SQLite's own exclusive mode would shut out our
// readers too.
func (s *store) hold(ctx context.Context, path string) error {
	var err error
	if s.lock, err = sql.Open("sqlite", "file:"+escaped(path+".lock")); err != nil {
		return err
	}
	s.lock.SetMaxOpenConns(1)
	if _, err := s.lock.ExecContext(ctx, "BEGIN EXCLUSIVE"); err != nil {
		if primary(err) == codes.SQLITE_BUSY {
			return &customs.Error{Code: customs.Unavailable, Op: "hold file", Subject: path, Err: errHeld}
		}
		return err
	}
	return nil
}

var errHeld = errors.New("another process has this file open; one file serves one process")

func address(path string, more ...string) string {
	text := "file:" + escaped(path) + "?_pragma=busy_timeout(10000)&_pragma=synchronous(FULL)"
	for _, option := range more {
		text += "&" + option
	}
	return text
}

func escaped(path string) string {
	return (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
}

func migrate(ctx context.Context, db *sql.DB) error {
	files, err := fs.Sub(schema, "schema")
	if err != nil {
		return err
	}
	provider, err := goose.NewProvider(goose.DialectSQLite3, db, files)
	if err != nil {
		return err
	}
	_, err = provider.Up(ctx)
	return err
}

func (s *store) Log() transparency.Source { return s.source }

// Close waits for the act under way and lets the file go.
func (s *store) Close() error {
	s.writing.Lock()
	defer s.writing.Unlock()
	return s.release()
}

func (s *store) release() error {
	var all []error
	if s.write != nil {
		all = append(all, s.write.close())
	}
	for _, db := range []*sql.DB{s.read, s.file, s.lock} {
		if db != nil {
			all = append(all, db.Close())
		}
	}
	return errors.Join(all...)
}

// writer is the one connection that writes, with its statements prepared once.
type writer struct {
	conn     *sql.Conn
	prepared map[string]*sql.Stmt
}

func (w *writer) statement(query string) (*sql.Stmt, error) {
	if known, ok := w.prepared[query]; ok {
		return known, nil
	}
	made, err := w.conn.PrepareContext(context.Background(), query)
	if err != nil {
		return nil, err
	}
	w.prepared[query] = made
	return made, nil
}

// run executes a statement and returns how many rows it changed.
func (w *writer) run(query string, args ...any) (int64, error) {
	statement, err := w.statement(query)
	if err != nil {
		return 0, err
	}
	result, err := statement.ExecContext(context.Background(), args...)
	if err != nil {
		return 0, err
	}
	return result.RowsAffected()
}

// find reads one row; false when there is none.
func (w *writer) find(query string, args []any, into ...any) (bool, error) {
	statement, err := w.statement(query)
	if err != nil {
		return false, err
	}
	err = statement.QueryRowContext(context.Background(), args...).Scan(into...)
	if errors.Is(err, sql.ErrNoRows) {
		return false, nil
	}
	return err == nil, err
}

// transaction makes the work true whole or not at all. It is never interrupted half way by a caller who left.
func (w *writer) transaction(work func() error) error {
	if _, err := w.conn.ExecContext(context.Background(), "BEGIN IMMEDIATE"); err != nil {
		return err
	}
	err := work()
	if err == nil {
		_, err = w.run("COMMIT")
	}
	if err == nil {
		return nil
	}
	// Some failures have already rolled the transaction back; then there is nothing to undo.
	_, _ = w.conn.ExecContext(context.Background(), "ROLLBACK")
	return err
}

func (w *writer) close() error {
	var all []error
	for _, statement := range w.prepared {
		all = append(all, statement.Close())
	}
	return errors.Join(append(all, w.conn.Close())...)
}

// primary is SQLite's primary result code of an error, 0 when it is not SQLite's.
func primary(err error) int {
	var known *sqlite.Error
	if !errors.As(err, &known) {
		return 0
	}
	return known.Code() & 0xff
}

// failure says what SQLite's refusal means to an office.
func failure(op, subject string, err error) error {
	if err == nil {
		return nil
	}
	var known *customs.Error
	if errors.As(err, &known) {
		return err
	}
	code := customs.Internal
	switch primary(err) {
	case codes.SQLITE_BUSY, codes.SQLITE_LOCKED, codes.SQLITE_FULL, codes.SQLITE_IOERR, codes.SQLITE_NOMEM,
		codes.SQLITE_INTERRUPT, codes.SQLITE_CANTOPEN, codes.SQLITE_READONLY:
		code = customs.Unavailable
	case codes.SQLITE_CORRUPT, codes.SQLITE_NOTADB:
		code = customs.Corrupt
	case codes.SQLITE_CONSTRAINT:
		code = customs.Conflict
	}
	if errors.Is(err, context.Canceled) || errors.Is(err, context.DeadlineExceeded) {
		code = customs.Unavailable
	}
	return &customs.Error{Code: code, Op: op, Subject: subject, Err: fmt.Errorf("sqlite: %w", err)}
}
