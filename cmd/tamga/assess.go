package main

import (
	"fmt"
	"strings"

	"tamga/customs"
	"tamga/office"
)

// assess says what declarations owe.
type assess struct {
	assumptions
	JSON  bool     `name:"json" help:"One JSON object per document, a line each."`
	Files []string `arg:"" name:"file" help:"Declarations as XML; - reads standard input."`
}

// Run prints the assessment of each file with its reasoning.
func (a *assess) Run(at *terminal) error {
	law, err := theLaw()
	if err != nil {
		return err
	}
	return a.each(at, a.Files, func(read *paper) (bool, error) {
		if customs.Worst(read.Document.Findings) == customs.TechnicalReject {
			return true, a.tellUnread(at, read)
		}
		examined := law.Assess(&read.Document, read.Where)
		report := examined.Assess()
		short := examined.Assessment == nil || !examined.Assessment.Complete()
		if a.JSON {
			return short, at.json(report)
		}
		at.tellAssessment(read, &report)
		return short, nil
	})
}

// unread is the code of the problem that there is no declaration to assess.
const unread = "not-a-declaration"

// tellUnread says that the bytes are no declaration: what can be made out of them would be owed for nothing.
func (a *assess) tellUnread(at *terminal, read *paper) error {
	if a.JSON {
		inBoth := office.Bilingual{RU: said.Say("ru", unread, "text", nil), EN: said.Say("en", unread, "text", nil)}
		return at.json(office.AssessReport{
			Date: read.Where.Day, State: read.Where.State, Lines: []office.AssessedLine{}, Totals: office.Totals{},
			Problems: []office.AssessProblem{{Code: unread, Text: inBoth}},
		})
	}
	at.line("%s", at.ink(strong, read.Name))
	at.line("%s\n", at.ink(inked['R'], at.say("cannot-assess", "why", at.say(unread))))
	return nil
}

// tellAssessment says for people what is owed, each line with how it was made and the act of it.
func (t *terminal) tellAssessment(read *paper, report *office.AssessReport) {
	t.tellHead(read, report.Document)
	t.line("%s", t.ink(faint, t.dayOf(read)))
	item := -1
	for i := range report.Lines {
		line := &report.Lines[i]
		if line.Item != item {
			item = line.Item
			t.line("\n%s", t.ink(strong, t.itemName(item)))
		}
		t.tellLine(line)
	}
	for _, problem := range report.Problems {
		why := problem.Text.In(t.language)
		if problem.Item > 0 {
			why = t.itemName(problem.Item) + ": " + why
		}
		t.line("\n%s", t.ink(inked['R'], t.say("cannot-assess", "why", why)))
	}
	t.line("\n%s", t.ink(strong, t.say("totals")))
	for _, total := range report.Totals {
		t.line("  %s  %18s  %s", total.Payment, total.Amount, t.paymentName(string(total.Payment)))
	}
	t.line("")
}

func (t *terminal) tellLine(line *office.AssessedLine) {
	feature := line.Feature
	if feature != "" {
		feature = "  " + feature
	}
	t.line("  %s  %s", t.ink(strong, string(line.Payment)), t.paymentName(string(line.Payment)))
	t.line("    %s", t.say("calculation", "base", line.Base, "rate", line.Rate,
		"amount", t.ink(strong, fmt.Sprintf("%s %s", line.Amount, line.Currency)), "feature", feature))
	for _, step := range line.Explanation {
		t.line("      %s", step.In(t.language))
	}
	if line.Law != "" {
		t.line("      %s", t.ink(faint, t.say("law", "law", line.Law)))
	}
}

// paymentName is the name of a payment; excises share one.
func (t *terminal) paymentName(payment string) string {
	code := "payment-" + payment
	if !said.Has(t.language, code, "text") && strings.HasPrefix(payment, "4") {
		code = "payment-4010"
	}
	if !said.Has(t.language, code, "text") {
		return ""
	}
	return t.say(code)
}
