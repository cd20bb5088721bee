package fiction

import (
	"fmt"

	"tamga/classifier"
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/money"
	"tamga/tariff"
)

// pay fills boxes 47 and B with what the assessment says is owed.
func (m *maker) pay(made *declaration.Declaration) error {
	assessment := duty.Assess(made, duty.Facts{Date: m.Day, State: m.State, Tariff: m.Tariff})
	for _, problem := range assessment.Problems {
		if problem.Stops {
			return &customs.Error{
				Code: customs.NotFound, Op: "assess fictional declaration", Subject: problem.Say("en"),
				Err: fmt.Errorf("item %d", problem.Item),
			}
		}
	}
	for i := range assessment.Lines {
		line := &assessment.Lines[i]
		item := &made.Shipment.Goods[max(line.Item, 1)-1]
		item.Calculations = append(item.Calculations, m.calculation(line))
	}
	for _, total := range assessment.Totals {
		if total.Amount.IsZero() {
			continue
		}
		made.Shipment.Payments = append(made.Shipment.Payments, declaration.Payment{
			Code: total.Payment, Amount: declaration.FixedNumber(total.Amount, 2), Currency: m.number(m.national),
			Payer: payer(made.Declarant.TaxIDs),
		})
	}
	return nil
}

// payer is who pays, named by the first identifier alone.
func payer(ids declaration.TaxIDs) declaration.TaxIDs {
	return declaration.TaxIDs{INN: ids.INN, BIN: ids.BIN, UNP: ids.UNP, UNN: ids.UNN, KGINN: ids.KGINN}
}

func (m *maker) calculation(line *duty.Line) declaration.Calculation {
	row := declaration.Calculation{
		Payment: line.Payment, RateDate: m.Day, Feature: line.Feature,
		Base:   declaration.NumberOf(line.Base),
		Amount: declaration.FixedNumber(line.Amount, 2), Currency: m.number(m.national),
	}
	if line.BaseUnit != "" {
		row.BaseUnit = line.BaseUnit
	} else {
		row.BaseCurrency = m.number(m.national)
	}
	m.terms(&row, line.Rate)
	return row
}

// number is the number code of a currency, as box 47 writes it.
func (m *maker) number(currency money.Currency) string {
	if m.Classifiers != nil {
		if entry, ok := m.Classifiers.List(classifier.Currencies).Find(string(currency), m.Day); ok {
			return entry.Numeric
		}
	}
	return currencyNumbers[currency]
}

var currencyNumbers = map[money.Currency]string{
	"RUB": "643", "KZT": "398", "BYN": "933", "KGS": "417", "AMD": "051", "USD": "840", "EUR": "978", "CNY": "156",
}

// terms writes the rate as box 47 does: percentages with "%", amounts per quantity with "*", the comparison of the
// first two terms and the sum with the third. A sum of two terms stands in the first and the third.
func (m *maker) terms(row *declaration.Calculation, rate tariff.Rate) {
	place := 0
	for i := range rate.Count {
		if i > 0 {
			place = m.join(row, rate.Joins[i-1], place)
		}
		row.Rates[place] = m.term(rate.Terms[i])
	}
}

func (m *maker) join(row *declaration.Calculation, join tariff.Join, place int) int {
	switch join {
	case tariff.NotLess:
		row.Compare, row.ComparisonResult = "1", declaration.FlagOf(row.BaseUnit == "")
	case tariff.NotMore:
		row.Compare, row.ComparisonResult = "2", declaration.FlagOf(row.BaseUnit == "")
	case tariff.Plus:
		row.Operation = "+"
		return 2
	}
	return place + 1
}

func (m *maker) term(term tariff.Term) declaration.RateTerm {
	if !term.Specific() {
		return declaration.RateTerm{Value: declaration.NumberOf(term.Value), Type: "%"}
	}
	written := declaration.RateTerm{
		Value: declaration.NumberOf(term.Value), Type: "*", Currency: m.number(term.Currency), Unit: term.Unit,
	}
	if !term.Per.Equal(money.FromInt(1)) && !term.Per.IsZero() {
		written.Factor = declaration.NumberOf(term.Per)
	}
	return written
}
