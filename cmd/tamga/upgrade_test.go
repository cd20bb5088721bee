package main

import (
	"bytes"
	"database/sql"
	"io/fs"
	"path/filepath"
	"testing"
	"testing/fstest"

	"tamga/data"
	"tamga/office"
)

// demonstrate runs the day of the demonstration on a store of the directory and stops.
func demonstrate(t *testing.T, dir string) {
	t.Helper()
	withNode(t, dir, func(n *node) {
		var out bytes.Buffer
		if err := (&demonstration{node: n, out: &out}).run(t.Context()); err != nil {
			t.Fatalf("%v\n%s", err, out.String())
		}
	})
}

func withNode(t *testing.T, dir string, work func(*node)) {
	t.Helper()
	opened, err := openNode(t.Context(), nodeConfig{Dir: dir, Clock: newShiftedClock(demoStart), Lots: demoLots, Home: "10999010"})
	if err != nil {
		t.Fatal(err)
	}
	run := startNode(t.Context(), opened)
	defer func() {
		if err := run.stop(); err != nil {
			t.Error(err)
		}
	}()
	work(opened)
}

// replaysAll judges every case of the store again and expects what was decided.
func replaysAll(t *testing.T, n *node) {
	t.Helper()
	cases, err := n.store.Cases(t.Context(), office.Query{Limit: 1000})
	if err != nil {
		t.Fatal(err)
	}
	if len(cases) < len(stories()) {
		t.Fatalf("%d cases, want those of %d stories", len(cases), len(stories()))
	}
	for _, row := range cases {
		replayed, err := n.office.Replay(t.Context(), row.ID)
		if err != nil {
			t.Fatal(err)
		}
		if !replayed.Agrees() {
			t.Errorf("case %s: %+v", row.ID, replayed.Differences)
		}
	}
}

// nextEdition is the reference data with one exchange rate of the demonstration's day changed, so that judging by it
// would give other amounts.
func nextEdition(t *testing.T) *office.Law {
	t.Helper()
	files := fstest.MapFS{}
	names, err := data.Files(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		body, err := fs.ReadFile(data.FS, name)
		if err != nil {
			t.Fatal(err)
		}
		files[name] = &fstest.MapFile{Data: body}
	}
	const rates = "exchange/fiction.csv"
	changed := bytes.Replace(files[rates].Data, []byte("79.8597"), []byte("81.0000"), 1)
	if bytes.Equal(changed, files[rates].Data) {
		t.Fatalf("%s does not hold the rate of the day", rates)
	}
	files[rates] = &fstest.MapFile{Data: changed}
	law, err := office.LoadLaw(files)
	if err != nil {
		t.Fatal(err)
	}
	return law
}

func TestReplayAgreesAfterAnotherEditionOfTheData(t *testing.T) {
	dir := t.TempDir()
	demonstrate(t, dir)
	withNode(t, dir, func(n *node) {
		before := n.office.CurrentLaw().Edition
		if err := n.office.Adopt(t.Context(), nextEdition(t)); err != nil {
			t.Fatal(err)
		}
		if n.office.CurrentLaw().Edition == before {
			t.Fatal("the edition is still the same")
		}
		replaysAll(t, n)
	})
}

func TestReplayAgreesAfterAMigration(t *testing.T) {
	dir := t.TempDir()
	demonstrate(t, dir)
	forgetLastMigration(t, filepath.Join(dir, "tamga.db"))
	withNode(t, dir, func(n *node) {
		replaysAll(t, n)
		verified, err := office.Verify(t.Context(), office.ArchiveOf(n.store), office.Verification{Keys: []string{n.key}})
		if err != nil {
			t.Fatal(err)
		}
		if !verified.Sound() {
			t.Errorf("after the migration: %+v", verified.Faults)
		}
	})
}

// forgetLastMigration leaves the database as the program before the last migration did.
func forgetLastMigration(t *testing.T, path string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	for _, statement := range []string{
		"DROP INDEX cases_by_state", "DELETE FROM goose_db_version WHERE version_id = (SELECT max(version_id) FROM goose_db_version)",
	} {
		if _, err := db.Exec(statement); err != nil {
			t.Fatal(err)
		}
	}
}
