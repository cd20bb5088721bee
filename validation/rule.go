// Package validation is format-logical control (ФЛК): what a rule is and how a document is judged by rules.
//
// A rule has a code for ever, a legal consequence, the act it rests on, the fields it reads, and the smallest breach of
// it. Judge tries every rule in force on the day and returns all findings at once. The rules themselves stand by
// section in the packages below; validation/rulebook collects them. The law: Customs Code of the Union art. 111(5),
// 112(2), 325.
package validation

import (
	"tamga/calendar"
	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/tariff"
)

// Rule is one logical rule. Exactly one of Whole and Item is set.
type Rule struct {
	// Code names the rule and its finding: the box, then a short word, for example "12-SUM".
	Code customs.FindingCode
	// Consequence is what follows from a breach; Ground the sub-paragraph of art. 111(5) when that is refusal.
	Consequence customs.Consequence
	Ground      string
	// Law cites the act; Since and Until bound the days on which the rule is in force.
	Law          string
	Since, Until calendar.Date
	// Field is where the finding stands when the rule says no other place; it also gives the box.
	Field declaration.Field
	// Inputs are the fields the rule reads. When one of them has a structural finding the rule is held back there.
	Inputs []declaration.Field
	// Whole is tried once per declaration.
	Whole func(*Judgement)
	// Item is tried for each goods item; number counts from 1 in document order.
	Item func(j *Judgement, item *declaration.GoodsItem, number int)
	// Breach makes the smallest change to a clean declaration that breaks the rule and no other: the example in
	// explanations, the error planted in fictional declarations, and the failing case of its test. It reports false
	// when this declaration gives no occasion for it.
	Breach func(*declaration.Declaration) bool
}

// InForce reports whether the rule is tried on the day.
func (r *Rule) InForce(day calendar.Date) bool { return day.Within(r.Since, r.Until) }

// Facts are what a document is judged against: the day of the law, the reference data, the assessment.
type Facts struct {
	// Day is the day of registration, assumed or real; State the state of the office.
	Day   calendar.Date
	State customs.State
	// Office is where the declaration is filed; empty when it is not known yet.
	Office      customs.OfficeCode
	Classifiers *classifier.Book
	Tariff      *tariff.Book
	// Assessment is what is owed by our reckoning, or nil when payments are not judged.
	Assessment *duty.Assessment
}

// Judgement is a document under judgement by one rule at a time.
type Judgement struct {
	Facts
	// Declaration is the document's content; rules never change it.
	Declaration *declaration.Declaration

	document *declaration.Document
	rule     *Rule
	item     int
	report   *Report

	compared    bool
	differences map[int][]duty.Difference
}

// Report is the outcome of a judgement.
type Report struct {
	// Findings are all that is wrong, structural findings included, in their one order.
	Findings []customs.Finding
	// Tried and HeldBack count the rules tried and those not tried because their input cannot be read.
	Tried, HeldBack int
	// More counts structural findings beyond those listed.
	More int
}

// Verdict returns the gravest consequence, or 0 when nothing is wrong.
func (r *Report) Verdict() customs.Consequence { return customs.Worst(r.Findings) }

// Barred reports whether the document cannot be registered.
func (r *Report) Barred() bool { return r.Verdict().Bars() }

// Judge tries every rule in force on the day of the facts and returns all findings, never half of them. Of a document
// that cannot be read nothing but that can be said: the rules are held back.
func Judge(document *declaration.Document, rules []*Rule, facts Facts) *Report {
	report := &Report{Findings: append([]customs.Finding(nil), document.Findings...), More: document.More}
	if document.Declaration == nil || report.Verdict() == customs.TechnicalReject {
		report.HeldBack = len(rules)
		return report
	}
	judgement := &Judgement{Facts: facts, Declaration: document.Declaration, document: document, report: report}
	for _, rule := range rules {
		if !rule.InForce(facts.Day) {
			continue
		}
		judgement.rule = rule
		judgement.try()
	}
	customs.SortFindings(report.Findings)
	return report
}

func (j *Judgement) try() {
	if j.rule.Whole != nil {
		j.item = 0
		if j.holdsBack() {
			return
		}
		j.report.Tried++
		j.rule.Whole(j)
		return
	}
	for i := range j.Declaration.Shipment.Goods {
		j.item = i + 1
		if j.holdsBack() {
			continue
		}
		j.report.Tried++
		j.rule.Item(j, &j.Declaration.Shipment.Goods[i], i+1)
	}
}

func (j *Judgement) holdsBack() bool {
	if len(j.document.Defective) == 0 {
		return false
	}
	for _, field := range j.rule.Inputs {
		if !j.soundFor(field) {
			j.report.HeldBack++
			return true
		}
	}
	return false
}

// soundFor looks at the field in the header and in the item at hand; a rule on the whole reads the field of all items.
func (j *Judgement) soundFor(field declaration.Field) bool {
	if !j.document.Sound(field, 0) || !j.document.Sound(field, j.item) {
		return false
	}
	if j.item > 0 {
		return true
	}
	for number := range j.Declaration.Shipment.Goods {
		if !j.document.Sound(field, number+1) {
			return false
		}
	}
	return true
}

// Wrong is what a rule reports: where, what was found and what was expected.
type Wrong struct {
	// Field and Row say where; a zero Field means the rule's own.
	Field declaration.Field
	Row   int
	// Found and Expected are values as the document writes them; empty when there is none.
	Found, Expected string
	// Args are further values for the text.
	Args []customs.Arg
}

// Find reports a breach of the rule at hand.
func (j *Judgement) Find(wrong Wrong) {
	field := wrong.Field
	if field == declaration.NoField {
		field = j.rule.Field
	}
	finding := customs.Finding{
		Code: j.rule.Code, Consequence: j.rule.Consequence, Ground: j.rule.Ground, Law: j.rule.Law,
		Box: field.Box(), Item: j.item,
		Found: wrong.Found, Expected: wrong.Expected, Args: wrong.Args,
	}
	if j.document.Places != nil {
		finding.Place = j.document.Places.Place(declaration.Ref{Field: field, Item: j.item, Row: wrong.Row})
	}
	j.report.Findings = append(j.report.Findings, finding)
}
