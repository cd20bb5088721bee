package value

import (
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// official returns the rate of the contract's currency on the day, false when the data hold none.
func official(j *validation.Judgement) (money.ExchangeRate, bool) {
	own, _ := j.Currency()
	currency := j.Declaration.Shipment.Contract.Currency
	if j.Tariff == nil || own == "" || currency == "" {
		return money.ExchangeRate{}, false
	}
	return j.Tariff.ExchangeRate(currency, own, j.Day)
}

// declared returns the rate of box 23; a contract in the state's own money needs none.
func declared(j *validation.Judgement) (money.ExchangeRate, bool) {
	own, _ := j.Currency()
	contract := &j.Declaration.Shipment.Contract
	rate := money.ExchangeRate{Currency: contract.Currency, In: own, Nominal: money.FromInt(1), Value: money.FromInt(1)}
	if contract.Currency == "" || own == "" {
		return rate, false
	}
	if contract.Currency == own {
		return rate, true
	}
	if contract.Nominal.Given {
		rate.Nominal = contract.Nominal.Value
	}
	rate.Value = contract.ExchangeRate.Value
	return rate, contract.ExchangeRate.Given && rate.Value.Sign() > 0 && rate.Nominal.Sign() > 0
}

// same compares rates per unit. A form without a nominal may give the rate of one unit or of the official nominal.
func same(stated declaration.Number, nominal declaration.Number, rate money.ExchangeRate) bool {
	if stated.Value.Equal(rate.Value) && (!nominal.Given || nominal.Value.Equal(rate.Nominal)) {
		return true
	}
	per := money.FromInt(1)
	if nominal.Given {
		per = nominal.Value
	}
	return !apart(stated.Value.Mul(rate.Nominal), rate.Value.Mul(per), money.MustDecimal("0.0001"))
}

// product returns box 42 in the state's money. It is silent when box 23 is not the official rate: that has a finding
// of its own.
func product(j *validation.Judgement, item *declaration.GoodsItem) (money.Decimal, bool) {
	contract := &j.Declaration.Shipment.Contract
	if item.InvoiceCurrency != "" && item.InvoiceCurrency != contract.Currency {
		return money.Zero, false
	}
	rate, ok := declared(j)
	if !ok || !item.InvoiceValue.Given || !item.CustomsValue.Given {
		return money.Zero, false
	}
	if known, found := official(j); found && contract.ExchangeRate.Given &&
		!same(contract.ExchangeRate, contract.Nominal, known) {
		return money.Zero, false
	}
	converted, err := rate.Convert(item.InvoiceValue.Value)
	if err != nil {
		return money.Zero, false
	}
	return rounded(converted), true
}
