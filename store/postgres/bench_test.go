package postgres_test

import (
	"context"
	"testing"

	"github.com/jackc/pgx/v5"

	"tamga/internal/need"
	"tamga/store/storetest"
)

func BenchmarkCommit(b *testing.B) {
	storetest.Benchmark(b, storetest.Suite{New: schemas(b), Shared: true}, floor)
}

func floor(t testing.TB) storetest.Floor {
	ctx := context.Background()
	conn, err := pgx.Connect(ctx, need.Postgres(t))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = conn.Close(ctx) })
	if _, err := conn.Exec(ctx, "CREATE TABLE floor (id BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY, data BYTEA)"); err != nil {
		t.Fatal(err)
	}
	return func(rows [][]byte) error {
		_, err := conn.Exec(ctx, "INSERT INTO floor (data) SELECT unnest($1::bytea[])", rows)
		return err
	}
}
