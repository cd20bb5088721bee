package postgres_test

import (
	"errors"
	"fmt"
	"net/url"
	"sync/atomic"
	"testing"

	"github.com/jackc/pgx/v5"

	"tamga/customs"
	"tamga/internal/need"
	"tamga/office"
	"tamga/store/postgres"
	"tamga/store/storetest"
)

// schemas makes the suite's databases as schemas of one: making a database takes longer than trying a store on it.
func schemas(t testing.TB) storetest.Database {
	dsn := need.Postgres(t)
	var made atomic.Int64
	return func(t testing.TB) func(customs.Clock) (office.Store, error) {
		name := fmt.Sprint("s", made.Add(1))
		conn, err := pgx.Connect(t.Context(), dsn)
		if err != nil {
			t.Fatal(err)
		}
		_, err = conn.Exec(t.Context(), "CREATE SCHEMA "+name)
		if err := errors.Join(err, conn.Close(t.Context())); err != nil {
			t.Fatal(err)
		}
		own := with(t, dsn, "-csearch_path="+name)
		return func(clock customs.Clock) (office.Store, error) { return postgres.Open(t.Context(), own, clock) }
	}
}

// with adds an option for the server's sessions to a URL.
func with(t testing.TB, dsn, option string) string {
	t.Helper()
	address, err := url.Parse(dsn)
	if err != nil {
		t.Fatal(err)
	}
	query := address.Query()
	query.Set("options", option)
	address.RawQuery = query.Encode()
	return address.String()
}

func TestStore(t *testing.T) { storetest.Run(t, storetest.Suite{New: schemas(t), Shared: true}) }

func TestServerThatMayLoseCommitsIsRefused(t *testing.T) {
	dsn := with(t, need.Postgres(t), "-csynchronous_commit=off")
	if _, err := postgres.Open(t.Context(), dsn, &storetest.Clock{}); !customs.Is(err, customs.Unavailable) {
		t.Errorf("got %v", err)
	}
}

// A server that dropped every connection is asked again, and each act is done once.
func TestActsOutliveTheirConnections(t *testing.T) {
	dsn, ctx := need.Postgres(t), t.Context()
	s, err := postgres.Open(ctx, dsn, &storetest.Clock{})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	group := make([]*office.Commit, 3)
	for i := range group {
		group[i] = &office.Commit{Key: office.Key{Party: "party", Name: fmt.Sprint(i)}, Rows: func(int64) (office.Rows, error) {
			return office.Rows{Balances: []office.Balance{{Name: fmt.Sprint("balance", i), Available: 1}}}, nil
		}}
	}
	conn, err := pgx.Connect(ctx, dsn)
	if err != nil {
		t.Fatal(err)
	}
	defer conn.Close(ctx)
	for range 3 {
		if _, err := conn.Exec(ctx, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
			WHERE datname = current_database() AND pid <> pg_backend_pid() AND backend_type = 'client backend'`); err != nil {
			t.Fatal(err)
		}
		for _, out := range s.Commit(ctx, group) {
			if out.Err != nil {
				t.Error(out.Err)
			}
		}
	}
}
