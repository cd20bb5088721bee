package main

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/internal/fiction"
	"tamga/office"
	"tamga/validation/rulebook"
)

// makeUp makes fictional declarations.
type makeUp struct {
	Seed   uint64   `default:"1" help:"The same seed gives the same declaration; each further one takes the next seed."`
	Items  int      `default:"2" help:"Goods items, 1 to 999."`
	State  string   `enum:"AM,BY,KG,KZ,RU" default:"RU" help:"Where it is filed: AM, BY, KG, KZ or RU."`
	Export bool     `help:"Goods are taken out (procedure 10) and not brought in (40)."`
	On     string   `default:"2026-03-17" placeholder:"DATE" help:"Day of the document, YYYY-MM-DD."`
	Breach []string `placeholder:"CODE" help:"Plant the error that the rule of this code finds; may be repeated."`
	Out    string   `placeholder:"DIR" help:"Write files into this folder and not to standard output."`
	Count  int      `default:"1" help:"How many; more than one need --out."`
}

// Validate tells of what cannot be made.
func (m *makeUp) Validate() error {
	if m.Items < 1 || m.Items > 999 {
		return errors.New("--items is from 1 to 999")
	}
	if m.Count < 1 || m.Count > 1 && m.Out == "" {
		return errors.New("--count is at least 1; more than one need --out")
	}
	_, err := calendar.ParseDate(m.On)
	return err
}

// Run prints or writes the declarations.
func (m *makeUp) Run(at *terminal) error {
	law, err := theLaw()
	if err != nil {
		return err
	}
	if m.Out == "" {
		body, err := m.make(at, law, m.Seed)
		if err != nil {
			return err
		}
		_, err = at.Out.Write(body)
		return err
	}
	if err := os.MkdirAll(m.Out, 0o755); err != nil {
		return err
	}
	for i := range m.Count {
		seed := m.Seed + uint64(i)
		body, err := m.make(at, law, seed)
		if err != nil {
			return err
		}
		name := fmt.Sprintf("%s-%06d.xml", m.State, seed)
		if err := os.WriteFile(filepath.Join(m.Out, name), body, 0o644); err != nil {
			return err
		}
	}
	at.line("%s", at.say("written", "count", fmt.Sprint(m.Count), "dir", m.Out))
	return nil
}

func (m *makeUp) make(at *terminal, law *office.Law, seed uint64) ([]byte, error) {
	day, err := calendar.ParseDate(m.On)
	if err != nil {
		return nil, err
	}
	made, err := fiction.New(fiction.Options{
		Seed: seed, Items: m.Items, State: customs.State(m.State), Export: m.Export, Day: day,
		Tariff: law.Tariff, Classifiers: law.Classifiers,
	})
	if err != nil {
		return nil, err
	}
	if len(m.Breach) == 0 {
		return album.Print(made)
	}
	if err := plantAll(at, made, m.Breach); err != nil {
		return nil, err
	}
	return album.PrintFaulty(made)
}

// plantAll breaks the rules of the codes in the declaration, one after another.
func plantAll(at *terminal, made *declaration.Declaration, codes []string) error {
	for _, code := range codes {
		rule, known := rulebook.ByCode(customs.FindingCode(code))
		if !known {
			return errors.New(at.say("unknown-rule", "code", code))
		}
		if !rule.Breach(made) {
			return errors.New(at.say("no-occasion", "code", code))
		}
	}
	return nil
}
