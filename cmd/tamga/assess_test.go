package main

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"tamga/internal/golden"
	"tamga/internal/need"
	"tamga/office"
)

func TestAssessForPeople(t *testing.T) {
	for _, language := range []string{"ru", "en"} {
		out, _, code := typed("", "assess", "--lang", language, cleanFile)
		if code != 0 {
			t.Errorf("exit code %d", code)
		}
		golden.File(t, "testdata/assess."+language+".txt", []byte(out))
	}
}

func TestAssessForPrograms(t *testing.T) {
	out, _, _ := typed("", "assess", "--json", cleanFile)
	golden.File(t, "testdata/assess.jsonl", []byte(out))
	unread, _, _ := typed("<a/>", "assess", "--json", "-")
	var report office.AssessReport
	if err := json.Unmarshal([]byte(unread), &report); err != nil {
		t.Fatal(err)
	}
	if len(report.Lines) != 0 || len(report.Totals) != 0 || len(report.Problems) != 1 {
		t.Errorf("of what is no declaration: %s", unread)
	}
}

// TestAssessTheGoldenCase: the figures are those of a real declaration, to the kopeck.
func TestAssessTheGoldenCase(t *testing.T) {
	sample := filepath.Join(need.Shared(t), "formats", "samples-synthetic", "esadout_cu_im40.xml")
	body, err := os.ReadFile(sample)
	if err != nil {
		t.Fatal(err)
	}
	out, _, code := typed(string(body), "assess", "--json", "-")
	var report office.AssessReport
	if err := json.Unmarshal([]byte(out), &report); err != nil {
		t.Fatal(err)
	}
	want := office.Totals{{Payment: "1010", Amount: "5625.00"}, {Payment: "2010", Amount: "125465.52"}, {Payment: "5010", Amount: "861529.90"}}
	if code != 0 || report.Date != 20190214 {
		t.Errorf("exit code %d, day %s", code, report.Date)
	}
	golden.Diff(t, want, report.Totals)
}
