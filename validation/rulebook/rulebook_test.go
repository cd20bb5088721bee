package rulebook_test

import (
	"strings"
	"testing"

	"tamga/calendar"
	"tamga/customs"
	"tamga/validation/rulebook"
)

func TestEveryRuleIsComplete(t *testing.T) {
	book, err := rulebook.New()
	if err != nil {
		t.Fatal(err)
	}
	seen := map[customs.FindingCode]bool{}
	for _, rule := range rulebook.All() {
		if seen[rule.Code] {
			t.Errorf("%s stands twice", rule.Code)
		}
		seen[rule.Code] = true
		if rule.Law == "" || rule.Since == 0 || rule.Breach == nil || len(rule.Inputs) == 0 {
			t.Errorf("%s lacks its law, first day, breach or inputs", rule.Code)
		}
		if (rule.Whole == nil) == (rule.Item == nil) {
			t.Errorf("%s is to judge either the whole or each item", rule.Code)
		}
		if (rule.Consequence == customs.RefuseRegistration) != (rule.Ground != "") {
			t.Errorf("%s: consequence %s with ground %q", rule.Code, rule.Consequence, rule.Ground)
		}
		for _, sentence := range [][2]string{{"ru", "text"}, {"ru", "fix"}, {"en", "text"}, {"en", "fix"}} {
			if !book.Texts().Has(sentence[0], string(rule.Code), sentence[1]) {
				t.Errorf("%s has no %s in %s", rule.Code, sentence[1], sentence[0])
			}
		}
	}
	if len(seen) < 50 {
		t.Errorf("%d rules stand, want at least 50", len(seen))
	}
	for _, fault := range book.Texts().Faults() {
		t.Error(fault)
	}
	for _, code := range book.Texts().Codes() {
		if !seen[customs.FindingCode(code)] {
			t.Errorf("there is a text but no rule %s", code)
		}
	}
}

func TestRulesInForceAndTheirEdition(t *testing.T) {
	if before := rulebook.InForce(calendar.MustDate("1999-12-31")); len(before) != 0 {
		t.Errorf("%d rules are in force before the code is", len(before))
	}
	if again := rulebook.Edition(); again != rulebook.Edition() || len(rulebook.Edition()) != 16 {
		t.Errorf("edition %q", rulebook.Edition())
	}
	if _, ok := rulebook.ByCode("NO-SUCH"); ok {
		t.Error("a rule that does not exist was found")
	}
	if rule, ok := rulebook.ByCode("12-SUM"); !ok || rule.Field.Box() != "12" {
		t.Error("12-SUM was not found in box 12")
	}
}

func TestRender(t *testing.T) {
	book, err := rulebook.New()
	if err != nil {
		t.Fatal(err)
	}
	finding := customs.Finding{Code: "47-UNASSESSED", Args: []customs.Arg{
		{Name: "problem", Value: "unknown-commodity"}, {Name: "commodity", Value: "0123456789"},
	}}
	for _, language := range []string{"ru", "en"} {
		text, fix := book.Render(&finding, language)
		if !strings.Contains(text, "0123456789") || fix == "" {
			t.Errorf("%s: %q, %q", language, text, fix)
		}
	}
}
