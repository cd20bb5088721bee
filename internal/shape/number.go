package shape

import "bytes"

// number is a decimal number taken apart, without zeros that do not count.
type number struct {
	negative        bool
	whole, fraction []byte
}

// parseNumber takes a number apart; the text must have the form of one.
func parseNumber(text []byte) number {
	var n number
	if len(text) > 0 && (text[0] == '-' || text[0] == '+') {
		n.negative = text[0] == '-'
		text = text[1:]
	}
	n.whole, n.fraction, _ = bytes.Cut(text, []byte("."))
	for len(n.whole) > 0 && n.whole[0] == '0' {
		n.whole = n.whole[1:]
	}
	for last := len(n.fraction) - 1; last >= 0 && n.fraction[last] == '0'; last-- {
		n.fraction = n.fraction[:last]
	}
	n.negative = n.negative && len(n.whole)+len(n.fraction) > 0
	return n
}

// digits counts the digits that count: zeros between the point and the first digit do not when nothing stands
// before the point.
func (n number) digits() int {
	if len(n.whole) == 0 {
		return len(bytes.TrimLeft(n.fraction, "0"))
	}
	return len(n.whole) + len(n.fraction)
}

// compare returns −1, 0 or +1.
func (n number) compare(other number) int {
	if n.negative != other.negative {
		if n.negative {
			return -1
		}
		return 1
	}
	order := bytes.Compare(n.fraction, other.fraction)
	if whole := bytes.Compare(n.whole, other.whole); whole != 0 {
		order = whole
	}
	if longer := len(n.whole) - len(other.whole); longer != 0 {
		order = max(-1, min(longer, 1))
	}
	if n.negative {
		return -order
	}
	return order
}

func isInteger(text []byte) bool {
	if len(text) > 0 && (text[0] == '-' || text[0] == '+') {
		text = text[1:]
	}
	return len(text) > 0 && allDigits(text)
}

// isDecimal wants at least one digit and at most one point: "5", "5.", ".5".
func isDecimal(text []byte) bool {
	if len(text) > 0 && (text[0] == '-' || text[0] == '+') {
		text = text[1:]
	}
	digits, points := 0, 0
	for _, b := range text {
		switch {
		case b >= '0' && b <= '9':
			digits++
		case b == '.':
			points++
		default:
			return false
		}
	}
	return digits > 0 && points <= 1
}

func allDigits(text []byte) bool {
	for _, b := range text {
		if b < '0' || b > '9' {
			return false
		}
	}
	return true
}

func isBoolean(text []byte) bool {
	switch string(text) {
	case "true", "false", "1", "0":
		return true
	}
	return false
}

// isBinary wants groups of four characters of base64; blanks between characters do not count.
func isBinary(text []byte) bool {
	count, padding := 0, 0
	for i, b := range text {
		if b == ' ' {
			if i == 0 || i == len(text)-1 || text[i-1] == ' ' {
				return false
			}
			continue
		}
		letter := b|0x20 >= 'a' && b|0x20 <= 'z' || b >= '0' && b <= '9' || b == '+' || b == '/'
		switch {
		case b == '=' && padding < 2 && (count+1)%4 != 1 && (count+1)%4 != 2:
			padding++
		case !letter || padding > 0:
			return false
		}
		count++
	}
	return count%4 == 0
}

// binaryLength is how many bytes base64 text stands for.
func binaryLength(text []byte) int {
	count := 0
	for _, b := range text {
		if b != ' ' && b != '=' {
			count++
		}
	}
	return count * 3 / 4
}
