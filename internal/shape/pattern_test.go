package shape

import (
	"regexp"
	"testing"

	"pgregory.net/rapid"
)

// TestPatternsEqualRegexp draws values that follow a pattern, breaks some of them, and asks both.
func TestPatternsEqualRegexp(t *testing.T) {
	for _, pattern := range []string{
		`\d{2}`, `(\d{2})|([A-Z]{2}\d{5})`, `[0-9]{2}|[0-9]{5}|[0-9]{8}`, `[A-Z]{2}|[0]{2}|[9]{2}`, `\D{3}`, `([А-Я]{2})`,
		`(\d{1,4})|(\d{5}/[А-Я]{2}-\d{6})|(\d{5}/\d{5}-\d{3}/[А-Я]{2}-\d{6})`, `[A-Z]{3}|[А-Я]{3}|[0-9A-Z]{5}`,
		`R(\.[A-Z]{2}\.[A-Z]{2}\.[0-9]{2})?\.[0-9]{3}`, `[1-3][0-9]{3}0[1-4][0-9]{9}`, `[^a-c]*x+`, `(ab|a)(bc|c)?`, ``,
	} {
		t.Run(pattern, func(t *testing.T) {
			ours, err := compilePattern(pattern)
			if err != nil {
				t.Fatal(err)
			}
			theirs := regexp.MustCompile(`^(?:` + pattern + `)$`)
			fits := rapid.StringMatching(pattern)
			any := rapid.StringOfN(rapid.RuneFrom([]rune("019AZabcxаАЯ/-.\n٣")), 0, 20, -1)
			rapid.Check(t, func(t *rapid.T) {
				value := rapid.OneOf(fits, any).Draw(t, "value")
				if rapid.Bool().Draw(t, "broken") && value != "" {
					runes := []rune(value)
					at := rapid.IntRange(0, len(runes)-1).Draw(t, "at")
					value = string(runes[:at]) + any.Draw(t, "instead") + string(runes[at+1:])
				}
				if got, want := ours.match([]byte(value)), theirs.MatchString(value); got != want {
					t.Fatalf("%q: %v, regexp says %v", value, got, want)
				}
			})
		})
	}
}

func TestPatternsRefused(t *testing.T) {
	for _, pattern := range []string{`\w`, `\p{L}`, `\i`, `[a-z-[aeiou]]`, `^a`, `a$`, `a.b`, `(?i)a`, `(`, `[a-z]{1,2000}`} {
		if _, err := compilePattern(pattern); err == nil {
			t.Errorf("%s is taken", pattern)
		}
	}
}
