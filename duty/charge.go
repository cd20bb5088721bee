package duty

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/tariff"
)

// charge applies the rate of the line to the goods, rounds once and appends the line. It reports false, and what is
// missing, when it cannot.
func (w *work) charge(it *itemWork, line *Line, value money.Decimal) (money.Decimal, bool) {
	line.Base = value
	return w.apply(it, line, w.begin())
}

// chargeFrom is charge on the customs value for a line whose first steps are already noted from start on.
func (w *work) chargeFrom(it *itemWork, line *Line, start int) (money.Decimal, bool) {
	line.Base = it.CustomsValue.Value
	return w.apply(it, line, start)
}

func (w *work) apply(it *itemWork, line *Line, start int) (money.Decimal, bool) {
	line.Currency = w.result.Currency
	rounding, ok := w.rounding(line.Payment)
	if !ok {
		w.problem(MissingRounding, line.Item, line.Payment)
		return money.Zero, false
	}
	value := line.Base
	var total money.Decimal
	for i := range line.Rate.Count {
		term := &line.Rate.Terms[i]
		sum, measure, ok := w.term(it, line, term, value)
		if !ok {
			return money.Zero, false
		}
		decided := true
		if i == 0 {
			total = sum
		} else {
			total, decided = w.join(line.Rate.Joins[i-1], total, sum)
		}
		if decided {
			line.Base, line.BaseUnit = value, ""
			if term.Specific() {
				line.Base, line.BaseUnit = measure, term.Unit
			}
		}
	}
	if line.Relief != "" {
		w.step(StepRelief, text("claim", line.Relief))
	}
	line.Amount = rounding.Apply(total)
	line.Steps = w.steps[start:len(w.steps):len(w.steps)]
	w.result.Lines = append(w.result.Lines, *line)
	return line.Amount, true
}

func (w *work) term(it *itemWork, line *Line, term *tariff.Term, value money.Decimal) (sum, measure money.Decimal, ok bool) {
	if !term.Specific() {
		sum = value.Percent(term.Value)
		w.step(StepPercent, number("base", value), number("rate", term.Value), number("sum", sum))
		return sum, value, true
	}
	measure, ok = quantity(it.GoodsItem, term.Unit)
	if !ok {
		w.problem(MissingQuantity, line.Item, line.Payment, text("unit", term.Unit), text("commodity", it.Commodity))
		return money.Zero, money.Zero, false
	}
	exchange, evidence, ok := w.exchange(term.Currency)
	if !ok {
		w.problem(MissingExchangeRate, line.Item, line.Payment, text("currency", term.Currency), text("date", w.facts.Date.String()))
		return money.Zero, money.Zero, false
	}
	line.Evidence = worse(line.Evidence, evidence)
	// Everything is multiplied before anything is divided, so that no digit is lost.
	product := measure.Mul(term.Value).Mul(exchange.Value)
	sum, err := product.Div(term.Per.Mul(exchange.Nominal))
	if err != nil {
		w.problem(MissingExchangeRate, line.Item, line.Payment, text("currency", term.Currency), text("date", w.facts.Date.String()))
		return money.Zero, money.Zero, false
	}
	w.step(StepSpecific, number("quantity", measure), text("unit", term.Unit), number("rate", term.Value),
		text("currency", term.Currency), number("per", term.Per), number("exchange", exchange.Value), number("nominal", exchange.Nominal),
		number("sum", sum))
	return sum, measure, true
}

// join joins a sum to what stands before it and reports whether the sum decided: whether its base becomes that of the
// line. A sum that is added or equal does not, the base stays.
func (w *work) join(join tariff.Join, before, sum money.Decimal) (money.Decimal, bool) {
	code, result, decided := StepPlus, before, false
	switch join {
	case tariff.NotLess:
		code, decided = StepNotLess, before.Less(sum)
	case tariff.NotMore:
		code, decided = StepNotMore, sum.Less(before)
	default:
		result = before.Add(sum)
	}
	if decided {
		result = sum
	}
	w.step(code, number("first", before), number("second", sum), number("sum", result))
	return result, decided
}

// step notes a step, unless the assessment is to be plain. Steps of many lines share an array; a full one is left to
// the lines that have it and a new one begun, so nothing is copied.
func (w *work) step(code StepCode, args ...Arg) {
	if w.facts.Plain {
		return
	}
	if len(w.args)+len(args) > cap(w.args) {
		w.args = make([]Arg, 0, roomOfArgs)
	}
	start := len(w.args)
	w.args = append(w.args, args...)
	w.steps = append(w.steps, Step{Code: code, Args: w.args[start:len(w.args):len(w.args)]})
}

// begin returns where the steps of a new line begin.
func (w *work) begin() int {
	if !w.facts.Plain && len(w.steps)+stepsOfLine > cap(w.steps) {
		w.steps = make([]Step, 0, roomOfSteps)
	}
	return len(w.steps)
}

const (
	// stepsOfLine is more than a line takes: three terms, two joins, base, share, relief.
	stepsOfLine = 10
	roomOfSteps = 128
	roomOfArgs  = 512
)

// kilogram is the unit of the net mass of box 38.
const kilogram customs.UnitCode = "166"

// multiples are units that count another one.
var multiples = [...]struct {
	unit, of customs.UnitCode
	times    money.Decimal
}{
	{"798", "796", money.FromInt(1000)}, {"797", "796", money.FromInt(100)}, {"130", "112", money.FromInt(1000)},
	{"114", "113", money.FromInt(1000)},
}

var thousand = money.FromInt(1000)

// quantity returns how much of the goods there is in the unit: the net mass, box 41, or an additional quantity of
// box 31.
func quantity(item *declaration.GoodsItem, unit customs.UnitCode) (money.Decimal, bool) {
	if unit == kilogram {
		return item.NetMassKG.Value, item.NetMassKG.Given
	}
	if unit == "168" {
		tonnes, err := item.NetMassKG.Value.Div(thousand)
		return tonnes, err == nil && item.NetMassKG.Given
	}
	if measured, ok := inUnit(item.Quantity, unit); ok {
		return measured, true
	}
	for _, measure := range item.AdditionalQuantities {
		if measured, ok := inUnit(measure, unit); ok {
			return measured, true
		}
	}
	return money.Zero, false
}

func inUnit(measure declaration.Measure, unit customs.UnitCode) (money.Decimal, bool) {
	if !measure.Quantity.Given {
		return money.Zero, false
	}
	if measure.Unit == unit {
		return measure.Quantity.Value, true
	}
	for i := range multiples {
		if multiples[i].unit == measure.Unit && multiples[i].of == unit {
			return measure.Quantity.Value.Mul(multiples[i].times), true
		}
	}
	return money.Zero, false
}
