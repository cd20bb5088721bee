package main

import (
	"io"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// officeStub answers like an office: the first answers are failures, then a receipt.
func officeStub(t *testing.T, failures int, answer string) (server string, attempts *int) {
	t.Helper()
	attempts = new(int)
	stub := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*attempts++
		body, err := io.ReadAll(r.Body)
		if err != nil || len(body) == 0 || r.URL.Path != "/v1/declarations" || r.Header.Get("Authorization") != "Bearer secret" {
			http.Error(w, "{}", http.StatusBadRequest)
			return
		}
		if *attempts <= failures {
			http.Error(w, `{"title":"away"}`, http.StatusServiceUnavailable)
			return
		}
		_, _ = io.WriteString(w, answer)
	}))
	t.Cleanup(stub.Close)
	return stub.URL, attempts
}

func TestLodgeKeepsTheReceipt(t *testing.T) {
	server, attempts := officeStub(t, 2, `{"case":"c1","receipt":"signed","state":"released","number":"10702030/170326/5000001"}`)
	dir := t.TempDir()
	out, complaints, code := typed("", "lodge", "--server", server, "--key", "secret", "--receipts", dir, cleanFile)
	if code != 0 || *attempts != 3 {
		t.Errorf("exit code %d after %d attempts: %s%s", code, *attempts, out, complaints)
	}
	kept, err := os.ReadFile(filepath.Join(dir, "clean.xml.receipt"))
	if err != nil || string(kept) != "signed" {
		t.Errorf("receipt %q, %v", kept, err)
	}
	if !strings.Contains(out, "10702030/170326/5000001") {
		t.Errorf("no number in %q", out)
	}
}

func TestLodgeGivesUp(t *testing.T) {
	away, attempts := officeStub(t, 1000, "")
	_, _, code := typed("", "lodge", "--server", away, "--key", "secret", "--patience", "300ms", "--receipts", t.TempDir(), cleanFile)
	if code != exitUnreadable || *attempts < 2 {
		t.Errorf("server away: exit code %d after %d attempts", code, *attempts)
	}
	open, refusals := officeStub(t, 0, "{}")
	started := time.Now()
	_, _, code = typed("", "lodge", "--server", open, "--key", "wrong", "--receipts", t.TempDir(), cleanFile)
	if code != exitRefused || *refusals != 1 || time.Since(started) > 10*time.Second {
		t.Errorf("refused: exit code %d after %d attempts", code, *refusals)
	}
}
