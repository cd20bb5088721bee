package portal

import (
	"slices"
	"strconv"

	"tamga/customs"
	"tamga/office"
)

// findingGroup are the findings of one goods item, or of the declaration as a whole.
type findingGroup struct {
	Text  string
	Boxes []boxGroup
}

// boxGroup are the findings of one box.
type boxGroup struct {
	Text     string
	Findings []findingLine
}

type findingLine struct {
	Code, Letter, Consequence, Text, Fix, Found, Expected, Place, Path, Law, Ground string
}

// groupFindings puts findings by item and box, in the order of the form.
func groupFindings(language string, report office.CheckReport) ([]findingGroup, int) {
	entries := slices.Clone(report.Findings)
	slices.SortStableFunc(entries, func(a, b office.FindingEntry) int {
		if a.Item != b.Item {
			return a.Item - b.Item
		}
		return customs.CompareBoxes(a.Box, b.Box)
	})
	var groups []findingGroup
	item, box := -1, ""
	for _, entry := range entries {
		if entry.Item != item {
			item, box = entry.Item, "\x00"
			groups = append(groups, findingGroup{Text: itemText(language, entry.Item)})
		}
		group := &groups[len(groups)-1]
		if entry.Box != box {
			box = entry.Box
			group.Boxes = append(group.Boxes, boxGroup{Text: boxText(language, entry.Box)})
		}
		last := &group.Boxes[len(group.Boxes)-1]
		last.Findings = append(last.Findings, findingOf(language, entry))
	}
	return groups, len(entries)
}

func itemText(language string, item int) string {
	if item == 0 {
		return say(language, "findings.whole")
	}
	return say(language, "findings.item", "n", strconv.Itoa(item))
}

func boxText(language, box string) string {
	if box == "" {
		return ""
	}
	return say(language, "findings.box", "box", box)
}

func findingOf(language string, entry office.FindingEntry) findingLine {
	line := findingLine{
		Code: string(entry.Code), Letter: entry.Consequence.String(), Text: entry.Text.In(language), Fix: entry.Fix.In(language),
		Consequence: say(language, "consequence."+entry.Consequence.String()), Found: entry.Found, Expected: entry.Expected,
		Path: entry.Path, Law: entry.Law, Ground: entry.Ground,
	}
	if entry.Line > 0 {
		line.Place = say(language, "findings.place", "line", strconv.Itoa(entry.Line), "column", strconv.Itoa(entry.Column))
	}
	return line
}

func tallied(language string, report office.CheckReport) []tally {
	counts := map[string]int{}
	for _, entry := range report.Findings {
		counts[entry.Consequence.String()]++
	}
	return tallies(language, counts)
}
