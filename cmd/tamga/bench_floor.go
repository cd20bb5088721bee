package main

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"
)

// floor is the database alone, with one table of bytes: what no office on it can be faster than.
type floor struct {
	// write makes rows durable in one commit.
	write func(rows [][]byte) error
	Close func() error
}

// floorGroup is how many rows of the floor one commit makes durable.
const floorGroup = 64

// openFloor opens a table beside those of the office: in a file of its own, or in the schema.
func openFloor(ctx context.Context, dir, database string) (*floor, error) {
	if database != "" {
		return floorPostgres(ctx, database)
	}
	return floorSQLite(filepath.Join(dir, "floor.db"))
}

// ownSchema makes a schema in the database and returns an address that works in it; drop removes it with all it holds.
func ownSchema(ctx context.Context, database string) (address string, drop func(), err error) {
	if database == "" {
		return "", func() {}, nil
	}
	conn, err := pgx.Connect(ctx, database)
	if err != nil {
		return "", nil, err
	}
	name := fmt.Sprintf("tamga_bench_%x", rand.Uint64())
	if _, err := conn.Exec(ctx, "CREATE SCHEMA "+name); err != nil {
		return "", nil, errors.Join(err, conn.Close(ctx))
	}
	drop = func() {
		clearing := context.WithoutCancel(ctx)
		_, _ = conn.Exec(clearing, "DROP SCHEMA "+name+" CASCADE")
		_ = conn.Close(clearing)
	}
	switch {
	case !strings.Contains(database, "://"):
		return database + " search_path=" + name, drop, nil
	case strings.Contains(database, "?"):
		return database + "&search_path=" + name, drop, nil
	}
	return database + "?search_path=" + name, drop, nil
}

func floorPostgres(ctx context.Context, database string) (*floor, error) {
	conn, err := pgx.Connect(ctx, database)
	if err != nil {
		return nil, err
	}
	const table = "CREATE TABLE bench_floor (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, data BYTEA)"
	if _, err := conn.Exec(ctx, table); err != nil {
		return nil, errors.Join(err, conn.Close(ctx))
	}
	return &floor{
		write: func(rows [][]byte) error {
			_, err := conn.Exec(ctx, "INSERT INTO bench_floor (data) SELECT unnest($1::bytea[])", rows)
			return err
		},
		Close: func() error { return conn.Close(ctx) },
	}, nil
}

func floorSQLite(path string) (*floor, error) {
	db, err := sql.Open("sqlite", "file:"+filepath.ToSlash(path)+"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		return nil, err
	}
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE floor (id INTEGER PRIMARY KEY, data BLOB)"); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return &floor{write: func(rows [][]byte) error { return insertAll(db, rows) }, Close: db.Close}, nil
}

func insertAll(db *sql.DB, rows [][]byte) error {
	tx, err := db.Begin()
	if err != nil {
		return err
	}
	defer tx.Rollback()
	insert, err := tx.Prepare("INSERT INTO floor (data) VALUES (?)")
	if err != nil {
		return err
	}
	for _, row := range rows {
		if _, err := insert.Exec(row); err != nil {
			return err
		}
	}
	return tx.Commit()
}

// measure writes rows of the sizes, of bytes that do not compress, and returns how many documents a second that makes.
func (f *floor) measure(sizes []int, documents int) (float64, error) {
	rows := make([][]byte, len(sizes))
	for i, size := range sizes {
		rows[i] = noise(uint64(i), size)
	}
	started := time.Now()
	for first := 0; first < len(rows); first += floorGroup {
		if err := f.write(rows[first:min(first+floorGroup, len(rows))]); err != nil {
			return 0, err
		}
	}
	return float64(documents) / time.Since(started).Seconds(), nil
}

func noise(seed uint64, size int) []byte {
	var key [32]byte
	key[0], key[1], key[2], key[3] = byte(seed), byte(seed>>8), byte(seed>>16), byte(seed>>24)
	out := make([]byte, size)
	rand.NewChaCha8(key).Read(out)
	return out
}
