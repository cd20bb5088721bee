package tariff

import (
	"fmt"
	"strings"

	"tamga/customs"
	"tamga/money"
)

// Join says how a term of a rate meets what stands before it.
type Join uint8

// The joins.
const (
	// NoJoin: there is no such term.
	NoJoin Join = iota
	// NotLess: "but not less than": the greater of both.
	NotLess
	// NotMore: "but not more than": the lesser of both.
	NotMore
	// Plus: both together.
	Plus
)

var joins = map[string]Join{"min": NotLess, "max": NotMore, "+": Plus}

// String returns the word of the join in the grammar of rates: min, max, +.
func (j Join) String() string {
	return [...]string{"", "min", "max", "+"}[j&3]
}

// Term is one part of a rate: a percentage of the value when Currency is empty, otherwise so many units of Currency
// for Per units of Unit.
type Term struct {
	Value    money.Decimal
	Currency money.Currency
	Per      money.Decimal
	Unit     customs.UnitCode
}

// Specific reports whether the term is an amount per quantity and not a percentage.
func (t Term) Specific() bool { return t.Currency != "" }

// Rate is a rate of a levy as box 47 knows it: up to three terms, read from left to right. Joins[0] joins the second
// term to the first, Joins[1] the third to the result of both. The zero Rate has no terms and is not a rate of 0.
type Rate struct {
	Terms [3]Term
	Joins [2]Join
	Count int
}

// Percent returns the rate of so many per cent of the value.
func Percent(value money.Decimal) Rate {
	return Rate{Terms: [3]Term{{Value: value}}, Count: 1}
}

// Fixed returns the rate of an amount that depends on no quantity, as a fee is.
func Fixed(amount money.Amount) Rate {
	return Rate{Terms: [3]Term{{Value: amount.Value, Currency: amount.Currency}}, Count: 1}
}

// IsZero reports whether the rate charges nothing whatever the value and the quantity: its first term is 0 and
// nothing is added to it.
func (r Rate) IsZero() bool {
	for i := range r.Count {
		if !r.Terms[i].Value.IsZero() {
			return false
		}
	}
	return r.Count > 0
}

// Share returns the rate of which every term is the given share: three quarters of "4 min 0.015 EUR/kg" is
// "3 min 0.01125 EUR/kg".
func (r Rate) Share(share money.Decimal) Rate {
	for i := range r.Count {
		r.Terms[i].Value = r.Terms[i].Value.Mul(share)
	}
	return r
}

// Equal reports whether both rates have the same terms joined the same way.
func (r Rate) Equal(other Rate) bool {
	if r.Count != other.Count || r.Joins != other.Joins {
		return false
	}
	for i := range r.Count {
		a, b := r.Terms[i], other.Terms[i]
		if !a.Value.Equal(b.Value) || a.Currency != b.Currency || a.Unit != b.Unit || !a.Per.Equal(b.Per) {
			return false
		}
	}
	return true
}

// String writes the rate in the grammar that ParseRate reads.
func (r Rate) String() string {
	var out strings.Builder
	for i := range r.Count {
		if i > 0 {
			out.WriteString(" " + r.Joins[i-1].String() + " ")
		}
		out.WriteString(r.Terms[i].String())
	}
	return out.String()
}

// MarshalText writes the rate as String does.
func (r Rate) MarshalText() ([]byte, error) { return []byte(r.String()), nil }

// UnmarshalText reads what MarshalText writes; nothing is the zero Rate.
func (r *Rate) UnmarshalText(text []byte) error {
	if len(text) == 0 {
		*r = Rate{}
		return nil
	}
	rate, err := ParseRate(string(text))
	if err != nil {
		return err
	}
	*r = rate
	return nil
}

// String writes the term: "5", "0.2 EUR/kg", "2 EUR/1000pc", "775 RUB".
func (t Term) String() string {
	if !t.Specific() {
		return t.Value.String()
	}
	text := t.Value.String() + " " + string(t.Currency)
	if t.Unit == "" {
		return text
	}
	text += "/"
	if !t.Per.Equal(one) {
		text += t.Per.String()
	}
	for _, unit := range units {
		if unit.code == t.Unit {
			return text + unit.symbol
		}
	}
	return text + "?"
}

var one = money.FromInt(1)

// units are the symbols of the grammar; the codes are of the Union's classifier of units.
var units = []struct {
	symbol string
	code   customs.UnitCode
}{
	{"kg", "166"}, {"t", "168"}, {"L", "112"}, {"LA", "831"}, {"pc", "796"}, {"pair", "715"},
	{"m2", "055"}, {"m3", "113"}, {"cm3", "111"}, {"hp", "251"},
}

// ParseRate reads a rate: terms joined by " min " (not less than), " max " (not more than) or " + " (plus), at most
// three. A term is a percentage ("5") or an amount, a currency and, after a slash, the quantity and unit it is for
// ("0.2 EUR/kg", "2 EUR/1000pc"); an amount without a unit ("775 RUB") depends on no quantity.
func ParseRate(text string) (Rate, error) {
	var rate Rate
	start := 0
	words := strings.Split(text, " ")
	for i := 0; i <= len(words); i++ {
		if i < len(words) && joins[words[i]] == NoJoin {
			continue
		}
		if rate.Count == len(rate.Terms) {
			return Rate{}, fmt.Errorf("rate %q has more than three terms", text)
		}
		term, err := parseTerm(words[start:i])
		if err != nil {
			return Rate{}, fmt.Errorf("rate %q: %w", text, err)
		}
		rate.Terms[rate.Count] = term
		rate.Count++
		start = i + 1
		if i < len(words) && rate.Count <= len(rate.Joins) {
			rate.Joins[rate.Count-1] = joins[words[i]]
		}
	}
	return rate, nil
}

func parseTerm(words []string) (Term, error) {
	if len(words) != 1 && len(words) != 2 {
		return Term{}, fmt.Errorf("a term is a number, or a number and a currency")
	}
	value, err := money.ParseDecimal(words[0])
	if err != nil {
		return Term{}, err
	}
	if value.Sign() < 0 {
		return Term{}, fmt.Errorf("a term is not less than 0")
	}
	if len(words) == 1 {
		return Term{Value: value}, nil
	}
	currency, per, measured := strings.Cut(words[1], "/")
	if len(currency) != 3 || strings.ToUpper(currency) != currency {
		return Term{}, fmt.Errorf("%q is not a currency", currency)
	}
	term := Term{Value: value, Currency: money.Currency(currency)}
	if !measured {
		return term, nil
	}
	return term.measured(per)
}

func (t Term) measured(text string) (Term, error) {
	symbol := strings.TrimLeft(text, "0123456789")
	t.Per = one
	if quantity := text[:len(text)-len(symbol)]; quantity != "" {
		per, err := money.ParseDecimal(quantity)
		if err != nil || per.Sign() <= 0 {
			return Term{}, fmt.Errorf("%q is not a quantity", quantity)
		}
		t.Per = per
	}
	for _, unit := range units {
		if unit.symbol == symbol {
			t.Unit = unit.code
			return t, nil
		}
	}
	return Term{}, fmt.Errorf("%q is not a unit", symbol)
}
