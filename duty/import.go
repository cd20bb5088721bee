package duty

import (
	"slices"

	"tamga/customs"
	"tamga/tariff"
)

// importDuty charges import duty. A preference gives two lines: what would be owed without it, conditionally, and what
// is owed with it; a relief gives the first one only.
func (w *work) importDuty(it *itemWork) {
	commodity, ok := w.facts.Tariff.Commodity(it.key)
	if !ok {
		w.problem(UnknownCommodity, it.number, ImportDuty, text("commodity", it.Commodity))
		it.missing[kindDuty] = true
		return
	}
	full := Line{
		Item: it.number, Payment: ImportDuty, Law: commodity.Law, Evidence: commodity.Evidence, Rate: commodity.Rate,
		Feature: Payable,
	}
	preference, granted := w.preference(it)
	switch {
	case granted:
		full.Feature = Conditional
	case w.relief(it.Preference.Duty):
		full.Feature, full.Relief = Conditional, it.Preference.Duty
	}
	amount, ok := w.charge(it, &full, it.CustomsValue.Value)
	if !ok {
		it.missing[kindDuty] = true
		return
	}
	if full.Due() {
		it.due[kindDuty] = amount
	}
	if granted {
		w.preferred(it, full, preference)
	}
}

func (w *work) preferred(it *itemWork, full Line, preference tariff.Preference) {
	line := Line{
		Item: it.number, Payment: ImportDuty, Law: preference.Law, Evidence: worse(preference.Evidence, full.Evidence),
		Rate: full.Rate.Share(preference.Share), Feature: PayablePreferred,
	}
	start := w.begin()
	w.step(StepPreference, number("share", preference.Share), text("origin", w.origin(it)))
	amount, ok := w.chargeFrom(it, &line, start)
	if !ok {
		it.missing[kindDuty] = true
		return
	}
	it.due[kindDuty] = amount
}

// preference returns the preference that is claimed in box 36, granted by the data and proved by a document of box 44.
// Without it the full rate is owed and the problem says why.
func (w *work) preference(it *itemWork) (tariff.Preference, bool) {
	if w.facts.Tariff.Claim(it.Preference.Duty, w.facts.Date) != tariff.TariffPreference {
		return tariff.Preference{}, false
	}
	origin := w.origin(it)
	preference, ok := w.facts.Tariff.Preference(it.key, origin)
	if !ok {
		w.problem(NoPreference, it.number, ImportDuty, text("origin", origin), text("commodity", it.Commodity))
		return tariff.Preference{}, false
	}
	for i := range it.Documents {
		if slices.Contains(preference.Proofs, it.Documents[i].Kind) {
			return preference, true
		}
	}
	w.problem(NoProof, it.number, ImportDuty, text("origin", origin), text("document", preference.Proofs[0]))
	return tariff.Preference{}, false
}

func (w *work) origin(it *itemWork) customs.Country {
	if it.PreferentialOrigin.Code != "" {
		return it.PreferentialOrigin.Code
	}
	return it.Origin.Code
}

// worse returns the less sure of two.
func worse(a, b tariff.Evidence) tariff.Evidence {
	order := [...]tariff.Evidence{tariff.Fiction, tariff.Verify, tariff.General}
	for _, evidence := range order {
		if a == evidence || b == evidence {
			return evidence
		}
	}
	return a
}
