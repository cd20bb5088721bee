package sqlite_test

import (
	"database/sql"
	"path/filepath"
	"testing"

	"tamga/store/storetest"
)

func BenchmarkCommit(b *testing.B) { storetest.Benchmark(b, storetest.Suite{New: database}, floor) }

func floor(t testing.TB) storetest.Floor {
	db, err := sql.Open("sqlite", "file:"+filepath.Join(t.TempDir(), "floor.db")+
		"?_pragma=journal_mode(WAL)&_pragma=synchronous(FULL)")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = db.Close() })
	db.SetMaxOpenConns(1)
	if _, err := db.Exec("CREATE TABLE floor (id INTEGER PRIMARY KEY, data BLOB)"); err != nil {
		t.Fatal(err)
	}
	return func(rows [][]byte) error {
		tx, err := db.Begin()
		if err != nil {
			return err
		}
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
}
