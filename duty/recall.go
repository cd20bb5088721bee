package duty

import (
	"tamga/customs"
	"tamga/money"
	"tamga/tariff"
)

// recall keeps what was looked up last: the items of a declaration ask the same again and again.
type recall struct {
	payments []roundingOf
	exchange exchangeOf
}

type roundingOf struct {
	payment  customs.PaymentCode
	rounding money.Rounding
	known    bool
}

type exchangeOf struct {
	from     money.Currency
	rate     money.ExchangeRate
	evidence tariff.Evidence
	known    bool
}

func (w *work) rounding(payment customs.PaymentCode) (money.Rounding, bool) {
	for i := range w.recall.payments {
		if kept := &w.recall.payments[i]; kept.payment == payment {
			return kept.rounding, kept.known
		}
	}
	rounding, ok := w.facts.Tariff.Rounding(w.facts.State, payment, w.facts.Date)
	w.recall.payments = append(w.recall.payments, roundingOf{payment, rounding, ok})
	return rounding, ok
}

// exchange returns the rate of the currency in the money of the state and how sure it is. A rate that does not come
// from the reference data is sure: whoever gave it answers for it.
func (w *work) exchange(from money.Currency) (money.ExchangeRate, tariff.Evidence, bool) {
	kept := &w.recall.exchange
	if kept.from == from {
		return kept.rate, kept.evidence, kept.known
	}
	kept.from, kept.evidence = from, tariff.Sourced
	if book, ok := w.facts.Exchange.(*tariff.Book); ok {
		kept.rate, kept.evidence, kept.known = book.Exchange(from, w.result.Currency, w.facts.Date)
	} else {
		kept.rate, kept.known = w.facts.Exchange.ExchangeRate(from, w.result.Currency, w.facts.Date)
	}
	return kept.rate, kept.evidence, kept.known
}
