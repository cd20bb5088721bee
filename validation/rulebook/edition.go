package rulebook

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"sync"
)

// Edition names the content of the rulebook: the same rules with the same consequences, acts, dates and inputs have
// the same edition in every program that holds them, and any other content has another. Sixteen hexadecimal digits.
func Edition() string { return edition() }

var edition = sync.OnceValue(func() string {
	var content strings.Builder
	for _, rule := range All() {
		line := []string{
			string(rule.Code), rule.Consequence.String(), rule.Ground, rule.Law, rule.Field.Box(),
			rule.Since.String(), rule.Until.String(),
		}
		for _, input := range rule.Inputs {
			line = append(line, strconv.Itoa(int(input)))
		}
		content.WriteString(strings.Join(line, "\x1f") + "\n")
	}
	sum := sha256.Sum256([]byte(content.String()))
	return hex.EncodeToString(sum[:8])
})
