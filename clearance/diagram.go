package clearance

import (
	"fmt"
	"strings"
)

// Diagram prints the table as a page: a Mermaid state diagram and every row with its law. docs/cycle.md is what it
// prints.
func Diagram() string {
	var page strings.Builder
	page.WriteString("# The cycle of a case\n\nPrinted from `clearance.Table`; a test keeps it fresh. `back` is where the item still waits, or its base. " +
		"Articles are of the Customs Code of the Union and are to be verified against the act.\n\n```mermaid\nstateDiagram-v2\n")
	seen := map[string]bool{}
	for _, row := range Table {
		line := fmt.Sprintf("    %s --> %s : %s\n", node(row.From), node(row.To), strings.TrimSpace(string(row.Event)+" "+string(row.Code)))
		if row.To != Back && !seen[line] {
			seen[line] = true
			page.WriteString(line)
		}
	}
	page.WriteString("```\n\n| from | event | variant | to | opens | closes | articles | code | clock |\n|---|---|---|---|---|---|---|---|---|\n")
	for _, r := range Table {
		fmt.Fprintf(&page, "| %s | %s | %s | %s | %s | %s | %s | %s | %s |\n", r.From, r.Event, r.Variant, r.To, r.Opens, r.Closes, r.Articles, r.Code, r.Clock)
	}
	return page.String()
}

func node(state State) string {
	if state == None {
		return "[*]"
	}
	return strings.ReplaceAll(string(state), "-", "_")
}
