package money

import "fmt"

// Currency is an ISO 4217 code in letters, for example "RUB".
type Currency string

// Amount is a sum in a currency. It is exact: a sum that the law rounds has been rounded by the line that made it.
type Amount struct {
	Value    Decimal
	Currency Currency
}

// String writes the amount with two digits and its currency: "5625.00 RUB".
func (a Amount) String() string { return a.Value.Fixed(2) + " " + string(a.Currency) }

// Add returns a + b. Amounts of different currencies cannot be added; that is an error of the caller.
func (a Amount) Add(b Amount) (Amount, error) {
	if a.Currency != b.Currency {
		return Amount{}, fmt.Errorf("cannot add %s to %s", b.Currency, a.Currency)
	}
	return Amount{a.Value.Add(b.Value), a.Currency}, nil
}

// Mode says which way a number is rounded.
type Mode uint8

// The modes of rounding met in national acts.
const (
	// HalfUp rounds a half away from zero: 0.125 to two digits is 0.13.
	HalfUp Mode = iota
	// HalfEven rounds a half to the even neighbour.
	HalfEven
	// Down cuts the digits off.
	Down
	// Up rounds any remainder away from zero.
	Up
)

// Rounding is how a line of law rounds: mode and digits after the point. Which rounding a payment has in a state on
// a date is data.
type Rounding struct {
	Mode   Mode
	Digits int
}

// Apply returns the number rounded.
func (r Rounding) Apply(d Decimal) Decimal {
	digits := uint8(r.Digits)
	switch r.Mode {
	case HalfEven:
		return Decimal{d.number.RoundBank(digits)}
	case Down:
		return Decimal{d.number.Trunc(digits)}
	case Up:
		return Decimal{d.number.RoundAwayFromZero(digits)}
	default:
		return Decimal{d.number.RoundHAZ(digits)}
	}
}

// ParseMode reads the name of a mode as it stands in reference data: half-up, half-even, down, up.
func ParseMode(text string) (Mode, error) {
	for mode, name := range modeNames {
		if name == text {
			return Mode(mode), nil
		}
	}
	return 0, fmt.Errorf("rounding %q: want one of %v", text, modeNames)
}

// String returns the name that ParseMode reads.
func (m Mode) String() string { return modeNames[m] }

var modeNames = [...]string{"half-up", "half-even", "down", "up"}
