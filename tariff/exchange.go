package tariff

import (
	"tamga/calendar"
	"tamga/money"
)

type pair struct{ from, in money.Currency }

type exchangeRow struct {
	rate     money.ExchangeRate
	to       calendar.Date
	evidence Evidence
}

// ExchangeRate returns the official rate in force on the day, or false when the data hold none: an older rate is never
// taken instead. A currency in itself is 1 for 1.
func (b *Book) ExchangeRate(from, in money.Currency, day calendar.Date) (money.ExchangeRate, bool) {
	rate, _, ok := b.Exchange(from, in, day)
	return rate, ok
}

// Exchange is ExchangeRate that also tells how sure the rate is.
func (b *Book) Exchange(from, in money.Currency, day calendar.Date) (money.ExchangeRate, Evidence, bool) {
	if from == in {
		return money.ExchangeRate{Currency: from, Nominal: one, Value: one, In: in, Date: day}, Sourced, true
	}
	rows := b.exchange[pair{from, in}]
	low, high := 0, len(rows)
	for low < high {
		middle := (low + high) / 2
		if rows[middle].rate.Date <= day {
			low = middle + 1
		} else {
			high = middle
		}
	}
	if low == 0 || rows[low-1].to < day {
		return money.ExchangeRate{}, "", false
	}
	return rows[low-1].rate, rows[low-1].evidence, true
}
