// Package money is exact arithmetic for the law: decimals, amounts in a currency, rounding and exchange rates.
//
// Read decimal.go for the number, amount.go for sums in a currency, exchange.go for official rates. No float touches
// an amount, a quantity or a rate. Rounding happens once per line of law, and its mode and digits are data of the
// state and the payment.
package money

import (
	"errors"
	"fmt"

	"github.com/quagmt/udecimal"
)

// Decimal is an exact decimal number with at most MaxDigits digits before and MaxFraction digits after the point.
// The zero value is 0. Compare with Equal or Cmp, never with ==.
type Decimal struct{ number udecimal.Decimal }

// MaxFraction is how many digits after the point a Decimal keeps. A product or quotient is cut there, far below
// what any line of law rounds to.
const MaxFraction = 19

// MaxDigits is how many digits before the point are read from outside.
const MaxDigits = 24

// ErrNumber tells that a text is not a decimal number within the limits.
var ErrNumber = errors.New("not a decimal number")

// ErrDivision tells that something was divided by zero.
var ErrDivision = errors.New("division by zero")

// Zero is the number 0.
var Zero Decimal

// ParseDecimal reads digits with an optional leading minus and an optional point. It refuses signs of plus,
// exponents, commas, blanks and more digits than a Decimal keeps: nothing is cut silently.
func ParseDecimal(text string) (Decimal, error) {
	if !wellFormed(text) {
		return Zero, fmt.Errorf("%q: %w", shorten(text), ErrNumber)
	}
	number, err := udecimal.Parse(text)
	if err != nil {
		return Zero, fmt.Errorf("%q: %w", shorten(text), ErrNumber)
	}
	return Decimal{number}, nil
}

func wellFormed(text string) bool {
	digits := text
	if len(digits) > 0 && digits[0] == '-' {
		digits = digits[1:]
	}
	point, count := -1, 0
	for i := range len(digits) {
		switch c := digits[i]; {
		case c >= '0' && c <= '9':
			count++
		case c == '.' && point < 0:
			point = i
		default:
			return false
		}
	}
	if point < 0 {
		return count > 0 && count <= MaxDigits
	}
	return point > 0 && point <= MaxDigits && point < len(digits)-1 && len(digits)-point-1 <= MaxFraction
}

func shorten(text string) string {
	if len(text) > 60 {
		return text[:60] + "…"
	}
	return text
}

// MustDecimal is ParseDecimal for constants in code and tests; it panics on a malformed number.
func MustDecimal(text string) Decimal {
	number, err := ParseDecimal(text)
	if err != nil {
		panic(err)
	}
	return number
}

// FromInt returns the whole number n.
func FromInt(n int64) Decimal { return Decimal{udecimal.MustFromInt64(n, 0)} }

// FromMinor returns n units of the given fraction: FromMinor(12345, 2) is 123.45. Fraction must not exceed
// MaxFraction.
func FromMinor(n int64, fraction int) Decimal {
	return Decimal{udecimal.MustFromInt64(n, uint8(fraction))}
}

// Add returns d + e.
func (d Decimal) Add(e Decimal) Decimal { return Decimal{d.number.Add(e.number)} }

// Sub returns d − e.
func (d Decimal) Sub(e Decimal) Decimal { return Decimal{d.number.Sub(e.number)} }

// Mul returns d × e, cut after MaxFraction digits.
func (d Decimal) Mul(e Decimal) Decimal { return Decimal{d.number.Mul(e.number)} }

// Div returns d ÷ e, cut after MaxFraction digits, or ErrDivision.
func (d Decimal) Div(e Decimal) (Decimal, error) {
	quotient, err := d.number.Div(e.number)
	if err != nil {
		return Zero, ErrDivision
	}
	return Decimal{quotient}, nil
}

// Percent returns the given percentage of d: d × rate ÷ 100.
func (d Decimal) Percent(rate Decimal) Decimal {
	return d.Mul(rate).Mul(hundredth)
}

var hundredth = MustDecimal("0.01")

// Neg returns −d.
func (d Decimal) Neg() Decimal { return Decimal{d.number.Neg()} }

// Abs returns d without its sign.
func (d Decimal) Abs() Decimal { return Decimal{d.number.Abs()} }

// Cmp returns −1, 0 or +1 as d is less than, equal to or greater than e.
func (d Decimal) Cmp(e Decimal) int { return d.number.Cmp(e.number) }

// Equal reports whether d and e are the same number; 5.0 equals 5.00.
func (d Decimal) Equal(e Decimal) bool { return d.number.Equal(e.number) }

// Less reports whether d < e.
func (d Decimal) Less(e Decimal) bool { return d.Cmp(e) < 0 }

// IsZero reports whether d is 0.
func (d Decimal) IsZero() bool { return d.number.IsZero() }

// Sign returns −1, 0 or +1.
func (d Decimal) Sign() int { return d.number.Sign() }

// IsWhole reports whether d has nothing after the point but zeros.
func (d Decimal) IsWhole() bool { return d.number.Trunc(0).Equal(d.number) }

// String writes d without trailing zeros after the point.
func (d Decimal) String() string { return d.number.String() }

// Fixed writes d with exactly the given digits after the point; digits that do not fit are an error of the caller
// and are rounded half up.
func (d Decimal) Fixed(digits int) string {
	return Rounding{HalfUp, digits}.Apply(d).number.StringFixed(uint8(digits))
}

// Minor returns d in units of the given fraction, for storage: 123.45 with fraction 2 is 12345. A number that does
// not fit exactly is an error.
func (d Decimal) Minor(fraction int) (int64, error) {
	shifted := d
	for range fraction {
		shifted = shifted.Mul(ten)
	}
	if !shifted.IsWhole() {
		return 0, fmt.Errorf("%s has more than %d digits after the point", d, fraction)
	}
	n, err := shifted.number.Int64()
	if err != nil {
		return 0, fmt.Errorf("%s in minor units: %w", d, err)
	}
	return n, nil
}

var ten = FromInt(10)

// MarshalText writes d as String does.
func (d Decimal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (d *Decimal) UnmarshalText(text []byte) error {
	number, err := ParseDecimal(string(text))
	if err != nil {
		return err
	}
	*d = number
	return nil
}
