package main

import (
	"fmt"
	"strings"

	"tamga/customs"
	"tamga/office"
)

// tellFindings says for people what is wrong with a document, by item, then box, then line, and what follows.
func (t *terminal) tellFindings(read *paper, report *office.CheckReport) {
	t.tellHead(read, report.Document)
	item, box := -1, ""
	for i := range report.Findings {
		finding := &report.Findings[i]
		if finding.Item != item {
			item, box = finding.Item, "-"
			t.line("\n%s", t.ink(strong, t.itemName(item)))
		}
		if finding.Box != box {
			box = finding.Box
			t.line("  %s", t.ink(strong, t.boxName(box)))
		}
		t.tellFinding(finding)
	}
	t.line("\n%s\n", t.summary(read, report))
}

// tellHead names the document and what it is examined for.
func (t *terminal) tellHead(read *paper, id customs.DocumentID) {
	document := string(id)
	if document == "" {
		document = t.say("no-document")
	}
	t.line("%s", t.ink(strong, read.Name))
	t.line("%s", t.ink(faint, t.say("head", "document", document, "office", orDash(string(read.Where.Office)), "state",
		orDash(string(read.Where.State)))))
}

func orDash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}

func (t *terminal) itemName(item int) string {
	if item == 0 {
		return t.say("whole")
	}
	return t.say("item", "number", fmt.Sprint(item))
}

func (t *terminal) boxName(box string) string {
	if box == "" {
		return t.say("no-box")
	}
	return t.say("box", "box", box)
}

func (t *terminal) tellFinding(f *office.FindingEntry) {
	where := t.say("no-line")
	if f.Line > 0 {
		where = t.say("line", "line", fmt.Sprint(f.Line), "column", fmt.Sprint(f.Column))
	}
	t.line("    %s  %s  %s", t.ink(inked[f.Consequence], string(f.Code)), where, t.consequence(f.Consequence))
	t.line("      %s", f.Text.In(t.language))
	if compared := t.compared(f.Found, f.Expected); compared != "" {
		t.line("      %s", compared)
	}
	if fix := f.Fix.In(t.language); fix != "" {
		t.line("      %s", t.say("fix", "fix", fix))
	}
	if f.Law != "" {
		t.line("      %s", t.ink(faint, t.say("law", "law", f.Law)))
	}
}

// compared sets what was found beside what was expected, where there is any of it.
func (t *terminal) compared(found, expected string) string {
	var parts []string
	if found != "" {
		parts = append(parts, t.say("found", "found", found))
	}
	if expected != "" {
		parts = append(parts, t.say("expected", "expected", expected))
	}
	return strings.Join(parts, "; ")
}

// consequence says in words what the law makes of a finding.
func (t *terminal) consequence(c customs.Consequence) string {
	return t.ink(inked[c], t.say("consequence-"+c.String()))
}

// summary is the verdict, how many findings of each consequence there are, and the day that was assumed.
func (t *terminal) summary(read *paper, report *office.CheckReport) string {
	counts := map[customs.Consequence]int{}
	worst := customs.Consequence(0)
	for i := range report.Findings {
		counts[report.Findings[i].Consequence]++
	}
	parts := []string{}
	for _, c := range []customs.Consequence{'T', 'R', 'D', 'Q', 'W'} {
		if counts[c] == 0 {
			continue
		}
		if worst == 0 {
			worst = c
		}
		parts = append(parts, fmt.Sprintf("%s %d", c, counts[c]))
	}
	verdict := t.say("clean")
	if worst != 0 {
		verdict = t.say("verdict-" + worst.String())
	}
	text := t.ink(inked[worst], verdict)
	if len(parts) > 0 {
		text += " " + t.say("counts", "total", fmt.Sprint(len(report.Findings)), "each", strings.Join(parts, ", "))
	}
	if report.HeldBack > 0 {
		text += " " + t.say("held-back", "count", fmt.Sprint(report.HeldBack))
	}
	if report.More > 0 {
		text += " " + t.say("more", "count", fmt.Sprint(report.More))
	}
	return text + " " + t.dayOf(read)
}

// dayOf says which day's law was applied and where that day comes from.
func (t *terminal) dayOf(read *paper) string {
	code := "day-given"
	switch {
	case read.OwnDay:
		code = "day-own"
	case read.Today:
		code = "day-today"
	}
	return t.say(code, "day", read.Where.Day.String())
}
