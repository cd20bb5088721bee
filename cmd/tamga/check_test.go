package main

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"tamga/customs"
	"tamga/declaration/album"
	"tamga/internal/golden"
	"tamga/office"
	"tamga/validation/rulebook"
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

// TestPlantedErrorsAreFoundAlone: what is planted in printed documents is found there, at a line, and nothing else is.
func TestPlantedErrorsAreFoundAlone(t *testing.T) {
	planted := 0
	for _, rule := range rulebook.All() {
		if ofForm[rule.Code] {
			continue
		}
		for _, kind := range []makeUp{{Items: 1, State: "RU"}, {Items: 3, State: "KZ"}, {Items: 2, State: "BY", Export: true}} {
			planted += plantAlone(t, kind, rule.Code)
		}
	}
	if planted < len(rulebook.All()) {
		t.Errorf("%d errors found occasion", planted)
	}
}

// plantAlone plants the error in a document of the kind and returns how many were planted.
func plantAlone(t *testing.T, kind makeUp, code customs.FindingCode) int {
	t.Helper()
	kind.On, kind.Breach = "2026-03-17", []string{string(code)}
	body, err := kind.make(&terminal{language: "en"}, mustLaw(t), 4)
	if err != nil {
		return 0
	}
	read, err := new(assumptions).paper(&terminal{Now: noon}, "planted", body)
	if err != nil {
		t.Fatal(err)
	}
	findings := mustLaw(t).Judge(&read.Document, read.Where).Report.Findings
	if len(findings) == 0 {
		t.Errorf("%s in %s: not found", code, kind.State)
	}
	for _, finding := range findings {
		if finding.Code != code || finding.Place.Line == 0 {
			t.Errorf("%s in %s: %s at line %d", code, kind.State, finding.Code, finding.Place.Line)
		}
	}
	return 1
}

// ofForm are rules whose smallest breach the album's own format refuses too: what is reported of a printed document is
// then, or is also, a finding of form.
var ofForm = map[customs.FindingCode]bool{
	"14-PIN": true, "14-UNN": true, "36-LENGTH": true, "37-CODE": true, "40-SIGN": true, "54-REGISTRY": true, "54-SIGNATORY": true,
}

// TestTwelveErrors: as many different errors in one document give exactly those findings.
func TestTwelveErrors(t *testing.T) {
	planted := []string{
		"14-INN", "16-SAME", "22-SUM", "25-MODE", "31-DIGIT", "35-NET", "44-INVOICE", "47-AMOUNT", "5-COUNT", "54-SIGNED", "6-SUM", "B-SUM",
	}
	read := fictional(t, makeUp{Seed: 9, Items: 5, State: "RU", On: "2026-03-17", Breach: planted})
	var found []string
	for _, finding := range mustLaw(t).Judge(&read.Document, read.Where).Report.Findings {
		found = append(found, string(finding.Code))
		if finding.Box == "" || finding.Place.Line == 0 {
			t.Errorf("%s has no box or no line", finding.Code)
		}
	}
	slices.Sort(found)
	golden.Diff(t, planted, found)
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
