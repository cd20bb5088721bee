package duty

import (
	"slices"
	"strings"

	"tamga/customs"
	"tamga/money"
	"tamga/tariff"
)

// fee charges the fee for customs operations once for the declaration, on the sum of the customs values.
func (w *work) fee() {
	payer, ok := w.feePayer()
	if !ok {
		return
	}
	list := ""
	for i := range w.items {
		it := &w.items[i]
		if it.skip {
			w.problem(NeedsOther, 0, Fee)
			return
		}
		if named := w.facts.Tariff.FeeList(it.key); named > list {
			list = named
		}
	}
	step, ok := w.facts.Tariff.Fee(w.facts.State, list, w.facts.Date, w.value)
	if !ok {
		w.problem(MissingFeeScale, 0, Fee, number("value", w.value))
		return
	}
	line := Line{Payment: Fee, Base: w.value, Rate: step.Rate, Law: step.Law, Evidence: step.Evidence, Feature: Payable}
	start := w.begin()
	w.step(StepScale, number("value", w.value), number("above", step.Above), text("rate", step.Rate.String()))
	if w.declaration.ElectronicMark == electronic && !step.Factor.Equal(whole) {
		line.Rate = step.Rate.Share(step.Factor)
		w.step(StepElectronic, number("share", step.Factor))
	}
	if w.relief(payer.Preference.Fee) {
		line.Feature, line.Relief = Conditional, payer.Preference.Fee
	}
	w.feeLine(&line, start)
}

var whole = money.FromInt(1)

// feeLine rounds the fee and appends it. An amount of the scale needs neither a quantity nor an exchange rate.
func (w *work) feeLine(line *Line, start int) {
	rounding, ok := w.rounding(Fee)
	if !ok {
		w.problem(MissingRounding, 0, Fee)
		return
	}
	term := line.Rate.Terms[0]
	amount := term.Value
	if !term.Specific() {
		amount = line.Base.Percent(term.Value)
		w.step(StepPercent, number("base", line.Base), number("rate", term.Value), number("sum", amount))
	}
	if line.Relief != "" {
		w.step(StepRelief, text("claim", line.Relief))
	}
	line.Amount, line.Currency = rounding.Apply(amount), w.result.Currency
	line.Steps = w.steps[start:len(w.steps):len(w.steps)]
	w.result.Lines = append(w.result.Lines, *line)
	if line.Due() {
		w.fees = line.Amount
	}
	w.feeKnown = true
}

// feePayer returns the item by whose procedure a fee is due, and false when none is.
func (w *work) feePayer() (*itemWork, bool) {
	exportDuty := slices.ContainsFunc(w.items, func(it itemWork) bool {
		levy, ok := w.facts.Tariff.ExportDuty(it.key)
		return ok && !levy.Rate.IsZero() && w.owes(&it, ExportDuty)
	})
	for i := range w.items {
		treatment, ok := w.treatment(&w.items[i], Fee)
		if ok && (treatment == tariff.Due || (treatment == tariff.DueWithExportDuty && exportDuty)) {
			return &w.items[i], true
		}
	}
	w.feeKnown = true
	return nil, false
}

// vat charges value added tax on the customs value and the payments that the state counts in.
func (w *work) vat(it *itemWork) {
	if it.skip || !w.owes(it, VAT) {
		return
	}
	tax, ok := w.facts.Tariff.VAT(it.key)
	composition, known := w.facts.Tariff.VATBase(w.facts.State, w.facts.Date)
	if !ok || !known {
		w.problem(MissingVAT, it.number, VAT, text("commodity", it.Commodity))
		return
	}
	start := w.begin()
	base, ok := w.taxBase(it, composition)
	if !ok {
		w.problem(NeedsOther, it.number, VAT)
		return
	}
	line := Line{
		Item: it.number, Payment: VAT, Law: tax.Law, Evidence: worse(tax.Evidence, composition.Evidence),
		Rate: tariff.Percent(tax.Rate), Feature: Payable,
	}
	if tax.Either {
		w.either(it, &line, tax)
	}
	if w.relief(it.Preference.VAT) {
		line.Feature, line.Relief = Conditional, it.Preference.VAT
	}
	line.Base = base
	w.apply(it, &line, start)
}

// either takes the rate that was declared where the list of goods is not complete by code, else the standard one: a
// list that is not sure must lower nothing that was not claimed.
func (w *work) either(it *itemWork, line *Line, tax tariff.VAT) {
	reduced, standard := line.Rate, tariff.Percent(tax.Standard)
	line.Rate, line.Alternative = standard, &reduced
	for i := range it.Calculations {
		row := &it.Calculations[i]
		if row.Payment == VAT && row.Rates[0].Value.Given && row.Rates[0].Value.Value.Equal(tax.Rate) {
			line.Rate, line.Alternative = reduced, &standard
		}
	}
}

// taxBase sums the base; false when a part of it could not be assessed.
func (w *work) taxBase(it *itemWork, c tariff.VATBase) (money.Decimal, bool) {
	base := it.CustomsValue.Value
	counted := [kinds]bool{c.Duty, c.Special, c.AntiDumping, c.Countervailing, c.Excise}
	for kind, counts := range counted {
		if counts && it.missing[kind] {
			return money.Zero, false
		}
		if counts {
			base = base.Add(it.due[kind])
		}
	}
	fee := money.Zero
	if c.Fee {
		if !w.feeKnown {
			return money.Zero, false
		}
		fee = w.shareOfFee(it)
		base = base.Add(fee)
	}
	w.step(StepBase, number("value", it.CustomsValue.Value), number("duty", it.due[kindDuty]),
		number("excise", it.due[kindExcise]), number("fee", fee), number("sum", base))
	return base, true
}

// shareOfFee is the part of the fee that falls on the item by its value, to two digits.
func (w *work) shareOfFee(it *itemWork) money.Decimal {
	share, err := w.fees.Mul(it.CustomsValue.Value).Div(w.value)
	if err != nil {
		return money.Zero
	}
	return money.Rounding{Mode: money.HalfUp, Digits: 2}.Apply(share)
}

// total sums what is to be paid, one entry per payment in the order of codes.
func (w *work) total() {
	for i := range w.result.Lines {
		line := &w.result.Lines[i]
		if !line.Due() || line.Amount.IsZero() {
			continue
		}
		at, found := slices.BinarySearchFunc(w.result.Totals, line.Payment, func(t Total, payment customs.PaymentCode) int {
			return strings.Compare(string(t.Payment), string(payment))
		})
		if !found {
			w.result.Totals = slices.Insert(w.result.Totals, at, Total{Payment: line.Payment})
		}
		w.result.Totals[at].Amount = w.result.Totals[at].Amount.Add(line.Amount)
	}
}
