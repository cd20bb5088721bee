// Package rulebook is all the rules of control together: which of them are in force, what each says in a language, and
// the edition under which a document was judged.
//
// Read rulebook.go for the rules, edition.go for their edition, render.go for sentences. The law: that of each rule;
// Customs Code of the Union art. 111(5), 112(2), 325.
package rulebook

import (
	"cmp"
	"slices"
	"sync"

	"tamga/calendar"
	"tamga/customs"
	"tamga/validation"
	"tamga/validation/documents"
	"tamga/validation/goods"
	"tamga/validation/parties"
	"tamga/validation/payments"
	"tamga/validation/shipment"
	"tamga/validation/transport"
	"tamga/validation/value"
)

// All returns every rule, in the order of boxes and codes. The caller may keep the list but must not change a rule.
func All() []*validation.Rule { return slices.Clone(all()) }

var all = sync.OnceValue(func() []*validation.Rule {
	rules := slices.Concat(
		shipment.Rules(), parties.Rules(), transport.Rules(), goods.Rules(), value.Rules(),
		documents.Rules(), payments.Rules(),
	)
	slices.SortStableFunc(rules, func(a, b *validation.Rule) int {
		return cmp.Or(customs.CompareBoxes(a.Field.Box(), b.Field.Box()), cmp.Compare(a.Code, b.Code))
	})
	return rules
})

// InForce returns the rules in force on the day, in the order of All.
func InForce(day calendar.Date) []*validation.Rule {
	return slices.DeleteFunc(All(), func(rule *validation.Rule) bool { return !rule.InForce(day) })
}

// ByCode returns the rule of the code, or false when no rule has it: findings of the reader have codes of their own.
func ByCode(code customs.FindingCode) (*validation.Rule, bool) {
	for _, rule := range all() {
		if rule.Code == code {
			return rule, true
		}
	}
	return nil, false
}
