package api

import (
	"strconv"
	"strings"
)

// languageOf is the language of ours that an Accept-Language header likes best: "en" or "ru", and "ru" when it says
// nothing of them.
func languageOf(header string) string {
	best, weight := "ru", 0.0
	for offer := range strings.SplitSeq(header, ",") {
		tag, parameters, _ := strings.Cut(offer, ";")
		tag = strings.ToLower(strings.TrimSpace(tag))
		primary, _, _ := strings.Cut(tag, "-")
		if primary != "ru" && primary != "en" {
			continue
		}
		if q := quality(parameters); q > weight {
			best, weight = primary, q
		}
	}
	return best
}

func quality(parameters string) float64 {
	text, found := strings.CutPrefix(strings.TrimSpace(parameters), "q=")
	if !found {
		return 1
	}
	q, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return 0
	}
	return q
}
