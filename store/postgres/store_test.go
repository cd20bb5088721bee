package postgres_test

import (
	"testing"

	"tamga/customs"
	"tamga/internal/need"
	"tamga/office"
	"tamga/store/postgres"
	"tamga/store/storetest"
)

func database(t testing.TB) func(customs.Clock) (office.Store, error) {
	dsn := need.Postgres(t)
	return func(clock customs.Clock) (office.Store, error) { return postgres.Open(t.Context(), dsn, clock) }
}

func TestStore(t *testing.T) { storetest.Run(t, storetest.Suite{New: database, Shared: true}) }

func TestServerThatMayLoseCommitsIsRefused(t *testing.T) {
	dsn := need.Postgres(t) + "&options=-csynchronous_commit%3Doff"
	if _, err := postgres.Open(t.Context(), dsn, &storetest.Clock{}); !customs.Is(err, customs.Unavailable) {
		t.Errorf("got %v", err)
	}
}
