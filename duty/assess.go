package duty

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/tariff"
)

// electronic is the mark of box 1 of a declaration filed as an electronic document.
const electronic = "ЭД"

// Assess calculates what the declaration owes under the law of the facts. The order is that of the law: the fee, then of
// each item import duty, special, anti-dumping and countervailing duty, excise, export duty, value added tax. Every
// line is rounded once. The declaration is not changed.
func Assess(d *declaration.Declaration, facts Facts) Assessment {
	if facts.Exchange == nil {
		facts.Exchange = facts.Tariff
	}
	w := &work{facts: facts, declaration: d}
	w.result = Assessment{Date: facts.Date, State: facts.State}
	currency, ok := facts.Tariff.Currency(facts.State, facts.Date)
	if !ok {
		w.problem(UnknownState, 0, "", text("state", facts.State))
		return w.result
	}
	w.result.Currency = currency
	goods := d.Shipment.Goods
	w.result.Lines = make([]Line, 0, 3*len(goods)+1)
	w.items = make([]itemWork, len(goods))
	for i := range goods {
		w.open(i)
	}
	w.fee()
	for i := range w.items {
		w.duties(&w.items[i])
		w.vat(&w.items[i])
	}
	w.total()
	return w.result
}

// work is an assessment being made.
type work struct {
	facts       Facts
	declaration *declaration.Declaration
	items       []itemWork
	result      Assessment
	// fees is the fee that was assessed, feeKnown whether it could be.
	fees, value money.Decimal
	feeKnown    bool
	procedures  treatments
	recall      recall
	// steps and args hold the steps of many lines, so that a line costs no allocation of its own.
	steps []Step
	args  []Arg
}

// itemWork is a goods item being assessed.
type itemWork struct {
	*declaration.GoodsItem
	number int
	key    tariff.Key
	// skip is set when nothing of the item can be assessed.
	skip bool
	// due sums what is to be paid by kind; missing marks kinds that could not be assessed.
	due     [kinds]money.Decimal
	missing [kinds]bool
}

// The kinds of payment that may be part of the base of value added tax.
const (
	kindDuty = iota
	kindSpecial
	kindAntiDumping
	kindCountervailing
	kindExcise
	kinds
)

func (w *work) open(i int) {
	goods := &w.declaration.Shipment.Goods[i]
	it := &w.items[i]
	it.GoodsItem, it.number = goods, i+1
	it.key = tariff.Key{State: w.facts.State, Commodity: goods.Commodity, Day: w.facts.Date}
	if !goods.CustomsValue.Given {
		w.problem(MissingValue, it.number, "")
		it.skip = true
		return
	}
	if _, ok := w.treatment(it, ImportDuty); !ok {
		w.problem(UnknownProcedure, it.number, "", text("procedure", w.procedure(it)))
		it.skip = true
		return
	}
	w.value = w.value.Add(goods.CustomsValue.Value)
}

func (w *work) procedure(it *itemWork) customs.ProcedureCode {
	if it.Procedure.Main != "" {
		return it.Procedure.Main
	}
	return w.declaration.Procedure
}

// treatment is what the procedure of the item does with the payment. Most declarations have one procedure, so the
// answers for the last one are kept.
func (w *work) treatment(it *itemWork, payment customs.PaymentCode) (tariff.Treatment, bool) {
	procedure := w.procedure(it)
	if procedure != w.procedures.of || w.procedures.of == "" {
		w.procedures.of = procedure
		for i, kind := range treated {
			w.procedures.treatment[i], w.procedures.known[i] = w.facts.Tariff.Treatment(it.key, procedure, kind)
		}
	}
	for i, kind := range treated {
		if kind == payment {
			return w.procedures.treatment[i], w.procedures.known[i]
		}
	}
	return "", false
}

// treated are the payments of which the data say what a procedure does with them.
var treated = [...]customs.PaymentCode{ImportDuty, SpecialDuty, Excise, ExportDuty, VAT, Fee}

type treatments struct {
	of        customs.ProcedureCode
	treatment [len(treated)]tariff.Treatment
	known     [len(treated)]bool
}

func (w *work) owes(it *itemWork, payment customs.PaymentCode) bool {
	treatment, ok := w.treatment(it, payment)
	return ok && treatment != tariff.NotDue
}

// duties assesses all of an item that is not value added tax.
func (w *work) duties(it *itemWork) {
	if it.skip {
		return
	}
	if w.owes(it, ImportDuty) {
		w.importDuty(it)
	}
	if w.owes(it, SpecialDuty) {
		w.measures(it)
	}
	if w.owes(it, Excise) {
		if levy, ok := w.facts.Tariff.Excise(it.key); ok {
			w.levy(it, kindExcise, levy)
		}
	}
	if w.owes(it, ExportDuty) {
		w.exportDuty(it)
	}
}

func (w *work) exportDuty(it *itemWork) {
	levy, ok := w.facts.Tariff.ExportDuty(it.key)
	if !ok {
		if !w.facts.Tariff.Knows(it.Commodity) {
			w.problem(UnknownCommodity, it.number, ExportDuty, text("commodity", it.Commodity))
		}
		return
	}
	line := Line{Item: it.number, Payment: levy.Payment, Law: levy.Law, Evidence: levy.Evidence, Rate: levy.Rate, Feature: Payable}
	w.charge(it, &line, it.CustomsValue.Value)
}

func (w *work) measures(it *itemWork) {
	maker := ""
	if len(it.Groups) > 0 && len(it.Groups[0].Goods) > 0 {
		maker = it.Groups[0].Goods[0].Manufacturer
	}
	var room [4]tariff.Levy
	for _, levy := range w.facts.Tariff.Measures(room[:0], it.key, it.Origin.Code, maker) {
		switch levy.Payment {
		case SpecialDuty:
			w.levy(it, kindSpecial, levy)
		case AntiDumping:
			w.levy(it, kindAntiDumping, levy)
		default:
			w.levy(it, kindCountervailing, levy)
		}
	}
}

// levy charges a levy of the kind; an excise under a relief claimed in box 36 is conditional only.
func (w *work) levy(it *itemWork, kind int, levy tariff.Levy) {
	line := Line{Item: it.number, Payment: levy.Payment, Law: levy.Law, Evidence: levy.Evidence, Rate: levy.Rate, Feature: Payable}
	if kind == kindExcise && w.relief(it.Preference.Excise) {
		line.Feature, line.Relief = Conditional, it.Preference.Excise
	}
	amount, ok := w.charge(it, &line, it.CustomsValue.Value)
	if !ok {
		it.missing[kind] = true
		return
	}
	if line.Due() {
		it.due[kind] = it.due[kind].Add(amount)
	}
}

func (w *work) relief(code string) bool {
	return w.facts.Tariff.Claim(code, w.facts.Date) == tariff.Relief
}

func (w *work) problem(code ProblemCode, item int, payment customs.PaymentCode, args ...Arg) {
	stops := code != NoPreference && code != NoProof
	w.result.Problems = append(w.result.Problems, Problem{Code: code, Item: item, Payment: payment, Stops: stops, Args: args})
}
