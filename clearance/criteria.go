package clearance

import (
	"fmt"
	"io/fs"
	"slices"

	"github.com/BurntSushi/toml"

	"tamga/calendar"
	"tamga/customs"
)

// Stage is a decision the system may take alone.
type Stage string

// The stages.
const (
	Registration Stage = "registration"
	Release      Stage = "release"
)

// CriterionID names a criterion for ever.
type CriterionID string

// Criterion is one condition of an automatic decision, a row of data/criteria/automatic.toml; its predicate is in
// code under its ID.
type Criterion struct {
	ID    CriterionID `toml:"id"`
	Stage Stage       `toml:"stage"`
	// Needs says in the words of Facts what must be known.
	Needs []string `toml:"needs"`
	// Values are what the predicate compares with: procedures, methods, milliseconds.
	Values []string `toml:"values"`
	// Required: unknown fails. A criterion that is not required yet passes on unknown, and says so in its value.
	Required bool `toml:"required"`
	// OnFail is the reason with which the case goes to an official.
	OnFail string        `toml:"on_fail"`
	From   calendar.Date `toml:"from"`
	To     calendar.Date `toml:"to"`
	Law    string        `toml:"law"`
	Verify bool          `toml:"verify"`
}

// Switch turns a stage on for an office and a procedure from a day; "*" is any. The last row that fits decides.
type Switch struct {
	Stage     Stage         `toml:"stage"`
	Office    string        `toml:"office"`
	Procedure string        `toml:"procedure"`
	On        bool          `toml:"on"`
	From      calendar.Date `toml:"from"`
	To        calendar.Date `toml:"to"`
}

// Criteria are the conditions of automatic decisions as dated data.
type Criteria struct {
	Rows     []Criterion
	Switches []Switch
}

// Checked is one criterion tried: the value it saw and whether it held.
type Checked struct {
	ID     CriterionID `json:"id"`
	Value  string      `json:"value"`
	Passed bool        `json:"passed"`
	Reason string      `json:"reason,omitempty"`
	Law    string      `json:"law,omitempty"`
}

// Verdict is the outcome of an attempt to decide automatically. Not automatic is not a negative decision: the case
// goes to an official with the reason.
type Verdict struct {
	Stage     Stage `json:"stage"`
	Automatic bool  `json:"automatic"`
	// Criteria are all that were in force, in the order of the data.
	Criteria []Checked `json:"criteria"`
	// HandOver is the reason of the first criterion that failed.
	HandOver string `json:"hand_over,omitempty"`
}

// NoCriteria is the reason of a verdict for which no criterion is in force.
const NoCriteria = "no-criteria"

// LoadCriteria reads criteria/automatic.toml of the reference data. A row without a predicate, and a predicate
// without a row, is an error.
func LoadCriteria(fsys fs.FS) (Criteria, error) {
	var file struct {
		Criterion []Criterion `toml:"criterion"`
		Switch    []Switch    `toml:"switch"`
	}
	meta, err := toml.DecodeFS(fsys, "criteria/automatic.toml", &file)
	if err != nil {
		return Criteria{}, fmt.Errorf("load criteria: %w", err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return Criteria{}, fmt.Errorf("load criteria: unknown key %v", extra[0])
	}
	seen := map[CriterionID]bool{}
	for _, row := range file.Criterion {
		seen[row.ID] = true
		if predicates[row.ID] == nil || row.Law == "" || row.OnFail == "" || row.From.IsZero() {
			return Criteria{}, fmt.Errorf("load criteria: row %q is not whole", row.ID)
		}
	}
	if len(seen) != len(predicates) {
		return Criteria{}, fmt.Errorf("load criteria: %d criteria for %d predicates", len(seen), len(predicates))
	}
	return Criteria{Rows: file.Criterion, Switches: file.Switch}, nil
}

// Judge tries every criterion of the stage that is in force on the day of the facts and records each value.
func (c Criteria) Judge(stage Stage, facts Facts) Verdict {
	verdict := Verdict{Stage: stage}
	for _, row := range c.Rows {
		if row.Stage != stage || !facts.Day.Within(row.From, row.To) {
			continue
		}
		checked := row.try(c, facts)
		verdict.Criteria = append(verdict.Criteria, checked)
		if !checked.Passed && verdict.HandOver == "" {
			verdict.HandOver = checked.Reason
		}
	}
	if facts.Day.IsZero() || len(verdict.Criteria) == 0 {
		verdict.HandOver = NoCriteria
	}
	verdict.Automatic = verdict.HandOver == ""
	return verdict
}

// NotRequiredYet is the value of a criterion that passes only because the data do not require it yet.
const NotRequiredYet = "not-required-yet"

func (c Criterion) try(all Criteria, facts Facts) Checked {
	value, passed := predicates[c.ID](input{Facts: facts, row: c, criteria: all})
	if value == "" {
		value, passed = "unknown", false
		if !c.Required {
			value, passed = NotRequiredYet, true
		}
	}
	checked := Checked{ID: c.ID, Value: value, Passed: passed, Law: c.Law}
	if !passed {
		checked.Reason = c.OnFail
	}
	return checked
}

// on reports whether the stage is switched on for the office and the procedure.
func (c Criteria) on(stage Stage, facts Facts, procedure customs.ProcedureCode) bool {
	on := false
	for _, s := range c.Switches {
		fits := (s.Office == "*" || s.Office == string(facts.Office)) && (s.Procedure == "*" || s.Procedure == string(procedure))
		if s.Stage == stage && fits && facts.Day.Within(s.From, s.To) {
			on = s.On
		}
	}
	return on
}

func (c Criterion) lists(value string) bool { return slices.Contains(c.Values, value) }
