package clearance

import (
	"fmt"
	"io/fs"
	"slices"
	"strings"

	"github.com/BurntSushi/toml"

	"tamga/calendar"
	"tamga/customs"
)

// MeasureKind is a form of control that selection may choose.
type MeasureKind string

// The kinds of measure, the gravest first.
const (
	Inspect       MeasureKind = "inspection"
	AskDocuments  MeasureKind = "documents"
	AskAnOfficial MeasureKind = "officer"
)

// MeasureKinds lists the kinds.
var MeasureKinds = []MeasureKind{Inspect, AskDocuments, AskAnOfficial}

// SelectionRule chooses a control for goods items, a row of data/criteria/selection.toml. Empty conditions are met by
// all goods. The rules shipped are fictional examples; an office brings its own.
type SelectionRule struct {
	ID string `toml:"id"`
	// Commodity is the beginning of the commodity code.
	Commodity string                `toml:"commodity"`
	Origin    customs.Country       `toml:"origin"`
	Procedure customs.ProcedureCode `toml:"procedure"`
	// Share is how many of a thousand items that meet the conditions are taken.
	Share       int           `toml:"share"`
	Kind        MeasureKind   `toml:"kind"`
	Reason      string        `toml:"reason"`
	Instruction string        `toml:"instruction"`
	From        calendar.Date `toml:"from"`
	To          calendar.Date `toml:"to"`
}

// Goods is what selection sees of an item.
type Goods struct {
	Ordinal   int
	Commodity customs.CommodityCode
	Origin    customs.Country
	Procedure customs.ProcedureCode
}

// Measure is a control chosen for items.
type Measure struct {
	Kind MeasureKind `json:"kind"`
	// Rule names the rule that chose; it is not shown to the declarant.
	Rule        string `json:"rule"`
	Reason      string `json:"reason"`
	Instruction string `json:"instruction"`
	Items       []int  `json:"items"`
}

// Selection are the rules by which controls are chosen, art. 310 and 376–378.
type Selection struct{ Rules []SelectionRule }

// LoadSelection reads criteria/selection.toml of the reference data.
func LoadSelection(fsys fs.FS) (Selection, error) {
	var file struct {
		Rule []SelectionRule `toml:"rule"`
	}
	meta, err := toml.DecodeFS(fsys, "criteria/selection.toml", &file)
	if err != nil {
		return Selection{}, fmt.Errorf("load selection: %w", err)
	}
	if extra := meta.Undecoded(); len(extra) > 0 {
		return Selection{}, fmt.Errorf("load selection: unknown key %v", extra[0])
	}
	for _, rule := range file.Rule {
		if !slices.Contains(MeasureKinds, rule.Kind) || rule.ID == "" || rule.Reason == "" || rule.Share < 1 || rule.Share > 1000 {
			return Selection{}, fmt.Errorf("load selection: rule %q is not whole", rule.ID)
		}
	}
	return Selection{Rules: file.Rule}, nil
}

// Select returns the measures for the goods on the day, in the order of the rules. The draw is one random number per
// case, kept with its event so that the choice can be made again.
func (s Selection) Select(day calendar.Date, goods []Goods, draw uint64) []Measure {
	var measures []Measure
	for n, rule := range s.Rules {
		if !day.Within(rule.From, rule.To) {
			continue
		}
		var items []int
		for _, g := range goods {
			if rule.meets(g) && lot(draw, n, g.Ordinal) < uint64(rule.Share) {
				items = append(items, g.Ordinal)
			}
		}
		if len(items) > 0 {
			measures = append(measures, Measure{Kind: rule.Kind, Rule: rule.ID, Reason: rule.Reason, Instruction: rule.Instruction, Items: items})
		}
	}
	return measures
}

func (r SelectionRule) meets(g Goods) bool {
	return strings.HasPrefix(string(g.Commodity), r.Commodity) &&
		(r.Origin == "" || r.Origin == g.Origin) && (r.Procedure == "" || r.Procedure == g.Procedure)
}

// lot spreads one draw over rules and items: a number below 1000, independent enough that no item can tell another's.
func lot(draw uint64, rule, ordinal int) uint64 {
	x := draw + uint64(rule+1)*0x9e3779b97f4a7c15 + uint64(ordinal)*0xd1b54a32d192ed03
	x = (x ^ x>>30) * 0xbf58476d1ce4e5b9
	x = (x ^ x>>27) * 0x94d049bb133111eb
	return (x ^ x>>31) % 1000
}
