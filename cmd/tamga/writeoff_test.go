package main

import (
	"sync"
	"testing"

	"tamga/clearance"
	"tamga/customs"
	"tamga/internal/need"
	"tamga/office"
)

// TestTheLastKilogramIsDeclaredOnce: of fifty declarations that claim the last kilogram at once one is released, the
// others are registered all the same and go to an officer.
func TestTheLastKilogramIsDeclaredOnce(t *testing.T) {
	t.Run("sqlite", func(t *testing.T) { lastKilogram(newScene(t)) })
	t.Run("postgres", func(t *testing.T) { lastKilogram(newSceneOn(t, need.Postgres(t))) })
}

func lastKilogram(s *scene) {
	const claims = 50
	s.store("warehouse")
	s.lodged("most", making{Seed: 41, Items: 1, Preceding: []preceding{{On: "warehouse", Item: 1, AllBut: "1"}}})
	var cases []string
	for i := range claims {
		name := string(rune('A' + i))
		cases = append(cases, name)
		s.take(name, making{Seed: uint64(100 + i), Items: 1, Preceding: []preceding{{On: "warehouse", Item: 1, NetMassKG: "1"}}})
	}
	var running sync.WaitGroup
	for _, name := range cases {
		running.Go(func() {
			if err := s.node.office.Judge(s.ctx, s.cases[name]); err != nil {
				s.Error(err)
			}
		})
	}
	running.Wait()
	won := ""
	for _, name := range cases {
		switch out := s.outcome(name, nil); {
		case out.State == clearance.Released && len(out.Taken) == 1 && won == "":
			won = name
		case out.State != clearance.InControl || out.HandOver != "preceding-not-written-off" || len(out.Taken) != 0 || out.Number == "":
			s.Errorf("%+v", out)
		}
	}
	if won == "" {
		s.Error("nobody got the last kilogram")
	}
	s.left("warehouse", 0)
}

// TestWithdrawalGivesBack: what a declaration took comes back when it is withdrawn, and only once.
func TestWithdrawalGivesBack(t *testing.T) {
	s := newScene(t)
	s.store("warehouse")
	s.lodged("rest", making{Seed: 41, Items: 1, Preceding: []preceding{{On: "warehouse", Item: 1, AllBut: "1"}}})
	s.lodged("last", making{Seed: 42, Items: 1, Breaches: []customs.FindingCode{"6-SUM"}, Preceding: []preceding{{On: "warehouse", Item: 1, NetMassKG: "1"}}})
	s.left("warehouse", 0)
	for _, act := range []string{"request-withdrawal", "grant-withdrawal"} {
		if err := s.act(step{Act: act, On: "last", Reason: "declarant-wish"}); err != nil {
			t.Fatal(err)
		}
	}
	s.left("warehouse", 1000)
	if err := s.act(step{Act: "grant-withdrawal", On: "last"}); err == nil {
		t.Error("withdrawn twice")
	}
	s.left("warehouse", 1000)
}

// store has goods of one item released into a customs warehouse.
func (s *scene) store(on string) {
	s.Helper()
	s.lodged(on, making{Seed: 31, Items: 1, Procedure: "70"})
	if err := s.act(step{Act: "release", On: on, Code: "10"}); err != nil {
		s.Fatal(err)
	}
}

func (s *scene) lodged(on string, m making) {
	s.Helper()
	if err := s.lodge(on, m); err != nil {
		s.Fatal(err)
	}
}

// take lodges without judging.
func (s *scene) take(on string, m making) {
	s.Helper()
	body := s.print(on, m)
	party := s.made[on].Declarant.TaxIDs.PartyID()
	lodged, err := s.node.office.Lodge(s.ctx, office.Submission{Party: party, Actor: demoDeclarant, Body: body})
	if err != nil {
		s.Fatal(err)
	}
	s.cases[on] = lodged.Case
}

// left checks how many grams of the first item can still be declared.
func (s *scene) left(on string, grams int64) {
	s.Helper()
	dossier, err := s.node.office.Dossier(s.ctx, s.cases[on])
	if err != nil {
		s.Fatal(err)
	}
	name := dossier.Case.Number.Key() + "/1/net-mass"
	if left, err := s.node.store.Balance(s.ctx, name); err != nil || left != grams {
		s.Errorf("%s: %d grams are left, want %d (%v)", name, left, grams, err)
	}
}
