package house

import (
	"cmp"
	"fmt"
	"slices"
)

// Breach is one habit broken in one place.
type Breach struct {
	// Check names the habit, as a Debt spells it.
	Check string
	// Where is a path, or a path and a name after "#"; it does not change when
	// lines move.
	Where string
	// Line is the line of the breach, 0 when the whole file or package is meant.
	Line int
	// Detail says what was found.
	Detail string
	// Instead says what to do.
	Instead string
}

// String prints the breach as a line an editor can jump to.
func (b Breach) String() string {
	place := b.Where
	if b.Line > 0 {
		place = fmt.Sprintf("%s:%d", b.Where, b.Line)
	}
	return fmt.Sprintf("%s: %s [%s]; instead: %s", place, b.Detail, b.Check, b.Instead)
}

// Debt is a breach that is known and borne for a while.
type Debt struct {
	// Check and Where name the breach.
	Check, Where string
	// Reason says why it is borne.
	Reason string
}

// Settle takes the debts off the breaches. What is left are breaches nobody owns
// up to, debts no longer needed, and debts without a reason; all three fail.
func Settle(breaches []Breach, debts []Debt) []Breach {
	var left []Breach
	needed := map[Debt]bool{}
	for _, breach := range breaches {
		owner := slices.IndexFunc(debts, func(d Debt) bool { return d.Check == breach.Check && d.Where == breach.Where })
		if owner < 0 {
			left = append(left, breach)
			continue
		}
		needed[debts[owner]] = true
	}
	for _, debt := range debts {
		if !needed[debt] {
			left = append(left, Breach{
				Check: "debt", Where: debt.Where, Detail: "the debt " + debt.Check + " is paid",
				Instead: "take it off the list: the list may only shrink",
			})
		}
		if debt.Reason == "" {
			left = append(left, Breach{
				Check: "debt", Where: debt.Where, Detail: "the debt " + debt.Check + " has no reason",
				Instead: "say in a few words why it is borne",
			})
		}
	}
	slices.SortStableFunc(left, func(a, b Breach) int {
		return cmp.Or(cmp.Compare(a.Where, b.Where), cmp.Compare(a.Line, b.Line))
	})
	return left
}
