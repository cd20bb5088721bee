package validation

import (
	"tamga/customs"
	"tamga/money"
)

// The grounds of refusal: sub-paragraphs of art. 111(5) of the Customs Code. verify: numbered from practice.
const (
	GroundOffice  = "1"
	GroundPerson  = "2"
	GroundData    = "3"
	GroundForm    = "4"
	GroundActions = "5"
)

// The acts most rules rest on. verify: the paragraphs are cited from practice.
const (
	LawData     = "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257"
	LawRefusal  = "ТК ЕАЭС ст. 111 п. 5; Решение КТС от 20.05.2010 № 257"
	LawValue    = "ТК ЕАЭС ст. 38, 39, 106"
	LawRates    = "ТК ЕАЭС ст. 53, 106"
	LawPayments = "ТК ЕАЭС ст. 51, 52, 106"
	LawOrigin   = "ТК ЕАЭС ст. 28, 106"
)

// Currency returns the currency of the state of the facts in letters and as the number that boxes 47 and B carry, or
// empty strings when the state is not known.
func (f Facts) Currency() (letters money.Currency, number string) {
	own := currencies[f.State]
	return own.letters, own.number
}

var currencies = map[customs.State]struct {
	letters money.Currency
	number  string
}{
	customs.Armenia:    {"AMD", "051"},
	customs.Belarus:    {"BYN", "933"},
	customs.Kyrgyzstan: {"KGS", "417"},
	customs.Kazakhstan: {"KZT", "398"},
	customs.Russia:     {"RUB", "643"},
}
