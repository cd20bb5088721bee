package duty

import (
	"embed"

	"tamga/customs"
	"tamga/internal/wording"
	"tamga/money"
)

// Step is one step of how a line was made: a code and what it was done with.
type Step struct {
	Code StepCode
	Args []Arg
}

// StepCode names a step.
type StepCode string

// The steps.
const (
	// StepPercent: a percentage of the base.
	StepPercent StepCode = "step-percent"
	// StepSpecific: an amount per quantity, converted at the exchange rate.
	StepSpecific StepCode = "step-specific"
	// StepNotLess and StepNotMore: of two sums the greater or the lesser is taken.
	StepNotLess StepCode = "step-not-less"
	StepNotMore StepCode = "step-not-more"
	StepPlus    StepCode = "step-plus"
	// StepScale: the step of the fee scale the value lies in.
	StepScale StepCode = "step-scale"
	// StepElectronic: the share of the fee for an electronic declaration.
	StepElectronic StepCode = "step-electronic"
	// StepPreference: the share of the rate granted to goods of the origin.
	StepPreference StepCode = "step-preference"
	// StepBase: what the base of value added tax is made of.
	StepBase StepCode = "step-base"
	// StepRelief: the line is not paid, a relief is claimed.
	StepRelief StepCode = "step-relief"
)

// StepCodes lists all codes of steps.
var StepCodes = []StepCode{
	StepPercent, StepSpecific, StepNotLess, StepNotMore, StepPlus, StepScale, StepElectronic, StepPreference, StepBase,
	StepRelief,
}

// Arg is a named value of a step or a problem: a number, or a text when Text is not empty.
type Arg struct {
	Name   string
	Number money.Decimal
	Text   string
}

// String writes the value.
func (a Arg) String() string {
	if a.Text != "" {
		return a.Text
	}
	return a.Number.String()
}

func number(name string, value money.Decimal) Arg { return Arg{Name: name, Number: value} }

func text[T ~string](name string, value T) Arg { return Arg{Name: name, Text: string(value)} }

//go:embed texts.*.toml
var texts embed.FS

// Texts are the sentences of steps, problems and differences in all languages.
var Texts = wording.MustLoad(texts)

// Say renders the step in the language.
func (s Step) Say(language string) string { return say(language, string(s.Code), s.Args) }

// Say renders the problem in the language.
func (p Problem) Say(language string) string { return say(language, string(p.Code), p.Args) }

// Arguments returns the values of the problem as arguments of a finding.
func (p Problem) Arguments() []customs.Arg {
	list := make([]customs.Arg, 0, len(p.Args))
	for _, a := range p.Args {
		list = append(list, customs.Arg{Name: a.Name, Value: a.String()})
	}
	return list
}

func say(language, code string, args []Arg) string {
	return Texts.Say(language, code, "text", func(name string) string {
		for _, a := range args {
			if a.Name == name {
				return a.String()
			}
		}
		return ""
	})
}
