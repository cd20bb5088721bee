// Package postgres keeps an office in a PostgreSQL database, for a node of one or several processes.
//
// Read store.go for how the database is opened, commit.go for a group of acts, standing.go for what a group is decided
// on, rows.go for what it writes, read.go for readers, sequence.go for the numbering and log.go for the log. The tables
// are in schema.
//
// Its law: rows are locked in one order (cases, balances, serials, each by name) and arithmetic on them is done here, not
// in SQL; serials are locked last; a commit is on the disk before Commit returns, so a server with synchronous_commit or
// fsync off is refused. If the process or the server dies before the server has written COMMIT, nothing of the group
// happened; if either dies after, all of it did, whether or not the caller was told: asking again with the same key gives
// the stored answer. Dying between Commit and Sequence leaves rows without a position, which the next leader finds; dying
// between computing and writing a numbering loses only the computation. A timer claimed by a dead process comes back when
// its hold ends.
package postgres

import (
	"context"
	"embed"
	"errors"
	"fmt"
	"io/fs"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"
	"github.com/jackc/pgx/v5/pgxpool"
	"github.com/jackc/pgx/v5/stdlib"
	"github.com/pressly/goose/v3"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

//go:embed schema/*.sql
var schema embed.FS

// migrating is the advisory lock that processes starting together take in turn.
const migrating = 0x74616d6761

type store struct {
	clock customs.Clock
	pool  *pgxpool.Pool
}

// Open connects to the database and brings its schema up to date; several processes may do so at once. The clock tells
// when a legal day has ended, nothing else. A server that may lose what it confirmed is refused as Unavailable.
func Open(ctx context.Context, dsn string, clock customs.Clock) (office.Store, error) {
	const op = "open PostgreSQL store"
	config, err := pgxpool.ParseConfig(dsn)
	if err != nil {
		return nil, &customs.Error{Code: customs.Invalid, Op: op, Err: err}
	}
	config.AfterConnect = durable
	pool, err := pgxpool.NewWithConfig(ctx, config)
	if err != nil {
		return nil, failure(op, "", err)
	}
	if err := migrate(ctx, pool); err != nil {
		pool.Close()
		return nil, failure(op, config.ConnConfig.Database, err)
	}
	return &store{clock: clock, pool: pool}, nil
}

// durable refuses a connection whose commits may be lost.
func durable(ctx context.Context, conn *pgx.Conn) error {
	var commit, sync string
	err := conn.QueryRow(ctx, "SELECT current_setting('synchronous_commit'), current_setting('fsync')").Scan(&commit, &sync)
	if err != nil {
		return err
	}
	if commit != "on" && commit != "remote_apply" || sync != "on" {
		return &customs.Error{Code: customs.Unavailable, Op: "check durability",
			Err: fmt.Errorf("synchronous_commit is %s and fsync is %s; both must be on", commit, sync)}
	}
	return nil
}

func migrate(ctx context.Context, pool *pgxpool.Pool) error {
	conn, err := pool.Acquire(ctx)
	if err != nil {
		return err
	}
	defer conn.Release()
	if _, err := conn.Exec(ctx, "SELECT pg_advisory_lock($1)", migrating); err != nil {
		return err
	}
	files, err := fs.Sub(schema, "schema")
	if err != nil {
		return err
	}
	db := stdlib.OpenDB(*pool.Config().ConnConfig)
	provider, err := goose.NewProvider(goose.DialectPostgres, db, files)
	if err == nil {
		_, err = provider.Up(ctx)
	}
	_, unlock := conn.Exec(ctx, "SELECT pg_advisory_unlock($1)", migrating)
	return errors.Join(err, db.Close(), unlock)
}

func (s *store) Log() transparency.Source { return &source{pool: s.pool} }

// Close waits for connections in use and closes them.
func (s *store) Close() error {
	s.pool.Close()
	return nil
}

// state is PostgreSQL's code of an error, "" when it is not PostgreSQL's.
func state(err error) string {
	var known *pgconn.PgError
	if !errors.As(err, &known) {
		return ""
	}
	return known.Code
}

const (
	uniqueViolation      = "23505"
	serializationFailure = "40001"
	deadlockDetected     = "40P01"
)

// failure says what PostgreSQL's refusal means to an office.
func failure(op, subject string, err error) error {
	if err == nil {
		return nil
	}
	var known *customs.Error
	if errors.As(err, &known) {
		return err
	}
	code := customs.Internal
	switch class := state(err); {
	case class == "":
		// What the server did not say comes from the way to it.
		code = customs.Unavailable
	case class[:2] == "23":
		code = customs.Conflict
	case class[:2] == "40", class[:2] == "53", class[:2] == "57", class[:2] == "58", class[:2] == "08", class == "55P03":
		code = customs.Unavailable
	case class[:2] == "XX":
		code = customs.Corrupt
	}
	return &customs.Error{Code: code, Op: op, Subject: subject, Err: fmt.Errorf("postgres: %w", err)}
}

// found turns the absence of a row into NotFound.
func found(op, subject string, err error) error {
	if errors.Is(err, pgx.ErrNoRows) {
		return &customs.Error{Code: customs.NotFound, Op: op, Subject: subject}
	}
	return failure(op, subject, err)
}
