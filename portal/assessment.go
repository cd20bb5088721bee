package portal

import (
	"strconv"

	"tamga/classifier"
	"tamga/customs"
	"tamga/office"
)

// assessView is what a declaration owes.
type assessView struct {
	Date     string
	Lines    []assessLine
	Totals   []totalLine
	Problems []string
}

type assessLine struct {
	Item                                                              int
	Payment, Code, Base, Rate, Amount, Currency, Feature, Law, Anchor string
	Steps                                                             []string
}

type totalLine struct{ Payment, Amount, Currency string }

func (s *sight) assessment(report office.AssessReport) *assessView {
	view := &assessView{Date: dayText(s.v.language, report.Date)}
	currency := ""
	for i, line := range report.Lines {
		made := assessLine{
			Item: line.Item, Payment: s.coded(classifier.Payments, string(line.Payment)), Code: string(line.Payment), Base: line.Base,
			Rate: line.Rate, Amount: line.Amount, Currency: line.Currency, Feature: line.Feature, Law: line.Law,
			Anchor: "assessed-" + strconv.Itoa(i+1),
		}
		for _, step := range line.Explanation {
			made.Steps = append(made.Steps, step.In(s.v.language))
		}
		currency = line.Currency
		view.Lines = append(view.Lines, made)
	}
	for _, total := range report.Totals {
		view.Totals = append(view.Totals, totalLine{s.coded(classifier.Payments, string(total.Payment)), total.Amount, currency})
	}
	for _, problem := range report.Problems {
		view.Problems = append(view.Problems, s.problem(problem.Item, problem.Payment, problem.Text))
	}
	return view
}

func (s *sight) problem(item int, payment customs.PaymentCode, text office.Bilingual) string {
	said := text.In(s.v.language)
	if payment != "" {
		said = string(payment) + ": " + said
	}
	return itemText(s.v.language, item) + ". " + said
}
