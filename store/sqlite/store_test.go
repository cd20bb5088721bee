package sqlite_test

import (
	"path/filepath"
	"testing"

	"tamga/customs"
	"tamga/office"
	"tamga/store/sqlite"
	"tamga/store/storetest"
)

func database(t testing.TB) func(customs.Clock) (office.Store, error) {
	path := filepath.Join(t.TempDir(), "a file?.db")
	return func(clock customs.Clock) (office.Store, error) { return sqlite.Open(t.Context(), path, clock) }
}

func TestStore(t *testing.T) { storetest.Run(t, storetest.Suite{New: database}) }

func TestSecondStoreOnOneFileIsRefused(t *testing.T) {
	open := database(t)
	first, err := open(&storetest.Clock{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := open(&storetest.Clock{}); !customs.Is(err, customs.Unavailable) {
		t.Errorf("the second store: %v", err)
	}
	if err := first.Close(); err != nil {
		t.Fatal(err)
	}
	again, err := open(&storetest.Clock{})
	if err != nil {
		t.Fatal(err)
	}
	if err := again.Close(); err != nil {
		t.Error(err)
	}
}

func TestArchiveOfAFileAtWork(t *testing.T) {
	path := filepath.Join(t.TempDir(), "tamga.db")
	if _, err := sqlite.OpenArchive(t.Context(), path); !customs.Is(err, customs.NotFound) {
		t.Errorf("a file that is not there: %v", err)
	}
	working, err := sqlite.Open(t.Context(), path, &storetest.Clock{})
	if err != nil {
		t.Fatal(err)
	}
	defer working.Close()
	if err := working.KeepEdition(t.Context(), "edition", []byte("bundle")); err != nil {
		t.Fatal(err)
	}
	archive, err := sqlite.OpenArchive(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	if bundle, err := archive.Edition(t.Context(), "edition"); err != nil || string(bundle) != "bundle" {
		t.Errorf("%q, %v", bundle, err)
	}
	if err := archive.Close(); err != nil {
		t.Error(err)
	}
}
