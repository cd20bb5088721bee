package clearance

import (
	"fmt"
	"strings"
	"testing"

	"tamga/data"
	"tamga/internal/golden"
	"tamga/internal/wording"
)

// TestEveryPair: every state × event stands in the agreed file with where it leads, "-" where nothing is allowed.
func TestEveryPair(t *testing.T) {
	var got strings.Builder
	for _, state := range States {
		for _, kind := range Kinds {
			fmt.Fprintf(&got, "%q %s:%s\n", state, kind, leads(state, kind))
		}
	}
	golden.File(t, "testdata/pairs.txt", []byte(got.String()))
}

func leads(state State, kind EventKind) string {
	to := ""
	for _, row := range Table {
		if row.From == state && row.Event == kind {
			to += " " + strings.TrimSpace(row.Variant+" "+string(row.To))
		}
	}
	if to == "" {
		return " -"
	}
	return to
}

func TestRowsCiteAndAreUnique(t *testing.T) {
	seen := map[string]bool{}
	for _, row := range Table {
		key := fmt.Sprint(row.From, row.Event, row.Variant)
		if seen[key] || row.Articles == "" || len(Acts[row.Event]) == 0 {
			t.Errorf("%+v", row)
		}
		seen[key] = true
	}
}

func TestDiagramIsFresh(t *testing.T) { golden.File(t, "../docs/cycle.md", []byte(Diagram())) }

func TestTexts(t *testing.T) {
	catalogue := wording.MustLoad(Texts)
	if faults := catalogue.Faults(); len(faults) > 0 {
		t.Error(faults)
	}
	have := map[string]bool{}
	for _, code := range catalogue.Codes() {
		have[code] = true
	}
	want := []string{"state.mixed"}
	for _, state := range States[1:] {
		want = append(want, "state."+string(state))
	}
	for _, kind := range Kinds {
		want = append(want, "event."+string(kind))
	}
	criteria, err := LoadCriteria(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, row := range criteria.Rows {
		want = append(want, "criterion."+string(row.ID), "reason."+row.OnFail)
	}
	selection, err := LoadSelection(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, rule := range selection.Rules {
		want = append(want, "measure."+string(rule.Kind), "reason."+rule.Reason, "instruction."+rule.Instruction)
	}
	for _, key := range want {
		if !have[key] {
			t.Errorf("no text for %q", key)
		}
	}
}
