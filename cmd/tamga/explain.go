package main

import (
	"bytes"
	"fmt"
	"slices"
	"strings"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration/album"
	"tamga/internal/fiction"
	"tamga/internal/wording"
	"tamga/office"
	"tamga/validation"
	"tamga/validation/rulebook"
)

// explain says what a finding means.
type explain struct {
	Code string `arg:"" help:"Code of a finding, for example 47-AMOUNT."`
}

// Run prints the meaning, the law and an example, or the codes close to an unknown one.
func (e *explain) Run(at *terminal) error {
	book, err := rulebook.New(wording.MustLoad(album.Texts))
	if err != nil {
		return err
	}
	code := customs.FindingCode(strings.ToUpper(e.Code))
	rule, known := rulebook.ByCode(code)
	if !known && !slices.Contains(album.FindingCodes(), code) {
		fmt.Fprintln(at.Err, at.say("not-a-code", "code", e.Code, "near", strings.Join(closeTo(code, book.Texts().Codes()), " ")))
		return exit(exitUnreadable)
	}
	at.line("%s", at.ink(strong, string(code)))
	at.tellMeaning(book, code)
	if !known {
		at.line("%s", at.say("of-form"))
		return nil
	}
	at.tellRule(rule)
	return at.tellExample(rule)
}

// tellMeaning prints the sentences of the code with the names of their arguments.
func (t *terminal) tellMeaning(book *rulebook.Book, code customs.FindingCode) {
	open := func(name string) string { return "{" + name + "}" }
	t.line("%s", t.say("finding-text", "text", book.Texts().Say(t.language, string(code), "text", open)))
	if book.Texts().Has(t.language, string(code), "fix") {
		t.line("%s", t.say("fix", "fix", book.Texts().Say(t.language, string(code), "fix", open)))
	}
}

func (t *terminal) tellRule(rule *validation.Rule) {
	t.line("%s: %s", rule.Consequence, t.consequence(rule.Consequence))
	if rule.Ground != "" {
		t.line("%s", t.say("ground", "ground", rule.Ground))
	}
	t.line("%s", t.say("law", "law", rule.Law))
	until := ""
	if !rule.Until.IsZero() {
		until = t.say("until", "until", rule.Until.String())
	}
	if rule.Since.IsZero() {
		t.line("%s", t.say("in-force-always", "until", until))
		return
	}
	t.line("%s", t.say("in-force", "since", rule.Since.String(), "until", until))
}

// tellExample breaks the rule in a fictional declaration and shows the finding.
func (t *terminal) tellExample(rule *validation.Rule) error {
	law, err := theLaw()
	if err != nil {
		return err
	}
	shown, found, err := exampleOf(law, rule)
	if err != nil {
		return err
	}
	t.line("\n%s", t.ink(strong, t.say("example")))
	if !found {
		t.line("%s", t.say("example-none"))
		return nil
	}
	t.line("%s", t.say("example-before", "day", shown.day.String(), "items", fmt.Sprint(shown.items)))
	t.line("  %s", t.itemName(shown.finding.Item))
	if shown.line != "" {
		t.line("      %s", t.ink(faint, shown.line))
	}
	t.tellFinding(&shown.finding)
	return nil
}

// example is a breach in a fictional declaration.
type example struct {
	finding office.FindingEntry
	// line is the line of the document the finding stands in.
	line  string
	day   calendar.Date
	items int
}

// exampleOf tries declarations of several kinds until one gives the rule an occasion.
func exampleOf(law *office.Law, rule *validation.Rule) (example, bool, error) {
	for _, state := range []customs.State{customs.Russia, customs.Kazakhstan, customs.Belarus, customs.Armenia, customs.Kyrgyzstan} {
		for kind := range 6 {
			shown := example{day: calendar.MustDate("2026-03-17"), items: 1 + kind/2}
			body, planted, err := breached(law, rule, fiction.Options{
				Seed: uint64(1 + kind), Items: shown.items, State: state, Export: kind%2 == 1, Day: shown.day,
				Tariff: law.Tariff, Classifiers: law.Classifiers,
			})
			if err != nil {
				return shown, false, err
			}
			if planted && shown.find(law, rule, body, state) {
				return shown, true, nil
			}
		}
	}
	return example{}, false, nil
}

func breached(law *office.Law, rule *validation.Rule, options fiction.Options) ([]byte, bool, error) {
	made, err := fiction.New(options)
	if err != nil || !rule.Breach(made) {
		return nil, false, err
	}
	body, err := album.PrintFaulty(made)
	return body, err == nil, err
}

// find judges the broken document and keeps the finding of the rule.
func (e *example) find(law *office.Law, rule *validation.Rule, body []byte, state customs.State) bool {
	document := album.Read(body, album.Options{})
	examined := law.Examine(&document, office.Circumstances{Day: e.day, State: state})
	for _, finding := range examined.Check().Findings {
		if finding.Code != rule.Code {
			continue
		}
		e.finding = finding
		if lines := bytes.Split(body, []byte("\n")); finding.Line > 0 && finding.Line <= len(lines) {
			e.line = strings.TrimSpace(string(lines[finding.Line-1]))
		}
		return true
	}
	return false
}

// closeTo lists codes of the same box or with the same word.
func closeTo(code customs.FindingCode, codes []string) []string {
	box, word, _ := strings.Cut(string(code), "-")
	var near []string
	for _, known := range codes {
		if strings.HasPrefix(known, box+"-") || word != "" && strings.HasSuffix(known, "-"+word) {
			near = append(near, known)
		}
	}
	return near
}
