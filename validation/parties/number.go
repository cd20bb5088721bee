package parties

func digits(text string, count int) bool {
	for i := range len(text) {
		if text[i] < '0' || text[i] > '9' {
			return false
		}
	}
	return len(text) == count
}

func digit(text string, i int) int { return int(text[i] - '0') }

func weigh(text string, weights []int) int {
	sum := 0
	for i, weight := range weights {
		sum += weight * digit(text, i)
	}
	return sum
}

// nextDigit changes the last digit of a number, so that its check digit no longer holds.
func nextDigit(number string) string {
	last := len(number) - 1
	return number[:last] + string('0'+(number[last]-'0'+1)%10)
}
