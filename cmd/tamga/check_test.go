package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"tamga/declaration/album"
	"tamga/internal/golden"
	"tamga/office"
)

const (
	cleanFile   = "testdata/clean.xml"
	plantedFile = "testdata/planted.xml"
)

// plantedCodes are the errors that testdata/planted.xml was made with.
var plantedCodes = []string{"14-INN", "22-SUM", "35-NET", "44-INVOICE", "47-AMOUNT", "54-SIGNED"}

func TestCheckForPeople(t *testing.T) {
	for _, language := range []string{"ru", "en"} {
		out, complaints, code := typed("", "check", "--lang", language, cleanFile, plantedFile)
		if code != exitRefused || complaints != "" {
			t.Errorf("%s: exit code %d, complaints %q", language, code, complaints)
		}
		golden.File(t, "testdata/check."+language+".txt", []byte(out))
	}
}

func TestCheckForPrograms(t *testing.T) {
	out, _, code := typed("", "check", "--json", plantedFile, cleanFile)
	if code != exitRefused {
		t.Errorf("exit code %d", code)
	}
	golden.File(t, "testdata/check.jsonl", []byte(out))
	lines := strings.Split(strings.TrimSpace(out), "\n")
	if len(lines) != 2 {
		t.Fatalf("%d lines, want one per document", len(lines))
	}
	var planted, clean office.CheckReport
	for i, into := range []*office.CheckReport{&planted, &clean} {
		if err := json.Unmarshal([]byte(lines[i]), into); err != nil {
			t.Fatal(err)
		}
	}
	var codes []string
	for _, finding := range planted.Findings {
		codes = append(codes, string(finding.Code))
		if finding.Line == 0 || finding.Text.RU == "" || finding.Text.EN == "" {
			t.Errorf("%s has no line or no text: %+v", finding.Code, finding)
		}
	}
	slices.Sort(codes)
	golden.Diff(t, plantedCodes, codes)
	if planted.Verdict != "R" || clean.Verdict != "" || len(clean.Findings) != 0 {
		t.Errorf("verdicts %q and %q, findings of the clean one %v", planted.Verdict, clean.Verdict, clean.Findings)
	}
}

// TestCheckPromise: the names that programs rely on, and no list that is null.
func TestCheckPromise(t *testing.T) {
	out, _, _ := typed("", "check", "--json", plantedFile)
	var whole map[string]json.RawMessage
	if err := json.Unmarshal([]byte(out), &whole); err != nil {
		t.Fatal(err)
	}
	var findings []map[string]json.RawMessage
	if err := json.Unmarshal(whole["findings"], &findings); err != nil {
		t.Fatal(err)
	}
	for _, name := range []string{"document", "date", "verdict", "findings"} {
		if _, there := whole[name]; !there {
			t.Errorf("no %q", name)
		}
	}
	for _, name := range []string{"code", "consequence", "box", "item", "path", "line", "column", "found", "expected", "law", "text", "fix"} {
		if _, there := findings[0][name]; !there {
			t.Errorf("no %q in a finding", name)
		}
	}
	if out, _, _ := typed("", "check", "--json", cleanFile); !strings.Contains(out, `"findings":[]`) {
		t.Errorf("no empty list: %s", out)
	}
}

func TestCheckProtocol(t *testing.T) {
	out, _, code := typed("", "check", "--xml", plantedFile, cleanFile)
	if code != exitRefused {
		t.Errorf("exit code %d", code)
	}
	list, findings := album.ReadErrorList([]byte(out))
	if len(findings) > 0 || len(list.Documents) != 2 {
		t.Fatalf("findings %v, %d documents", findings, len(list.Documents))
	}
	if got := len(list.Documents[0].Errors); got != len(plantedCodes) {
		t.Errorf("%d errors, want %d", got, len(plantedCodes))
	}
}

func TestExitCodes(t *testing.T) {
	cases := map[string]struct {
		in        string
		arguments []string
		code      int
	}{
		"clean":                   {"", []string{"check", cleanFile}, 0},
		"refused":                 {"", []string{"check", plantedFile}, exitRefused},
		"not XML":                 {"no declaration", []string{"check", "-"}, exitRefused},
		"no such file":            {"", []string{"check", cleanFile, "testdata/absent.xml", plantedFile}, exitUnreadable},
		"no such day":             {"", []string{"check", "--on", "2026-02-30", cleanFile}, exitUnreadable},
		"no such state":           {"", []string{"check", "--state", "US", cleanFile}, exitUnreadable},
		"two forms":               {"", []string{"check", "--json", "--xml", cleanFile}, exitUnreadable},
		"no files":                {"", []string{"check"}, exitUnreadable},
		"assessed":                {"", []string{"assess", cleanFile}, 0},
		"nothing to assess":       {"<a/>", []string{"assess", "-"}, exitRefused},
		"no rates for the day":    {"", []string{"assess", "--on", "1999-01-01", cleanFile}, exitRefused},
		"assess no such file":     {"", []string{"assess", "testdata/absent.xml"}, exitUnreadable},
		"explain a rule":          {"", []string{"explain", "22-sum"}, 0},
		"explain a form":          {"", []string{"explain", "XML-DOCTYPE"}, 0},
		"explain nothing":         {"", []string{"explain", "22-NONSENSE"}, exitUnreadable},
		"fiction without folder":  {"", []string{"fiction", "--count", "2"}, exitUnreadable},
		"fiction of unknown rule": {"", []string{"fiction", "--breach", "22-NONSENSE"}, exitUnreadable},
		"version":                 {"", []string{"version"}, 0},
		"help":                    {"", []string{"--help"}, 0},
	}
	for name, c := range cases {
		out, complaints, code := typed(c.in, c.arguments...)
		if code != c.code {
			t.Errorf("%s: exit code %d, want %d\n%s%s", name, code, c.code, out, complaints)
		}
		if code == exitUnreadable && complaints == "" {
			t.Errorf("%s: nothing said on the error stream", name)
		}
	}
}

// TestOneWrongFieldDoesNotMoveTheState: the state is that which most of boxes 29, 30 and the recipient name.
func TestOneWrongFieldDoesNotMoveTheState(t *testing.T) {
	for _, breach := range []string{"A-STATE", "30-STATE"} {
		read := fictional(t, makeUp{Seed: 1, Items: 1, State: "RU", On: "2026-03-17", Breach: []string{breach}})
		if read.Where.State != "RU" {
			t.Errorf("%s: state %q", breach, read.Where.State)
		}
	}
}

func TestTheProgramSpeaksBothLanguages(t *testing.T) {
	for _, fault := range said.Faults() {
		t.Error(fault)
	}
	out, _, _ := typed("", "explain", "22-SUM", "--lang", "en")
	for _, line := range strings.Split(out, "\n") {
		if strings.HasPrefix(line, "Law: ") || strings.Contains(line, "Law: ") {
			continue
		}
		if strings.ContainsAny(line, "абвгдежзийклмнопрстуфхцчшщыьэюя") {
			t.Errorf("Russian in English: %s", line)
		}
	}
}
