package main

import (
	"bytes"
	"context"
	"database/sql"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// TestAuditOfADay: what a day leaves behind verifies and replays; a byte changed in any table shows.
func TestAuditOfADay(t *testing.T) {
	dir := t.TempDir()
	opened, err := openNode(t.Context(), nodeConfig{Dir: dir, Clock: newShiftedClock(demoStart), Lots: demoLots, Home: "10702030"})
	if err != nil {
		t.Fatal(err)
	}
	work := startNode(context.Background(), opened)
	demo := &demonstration{node: opened, out: &bytes.Buffer{}}
	if err := demo.run(t.Context()); err != nil {
		t.Fatal(err)
	}
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if waiting, err := opened.store.Waiting(t.Context(), 1); err == nil && len(waiting.Records)+len(waiting.Messages) == 0 {
			break
		}
	}
	said := func(want int, arguments ...string) string {
		t.Helper()
		var out bytes.Buffer
		at := &terminal{Out: &out, Err: &out, Now: time.Now, Getenv: func(string) string { return "" }}
		if code := run(arguments, at); code != want {
			t.Fatalf("%v ended with %d:\n%s", arguments, code, out.String())
		}
		return out.String()
	}
	t.Log("at work:\n" + said(0, "--lang=en", "verify", "--data", dir))
	if err := work.stop(); err != nil {
		t.Fatal(err)
	}
	t.Log("\n" + said(0, "--lang=en", "replay", "--all", "--data", dir))
	t.Log("\n" + said(0, "--lang=en", "verify", "--data", dir))
	file := filepath.Join(dir, "tamga.db")
	sound, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	for _, harm := range harms {
		t.Run(harm.check, func(t *testing.T) {
			if err := os.WriteFile(file, sound, 0o600); err != nil {
				t.Fatal(err)
			}
			alter(t, file, harm.do)
			if out := said(exitRefused, "verify", "--data", dir); !strings.Contains(out, "\n"+harm.check+" ") {
				t.Errorf("%s is not among the faults:\n%s", harm.check, out)
			}
		})
	}
}

// harms are changes of the tables behind the office's back, and the check that must find each.
var harms = []struct{ check, do string }{
	{"log", "UPDATE log_hash SET hash = zeroblob(32) WHERE place = 3"},
	{"log", "UPDATE log_record SET leaf = zeroblob(40) WHERE position = 5"},
	{"leaf", "UPDATE event SET content = CAST(content || ' ' AS BLOB) WHERE sequence = 1"},
	{"leaf", "DELETE FROM event WHERE sequence = 5"},
	{"body", "UPDATE body SET sealed = zeroblob(100) WHERE rowid = 1"},
	{"body", "DELETE FROM body WHERE rowid = 2"},
	{"message", "UPDATE message SET content = CAST(content || ' ' AS BLOB) WHERE position = 2"},
	{"message", "UPDATE message SET signature = zeroblob(64) WHERE position = 3"},
	{"feed", "UPDATE message SET position = 1000000 WHERE position = 2"},
	{"receipt", "UPDATE answer SET party = 'x' || party WHERE rowid = 1"},
	{"receipt", "DELETE FROM answer WHERE name LIKE 'lodge %'"},
	{"case", "UPDATE cases SET state = 'released' WHERE state = 'awaiting-change'"},
	{"case", "UPDATE cases SET content = CAST(replace(content, '\"lane\":\"officer\"', '\"lane\":\"automatic\"') AS BLOB)"},
	{"number", "UPDATE cases SET content = CAST(replace(content, '0000002\"', '0000099\"') AS BLOB)"},
}

func alter(t *testing.T, path, statement string) {
	t.Helper()
	db, err := sql.Open("sqlite", path)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	result, err := db.Exec(statement)
	if err != nil {
		t.Fatal(err)
	}
	if changed, _ := result.RowsAffected(); changed == 0 {
		t.Fatal("nothing was changed")
	}
}
