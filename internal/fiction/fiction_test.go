package fiction_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"tamga/calendar"
	"tamga/classifier"
	"tamga/customs"
	"tamga/data"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/internal/fiction"
	"tamga/tariff"
)

func options(t *testing.T) fiction.Options {
	t.Helper()
	lists, err := classifier.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	book, err := tariff.Load(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	return fiction.Options{Seed: 1, Day: calendar.MustDate("2026-03-17"), Tariff: book, Classifiers: lists}
}

func TestEveryStateHasItsDeclarations(t *testing.T) {
	for _, state := range customs.States {
		for _, export := range []bool{false, true} {
			chosen := options(t)
			chosen.State, chosen.Export, chosen.Items = state, export, 10
			made, err := fiction.New(chosen)
			if err != nil {
				t.Fatalf("%s, export %v: %v", state, export, err)
			}
			printed, err := album.Print(made)
			if err != nil {
				t.Fatalf("%s, export %v: %v", state, export, err)
			}
			if read := album.Read(printed, album.Options{}); len(read.Findings) > 0 {
				t.Errorf("%s, export %v: structural findings %+v", state, export, read.Findings)
			}
		}
	}
}

func TestTheSameSeedGivesTheSameDeclaration(t *testing.T) {
	one, err := fiction.New(options(t))
	if err != nil {
		t.Fatal(err)
	}
	two, err := fiction.New(options(t))
	if err != nil {
		t.Fatal(err)
	}
	if difference := cmp.Diff(one, two); difference != "" {
		t.Error(difference)
	}
	other := options(t)
	other.Seed = 2
	three, err := fiction.New(other)
	if err != nil {
		t.Fatal(err)
	}
	if cmp.Equal(one, three, cmp.Comparer(func(a, b *declaration.Declaration) bool { return a.ID == b.ID })) {
		t.Error("another seed gives the same declaration")
	}
}
