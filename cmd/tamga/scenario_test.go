package main

import (
	"context"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/BurntSushi/toml"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/internal/fiction"
	"tamga/internal/golden"
	"tamga/money"
	"tamga/office"
	"tamga/validation/rulebook"
)

// step is what is asked in one file of a story: NN_name.toml. Its outcome is agreed in NN_name.json beside it.
type step struct {
	// Act is "lodge", "wait", "look", "switch-off-registration" or the name of an act of the office.
	Act string `toml:"act"`
	// On names the declaration within the story; the same name lodged again is the same document id.
	On string `toml:"on"`
	// Make says which fictional declaration is lodged, or what is asked to stand in its place.
	Make making `toml:"make"`
	// Wait is how far the clock moves.
	Wait string `toml:"wait"`

	Items     []int                  `toml:"items"`
	Code      customs.DecisionCode   `toml:"code"`
	Reason    string                 `toml:"reason"`
	Note      string                 `toml:"note"`
	Boxes     []string               `toml:"boxes"`
	Documents []customs.DocumentKind `toml:"documents"`
}

// making is a fictional declaration: clean but for what it is made to break.
type making struct {
	Seed      uint64                  `toml:"seed"`
	Items     int                     `toml:"items"`
	Procedure customs.ProcedureCode   `toml:"procedure"`
	Feature   string                  `toml:"feature"`
	Goods     []customs.CommodityCode `toml:"goods"`
	Breaches  []customs.FindingCode   `toml:"breaches"`
	// Preceding is box 40 of the first item.
	Preceding []preceding `toml:"preceding"`
}

// preceding takes from an item of an earlier declaration of the story.
type preceding struct {
	On        string `toml:"on"`
	Item      int    `toml:"item"`
	NetMassKG string `toml:"net_mass_kg"`
	// AllBut takes as many kilograms less than the item declares, instead.
	AllBut string `toml:"all_but"`
}

// pacedClock stands still until a story moves it.
type pacedClock struct{ at time.Time }

func (c *pacedClock) Now() time.Time { return c.at }

// scene is a node in the middle of a story.
type scene struct {
	*testing.T
	ctx   context.Context
	node  *node
	clock *pacedClock
	cases map[string]customs.CaseID
	made  map[string]*declaration.Declaration
	told  map[customs.CaseID]int
}

func newScene(t *testing.T) *scene { return newSceneOn(t, "") }

// newSceneOn opens the node on a PostgreSQL database, or on SQLite when none is named.
func newSceneOn(t *testing.T, database string) *scene {
	t.Helper()
	clock := &pacedClock{at: demoStart}
	opened, err := openNode(t.Context(), nodeConfig{
		Dir: t.TempDir(), Database: database, Clock: clock, Lots: demoLots, Home: "10702030",
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := opened.Close(); err != nil {
			t.Error(err)
		}
	})
	return &scene{
		T: t, ctx: t.Context(), node: opened, clock: clock, cases: map[string]customs.CaseID{},
		made: map[string]*declaration.Declaration{}, told: map[customs.CaseID]int{},
	}
}

// TestScenarios plays every story of testdata/scenarios.
func TestScenarios(t *testing.T) {
	stories, err := filepath.Glob("testdata/scenarios/*")
	if err != nil || len(stories) == 0 {
		t.Fatal("no stories", err)
	}
	for _, folder := range stories {
		t.Run(filepath.Base(folder), func(t *testing.T) {
			steps, err := filepath.Glob(filepath.Join(folder, "*.toml"))
			if err != nil || len(steps) == 0 {
				t.Fatal("no steps", err)
			}
			s := newScene(t)
			for _, file := range steps {
				golden.JSON(t, strings.TrimSuffix(file, ".toml")+".json", s.play(file))
			}
			s.replay()
		})
	}
}

// replay does every case of the story again from what is kept of it.
func (s *scene) replay() {
	s.Helper()
	for name, id := range s.cases {
		replayed, err := s.node.office.Replay(s.ctx, id)
		if err != nil || !replayed.Agrees() {
			s.Errorf("%s does not come out the same: %v %+v", name, err, replayed.Differences)
		}
	}
}

func (s *scene) play(file string) outcome {
	s.Helper()
	var asked step
	meta, err := toml.DecodeFile(file, &asked)
	if err != nil || len(meta.Undecoded()) > 0 {
		s.Fatal(file, err, meta.Undecoded())
	}
	s.clock.at = s.clock.at.Add(time.Minute)
	switch asked.Act {
	case "lodge":
		err = s.lodge(asked.On, asked.Make)
	case "wait":
		err = s.wait(asked.Wait)
	case "switch-off-registration":
		s.switchOff()
		return outcome{}
	case "look":
	default:
		err = s.act(asked)
	}
	return s.outcome(asked.On, err)
}

func (s *scene) wait(long string) error {
	moved, err := time.ParseDuration(long)
	if err != nil {
		return err
	}
	s.clock.at = s.clock.at.Add(moved)
	return s.node.office.Wake(s.ctx)
}

// switchOff leaves every registration to officers.
func (s *scene) switchOff() {
	s.Helper()
	law := *s.node.law
	law.Criteria.Switches = append(slices.Clone(law.Criteria.Switches), clearance.Switch{
		Stage: clearance.Registration, Office: "*", Procedure: "*", From: demoDay,
	})
	if err := s.node.office.Adopt(s.ctx, &law); err != nil {
		s.Fatal(err)
	}
}

// print makes the declaration of a step and writes it as the album has it.
func (s *scene) print(on string, m making) []byte {
	s.Helper()
	made, err := fiction.New(fiction.Options{
		Seed: m.Seed, Items: m.Items, Procedure: m.Procedure, Feature: m.Feature, Day: demoDay, Commodities: m.Goods,
		Tariff: s.node.law.Tariff, Classifiers: s.node.law.Classifiers, Declarant: int(m.Seed % 5),
	})
	if err != nil {
		s.Fatal(err)
	}
	if earlier := s.made[on]; earlier != nil {
		made.ID = earlier.ID
	}
	for _, before := range m.Preceding {
		s.precede(made, before)
	}
	for _, code := range m.Breaches {
		rule, known := rulebook.ByCode(code)
		if !known || rule.Breach == nil || !rule.Breach(made) {
			s.Fatal("cannot break ", code)
		}
	}
	body, err := album.PrintFaulty(made)
	if err != nil {
		s.Fatal(err)
	}
	s.made[on] = made
	return body
}

func (s *scene) precede(made *declaration.Declaration, before preceding) {
	s.Helper()
	dossier, err := s.node.office.Dossier(s.ctx, s.cases[before.On])
	if err != nil {
		s.Fatal(err)
	}
	earlier := &s.made[before.On].Shipment.Goods[before.Item-1]
	mass := earlier.NetMassKG.Value
	if before.AllBut != "" {
		mass = mass.Sub(money.MustDecimal(before.AllBut))
	}
	if before.NetMassKG != "" {
		mass = money.MustDecimal(before.NetMassKG)
	}
	number, item := dossier.Case.Number, &made.Shipment.Goods[0]
	item.Procedure.Preceding = earlier.Procedure.Main
	item.PreviousDocuments = append(item.PreviousDocuments, declaration.PreviousDocument{
		Office: number.Office, Date: number.Day, Number: number.Serial, Item: declaration.Count(before.Item),
		NetMassKG: declaration.NumberOf(mass),
	})
}

func (s *scene) lodge(on string, m making) error {
	body := s.print(on, m)
	party := s.made[on].Declarant.TaxIDs.PartyID()
	actor := demoDeclarant
	actor.Party = party
	lodged, err := s.node.office.Lodge(s.ctx, office.Submission{Party: party, Actor: actor, Body: body})
	if err != nil {
		return err
	}
	s.cases[on] = lodged.Case
	return s.node.office.Judge(s.ctx, lodged.Case)
}

// act has an officer, or the declarant where the act is the declarant's, do it.
func (s *scene) act(asked step) error {
	order := office.Order{
		Case: s.cases[asked.On], Actor: demoInspector, Items: asked.Items, Code: asked.Code, Reason: asked.Reason,
		Note: asked.Note, Boxes: asked.Boxes, Documents: asked.Documents,
	}
	declarant := demoDeclarant
	declarant.Party = s.made[asked.On].Declarant.TaxIDs.PartyID()
	o := s.node.office
	type act = func(context.Context, office.Order) (office.Done, error)
	theirs := map[string]act{
		"present-goods": o.PresentGoods, "answer-request": o.AnswerRequest, "request-change": o.RequestChange,
		"request-withdrawal": o.RequestWithdrawal,
	}
	ours := map[string]act{
		"register": o.Register, "refuse": o.Refuse, "release": o.Release, "refuse-release": o.RefuseRelease,
		"request-documents": o.RequestDocuments, "demand-change": o.DemandChange, "grant-change": o.GrantChange,
		"deny-change": o.DenyChange, "grant-withdrawal": o.GrantWithdrawal, "order-inspection": o.OrderInspection,
		"record-inspection": o.RecordInspection, "order-expertise": o.OrderExpertise,
		"record-expertise": o.RecordExpertise, "annul-release": o.AnnulRelease,
	}
	do := ours[asked.Act]
	if own, is := theirs[asked.Act]; is {
		do, order.Actor = own, declarant
	}
	if do == nil {
		s.Fatal("no act ", asked.Act)
	}
	if asked.Act == "request-change" {
		order.Files = []office.File{{Name: "changed.xml", Body: s.print(asked.On, asked.Make)}}
	}
	_, err := do(s.ctx, order)
	return err
}
