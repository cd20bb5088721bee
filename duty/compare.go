package duty

import (
	"slices"

	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/tariff"
)

// DifferenceCode names how what was declared differs from what is owed.
type DifferenceCode string

// The differences.
const (
	// MissingLevy: a line is owed that box 47 does not have.
	MissingLevy DifferenceCode = "missing-levy"
	// SuperfluousLevy: box 47 has a row that is not owed.
	SuperfluousLevy DifferenceCode = "superfluous-levy"
	OtherBase       DifferenceCode = "other-base"
	OtherRate       DifferenceCode = "other-rate"
	OtherAmount     DifferenceCode = "other-amount"
	OtherFeature    DifferenceCode = "other-feature"
	// MissingTotal, SuperfluousTotal and OtherTotal: box B has no sum of the payment, one that is not owed, or another.
	MissingTotal     DifferenceCode = "missing-total"
	SuperfluousTotal DifferenceCode = "superfluous-total"
	OtherTotal       DifferenceCode = "other-total"
)

// DifferenceCodes lists all codes of differences.
var DifferenceCodes = []DifferenceCode{
	MissingLevy, SuperfluousLevy, OtherBase, OtherRate, OtherAmount, OtherFeature, MissingTotal, SuperfluousTotal, OtherTotal,
}

// Difference is one way in which box 47 or box B differs from the assessment. Ref is where it stands: the row of box 47
// of the item or of box B, from 1, or row 0 when there is no row. Found and Expected are written as the box writes
// them, empty when there is nothing.
type Difference struct {
	Code            DifferenceCode
	Ref             declaration.Ref
	Payment         customs.PaymentCode
	Found, Expected string
	// Line is the line of the assessment it was compared with, or nil.
	Line *Line
}

// Say renders the difference in the language.
func (d Difference) Say(language string) string {
	return say(language, string(d.Code), []Arg{
		text("payment", d.Payment), text("found", d.Found), text("expected", d.Expected), {Name: "item", Number: money.FromInt(int64(d.Ref.Item))},
	})
}

// Compare lists how boxes 47 and B differ from the assessment, by item, payment and row. A payment of an item that
// could not be assessed is not compared, nor is box B then for that payment. The cause is listed, not what follows from
// it: of a row with another rate or base the amount is compared only with what the row itself should give.
func Compare(d *declaration.Declaration, a *Assessment) []Difference {
	c := comparison{declaration: d, assessment: a}
	for i := range d.Shipment.Goods {
		c.item(i + 1)
	}
	c.fee()
	c.totals()
	return c.list
}

type comparison struct {
	declaration *declaration.Declaration
	assessment  *Assessment
	list        []Difference
	lines       []*Line
	used        []bool
}

// add notes a difference from a line of the assessment.
func (c *comparison) add(difference Difference) {
	if difference.Line != nil {
		difference.Payment = difference.Line.Payment
	}
	c.list = append(c.list, difference)
}

// unassessed reports whether a problem kept the payment of the item from being assessed.
func (c *comparison) unassessed(item int, payment customs.PaymentCode) bool {
	for i := range c.assessment.Problems {
		p := &c.assessment.Problems[i]
		if p.Stops && (p.Item == item || p.Item == 0) && (p.Payment == "" || p.Payment == payment) {
			return true
		}
	}
	return false
}

// item compares the rows of box 47 of one item, without the fee.
func (c *comparison) item(number int) {
	c.lines = c.lines[:0]
	all := c.assessment.Lines
	at, _ := slices.BinarySearchFunc(all, number, func(l Line, number int) int { return l.Item - number })
	for ; at < len(all) && all[at].Item == number; at++ {
		c.lines = append(c.lines, &all[at])
	}
	c.used = append(c.used[:0], make([]bool, len(c.lines))...)
	rows := c.declaration.Shipment.Goods[number-1].Calculations
	for i := range rows {
		if rows[i].Payment != Fee && !c.unassessed(number, rows[i].Payment) {
			c.row(&rows[i], declaration.Ref{Field: declaration.FieldCalculation, Item: number, Row: i + 1})
		}
	}
	for i, line := range c.lines {
		// A line of 0 may be left out, and what a relief frees from need not be shown.
		if !c.used[i] && !line.Amount.IsZero() && line.Relief == "" {
			c.add(Difference{Code: MissingLevy, Ref: declaration.Ref{Field: declaration.FieldCalculation, Item: number}, Line: line, Expected: line.Amount.Fixed(2)})
		}
	}
}

// row compares one row with the line of the same payment and feature, else with one of the same payment.
func (c *comparison) row(row *declaration.Calculation, ref declaration.Ref) {
	at := c.match(row)
	if at < 0 {
		if row.Amount.Given && !row.Amount.Value.IsZero() {
			c.add(Difference{Code: SuperfluousLevy, Ref: ref, Payment: row.Payment, Found: row.Amount.Value.Fixed(2)})
		}
		return
	}
	c.used[at] = true
	line := c.lines[at]
	if row.Feature != "" && row.Feature != line.Feature {
		ref.Field = declaration.FieldCalculationFeature
		c.add(Difference{Code: OtherFeature, Ref: ref, Line: line, Found: row.Feature, Expected: line.Feature})
	}
	c.figures(row, line, ref)
}

// figures lists the first of rate, base and amount that differs: the later ones follow from the earlier.
func (c *comparison) figures(row *declaration.Calculation, line *Line, ref declaration.Ref) {
	if !sameRate(row, line.Rate) {
		ref.Field = declaration.FieldCalculationRate
		c.add(Difference{Code: OtherRate, Ref: ref, Line: line, Found: declared(row), Expected: line.Rate.String()})
		return
	}
	if row.Base.Given && !sameBase(row, line, c.value(line.Item)) {
		ref.Field = declaration.FieldCalculationBase
		c.add(Difference{Code: OtherBase, Ref: ref, Line: line, Found: row.Base.Value.String(), Expected: line.Base.Fixed(2)})
		return
	}
	if !row.Amount.Given || !row.Amount.Value.Equal(line.Amount) {
		ref.Field = declaration.FieldCalculationAmount
		c.add(Difference{Code: OtherAmount, Ref: ref, Line: line, Found: row.Amount.Text, Expected: line.Amount.Fixed(2)})
	}
}

func (c *comparison) match(row *declaration.Calculation) int {
	at := -1
	for i, line := range c.lines {
		if c.used[i] || line.Payment != row.Payment {
			continue
		}
		if line.Feature == row.Feature {
			return i
		}
		if at < 0 {
			at = i
		}
	}
	return at
}

func (c *comparison) value(item int) money.Decimal {
	if item == 0 {
		return money.Zero
	}
	return c.declaration.Shipment.Goods[item-1].CustomsValue.Value
}

// sameBase accepts, for a rate of several terms, the customs value as well as the quantity that decided.
func sameBase(row *declaration.Calculation, line *Line, value money.Decimal) bool {
	if row.Base.Value.Equal(line.Base) {
		return true
	}
	return line.Rate.Count > 1 && line.BaseUnit != "" && row.Base.Value.Equal(value)
}

// sameRate compares the terms in any order of the row's three places; a row without any rate is not compared.
func sameRate(row *declaration.Calculation, rate tariff.Rate) bool {
	count := 0
	for i := range row.Rates {
		if !row.Rates[i].Value.Given {
			continue
		}
		count++
		if !hasTerm(rate, &row.Rates[i]) {
			return false
		}
	}
	return count == 0 || count == rate.Count
}

func hasTerm(rate tariff.Rate, term *declaration.RateTerm) bool {
	for i := range rate.Count {
		own := &rate.Terms[i]
		if own.Value.Equal(term.Value.Value) && own.Specific() == (term.Type != "%") && (term.Unit == "" || term.Unit == own.Unit) {
			return true
		}
	}
	return false
}

// declared writes the rate of a row as it stands there.
func declared(row *declaration.Calculation) string {
	out := ""
	for i := range row.Rates {
		term := &row.Rates[i]
		if !term.Value.Given {
			continue
		}
		if out != "" {
			out += "; "
		}
		out += term.Value.Value.String() + term.Type
	}
	return out
}

// fee compares the fee, which may stand at any item, by its sum.
func (c *comparison) fee() {
	if c.unassessed(0, Fee) {
		return
	}
	var owed money.Decimal
	var line *Line
	for i := range c.assessment.Lines {
		if c.assessment.Lines[i].Payment == Fee {
			line = &c.assessment.Lines[i]
			owed = line.Amount
		}
	}
	found, ref := c.declaredFee()
	switch {
	case line == nil && !found.IsZero():
		c.add(Difference{Code: SuperfluousLevy, Ref: ref, Payment: Fee, Found: found.Fixed(2)})
	case line != nil && line.Relief != "" && found.IsZero():
	case line != nil && ref.Row == 0 && !owed.IsZero():
		c.add(Difference{Code: MissingLevy, Ref: ref, Line: line, Expected: owed.Fixed(2)})
	case line != nil && !found.Equal(owed):
		ref.Field = declaration.FieldCalculationAmount
		c.add(Difference{Code: OtherAmount, Ref: ref, Line: line, Found: found.Fixed(2), Expected: owed.Fixed(2)})
	}
}

func (c *comparison) declaredFee() (money.Decimal, declaration.Ref) {
	var sum money.Decimal
	ref := declaration.Ref{Field: declaration.FieldCalculation, Item: 1}
	for i := range c.declaration.Shipment.Goods {
		rows := c.declaration.Shipment.Goods[i].Calculations
		for j := range rows {
			if rows[j].Payment != Fee {
				continue
			}
			if ref.Row == 0 {
				ref.Item, ref.Row = i+1, j+1
			}
			sum = sum.Add(rows[j].Amount.Value)
		}
	}
	return sum, ref
}
