package main

import (
	"bytes"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"sync/atomic"
	"testing"
	"time"

	"tamga/customs"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/internal/fiction"
	"tamga/money"
	"tamga/office"
	"tamga/validation/rulebook"
)

// movedClock stands still until it is moved.
type movedClock struct{ now time.Time }

func (c *movedClock) Now() time.Time { return c.now }

// simulationSeed and simulationActs ask for another run than the usual.
const (
	simulationSeed = "TAMGA_SEED"
	simulationActs = "TAMGA_ACTS"
)

func asked(name string, usual int) int {
	if n, err := strconv.Atoi(os.Getenv(name)); err == nil {
		return n
	}
	return usual
}

// simulation is one random history of an office.
type simulation struct {
	*testing.T
	node   *node
	clock  *movedClock
	random *rand.Rand
	// lodged are the bodies by case with their receipts; cases in the order they were opened.
	cases  []customs.CaseID
	lodged map[customs.CaseID]acknowledged
	made   uint64
	// orders are those given under a key, with what was answered.
	orders []given
	counts map[string]int
}

type given struct {
	act   int
	order office.Order
	done  office.Done
}

// TestSimulation lives through random acts and has the tables audited by someone who shares no code with the office.
func TestSimulation(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	seed := uint64(asked(simulationSeed, 1))
	random := rand.New(rand.NewPCG(seed, 2))
	clock := &movedClock{demoStart}
	// Cases are woken side by side, so the draws do not come from the history's own source.
	var draws atomic.Uint64
	opened, err := openNode(t.Context(), nodeConfig{Dir: dir, Clock: clock, Home: "10702030", Lots: func() uint64 { return draws.Add(1) * 0x9e3779b97f4a7c15 }})
	if err != nil {
		t.Fatal(err)
	}
	s := &simulation{
		T: t, node: opened, clock: clock, random: random, lodged: map[customs.CaseID]acknowledged{}, counts: map[string]int{},
	}
	began := time.Now()
	for range asked(simulationActs, 700) {
		s.step()
	}
	took := time.Since(began)
	s.allow(opened.office.Wake(t.Context()))
	s.number()
	for _, id := range s.cases {
		done, err := opened.office.Replay(t.Context(), id)
		if err != nil || !done.Agrees() {
			t.Errorf("replay: %v %+v", err, done)
		}
	}
	report, err := office.Verify(t.Context(), office.ArchiveOf(opened.store), office.Verification{Keys: []string{opened.key}})
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range report.Faults {
		t.Errorf("verify: %+v", fault)
	}
	if err := opened.Close(); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite", filepath.Join(dir, "tamga.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	found, err := audit(db, opened.key)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range found.faults {
		t.Errorf("audit: %s", fault)
	}
	seesHarm(t, db, opened.key)
	t.Logf("seed %d, %s, %d items released, %d of %d balances taken from, %d days, %v, %v", seed,
		took.Round(time.Millisecond), found.released, found.taken, found.balanced, int(clock.now.Sub(demoStart).Hours()/24), s.counts, report.Counts)
	for _, must := range []string{"lodged", "repeated", "conflict", "order done", "order not-allowed", "order repeated", "out of a warehouse"} {
		if s.counts[must] == 0 {
			t.Errorf("never: %s", must)
		}
	}
	if found.released == 0 {
		t.Error("nothing was released")
	}
}

// seesHarm tries the auditor: every change of the tables behind the office's back must show.
func seesHarm(t *testing.T, db *sql.DB, key string) {
	t.Helper()
	db.SetMaxOpenConns(1)
	for _, harm := range []string{
		"UPDATE event SET kind = 'released', content = CAST(replace(content, 'control-started', 'released') AS BLOB) WHERE kind = 'control-started'",
		"DELETE FROM event WHERE sequence = 3",
		"UPDATE cases SET content = CAST(replace(content, '\"state\":\"released\"', '\"state\":\"refused\"') AS BLOB)",
		"UPDATE serial SET last = last + 1",
		"UPDATE message SET position = position + 1000000 WHERE position > 5",
		"UPDATE message SET content = CAST(content || ' ' AS BLOB) WHERE position = 7",
		"UPDATE log_record SET leaf = CAST(leaf || ' ' AS BLOB) WHERE position = 9",
		"DELETE FROM checkpoint WHERE size = (SELECT max(size) FROM checkpoint)",
		"DELETE FROM answer WHERE rowid = (SELECT min(rowid) FROM answer WHERE name LIKE 'lodge %')",
	} {
		if _, err := db.Exec("BEGIN"); err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec(harm); err != nil {
			t.Fatal(err)
		}
		if found, err := audit(db, key); err == nil && len(found.faults) == 0 {
			t.Errorf("not seen: %s", harm)
		}
		if _, err := db.Exec("ROLLBACK"); err != nil {
			t.Fatal(err)
		}
	}
}

func (s *simulation) step() {
	ctx := s.Context()
	switch n := s.random.IntN(100); {
	case n < 22:
		s.lodge()
	case n < 28:
		s.again()
	case n < 32:
		s.conflict()
	case n < 42:
		s.allow(s.node.office.Wake(ctx))
	case n < 46:
		s.number()
	case n < 56:
		s.clock.now = s.clock.now.Add(time.Duration(s.random.Int64N(int64(20 * time.Minute))))
	case n < 57:
		s.clock.now = s.clock.now.Add(time.Duration(s.random.Int64N(int64(36 * time.Hour))))
	case n < 58:
		s.clock.now = s.clock.now.Add(-time.Duration(s.random.Int64N(int64(time.Minute))))
	case n < 62:
		s.orderAgain()
	default:
		// Most acts are not allowed in most states; a few tries make a history with events in it.
		for range 6 {
			if s.order() {
				return
			}
		}
	}
}

func (s *simulation) number() {
	for {
		count, err := s.node.office.Sequence(context.Background())
		s.allow(err)
		if count == 0 {
			return
		}
	}
}

// allow fails the test on what no history may lead to.
func (s *simulation) allow(err error) customs.ErrorCode {
	s.Helper()
	code := customs.CodeOf(err)
	var known *customs.Error
	if err != nil && (!errors.As(err, &known) || code == customs.Internal || code == customs.Corrupt || code == customs.Unavailable) {
		s.Errorf("%s: %v", s.clock.now, err)
	}
	return code
}

func (s *simulation) submission(body []byte) office.Submission {
	return office.Submission{Party: "simulated", Actor: customs.Actor{Kind: customs.Declarant, ID: "simulated", Party: "simulated"}, Body: body}
}

func (s *simulation) declaration() []byte {
	s.made++
	states := []customs.State{customs.Russia, customs.Russia, customs.Kazakhstan, customs.Belarus, customs.Armenia, customs.Kyrgyzstan}
	options := fiction.Options{
		Seed: s.made, Day: demoDay, Items: 1 + s.random.IntN(4), State: states[s.random.IntN(len(states))],
		Declarant: s.random.IntN(5), Export: s.random.IntN(4) == 0, Tariff: s.node.law.Tariff, Classifiers: s.node.law.Classifiers,
	}
	if s.random.IntN(6) == 0 {
		options.Feature = "ПТД"
	}
	warehouse := s.random.IntN(5) == 0
	if warehouse {
		options.Procedure, options.State, options.Export = "70", customs.Russia, false
	}
	made, err := fiction.New(options)
	if err != nil {
		s.Fatal(err)
	}
	if !warehouse && s.random.IntN(3) == 0 {
		s.precede(made)
	}
	if all := rulebook.All(); s.random.IntN(3) == 0 {
		if rule := all[s.random.IntN(len(all))]; rule.Breach != nil {
			rule.Breach(made)
		}
	}
	body, err := album.PrintFaulty(made)
	if err != nil {
		s.Fatal(err)
	}
	if s.random.IntN(40) == 0 {
		body = body[:s.random.IntN(len(body))]
	}
	return body
}

// precede has the goods come out of a warehouse: some of what is left there, all of it, or more.
func (s *simulation) precede(made *declaration.Declaration) {
	for _, id := range slices.Backward(s.cases) {
		dossier, err := s.node.office.Dossier(s.Context(), id)
		if s.allow(err); len(dossier.Opened) == 0 || s.random.IntN(3) == 0 {
			continue
		}
		put := dossier.Opened[s.random.IntN(len(dossier.Opened))]
		grams := 1 + s.random.Int64N(put.Amount+put.Amount/4+1)
		number, item := dossier.Case.Number, &made.Shipment.Goods[0]
		item.Procedure.Preceding = "70"
		item.PreviousDocuments = append(item.PreviousDocuments, declaration.PreviousDocument{
			Office: number.Office, Date: number.Day, Number: number.Serial, Item: declaration.Count(put.Item),
			NetMassKG: declaration.NumberOf(money.MustDecimal(fmt.Sprintf("%d.%03d", grams/1000, grams%1000))),
		})
		s.counts["out of a warehouse"]++
		return
	}
}

func (s *simulation) lodge() {
	body := s.declaration()
	lodged, err := s.node.office.Lodge(s.Context(), s.submission(body))
	if s.allow(err); err != nil {
		s.counts["lodge "+string(customs.CodeOf(err))]++
		return
	}
	if lodged.Repeated {
		return
	}
	s.counts["lodged"]++
	s.cases = append(s.cases, lodged.Case)
	s.lodged[lodged.Case] = acknowledged{body, lodged.Receipt}
}

func (s *simulation) any() (customs.CaseID, bool) {
	if len(s.cases) == 0 {
		return "", false
	}
	// The latest cases are the likeliest to be in motion.
	recent := s.cases[max(0, len(s.cases)-40):]
	if s.random.IntN(5) == 0 {
		recent = s.cases
	}
	return recent[s.random.IntN(len(recent))], true
}

// again lodges what was lodged before: the same receipt comes back.
func (s *simulation) again() {
	id, ok := s.any()
	if !ok {
		return
	}
	known := s.lodged[id]
	lodged, err := s.node.office.Lodge(s.Context(), s.submission(known.body))
	if s.allow(err); err != nil {
		s.Errorf("lodged again: %v", err)
		return
	}
	if !lodged.Repeated || lodged.Case != id || !bytes.Equal(lodged.Receipt, known.receipt) {
		s.Errorf("lodged again: case %s became %s, repeated %t", id, lodged.Case, lodged.Repeated)
	}
	s.counts["repeated"]++
}

// conflict lodges other bytes under a known document id: a conflict, or a new attempt when the first was refused.
func (s *simulation) conflict() {
	id, ok := s.any()
	if read := album.Read(s.lodged[id].body, album.Options{}); !ok || read.Declaration == nil || read.Declaration.ID == "" {
		return
	}
	before, err := s.node.office.Dossier(s.Context(), id)
	s.allow(err)
	body := append(bytes.Clone(s.lodged[id].body), fmt.Sprintf("<!-- %d -->", s.random.Uint32())...)
	lodged, err := s.node.office.Lodge(s.Context(), s.submission(body))
	refused := before.Case.State == "not-filed" || before.Case.State == "rejected"
	switch {
	case s.allow(err) == customs.Conflict:
		s.counts["conflict"]++
	case err != nil:
		s.Errorf("conflicting bytes: %v", err)
	case !refused:
		s.Errorf("conflicting bytes were taken for case %s, which is %s", id, before.Case.State)
	case !lodged.Repeated:
		s.counts["new attempt"]++
		s.cases = append(s.cases, lodged.Case)
		s.lodged[lodged.Case] = acknowledged{body, lodged.Receipt}
	}
}

type simulatedAct struct {
	name string
	by   customs.ActorKind
	do   func(context.Context, office.Order) (office.Done, error)
}

func (s *simulation) acts() []simulatedAct {
	o := s.node.office
	return []simulatedAct{
		{"release", customs.Officer, o.Release}, {"release", customs.Officer, o.Release}, {"refuse", customs.Officer, o.RefuseRelease},
		{"register", customs.Officer, o.Register}, {"refuse registration", customs.Officer, o.Refuse},
		{"expertise", customs.Officer, o.OrderExpertise}, {"expert", customs.Officer, o.RecordExpertise}, {"annul", customs.Officer, o.AnnulRelease},
		{"request documents", customs.Officer, o.RequestDocuments}, {"answer", customs.Declarant, o.AnswerRequest},
		{"demand change", customs.Officer, o.DemandChange}, {"request change", customs.Declarant, o.RequestChange},
		{"grant change", customs.Officer, o.GrantChange}, {"deny change", customs.Officer, o.DenyChange},
		{"inspect", customs.Officer, o.OrderInspection}, {"inspected", customs.Officer, o.RecordInspection},
		{"present", customs.Declarant, o.PresentGoods}, {"withdraw", customs.Declarant, o.RequestWithdrawal},
		{"grant withdrawal", customs.Officer, o.GrantWithdrawal}, {"prolong", customs.Officer, o.Prolong},
		{"suspend", customs.Officer, o.Suspend}, {"resume", customs.Officer, o.Resume}, {"security", customs.Officer, o.AcceptSecurity},
	}
}

// order has a random person ask for a random act on a random case, and reports whether it was done.
func (s *simulation) order() bool {
	id, ok := s.any()
	if !ok {
		return true
	}
	acts := s.acts()
	n := s.random.IntN(len(acts))
	codes := []customs.DecisionCode{"10", "10", "10", "11", "12", "20", "50", "90"}
	order := office.Order{
		Case: id, Actor: demoInspector, Reason: "value-in-doubt", Documents: []customs.DocumentKind{"03011"}, Boxes: []string{"22"},
		Code: codes[s.random.IntN(len(codes))], Days: 1 + s.random.IntN(5), Note: "вымысел",
	}
	if acts[n].by == customs.Declarant {
		order.Actor = s.submission(nil).Actor
	}
	dossier, err := s.node.office.Dossier(s.Context(), id)
	s.allow(err)
	s.aim(&order, &dossier)
	if acts[n].name == "request change" {
		order.Files = []office.File{{Name: "changed.xml", Body: append(bytes.Clone(s.lodged[id].body), ' ')}}
	}
	if s.random.IntN(3) == 0 {
		order.Key = fmt.Sprintf("key %d", len(s.orders))
	}
	done, err := acts[n].do(s.Context(), order)
	s.counts["order "+word(s.allow(err))]++
	if err == nil && order.Key != "" {
		s.orders = append(s.orders, given{n, order, done})
	}
	if err == nil {
		s.counts[acts[n].name]++
	}
	return err == nil
}

func word(code customs.ErrorCode) string {
	if code == "" {
		return "done"
	}
	return string(code)
}

// aim chooses some items, and half of the time a matter that is open.
func (s *simulation) aim(order *office.Order, dossier *office.Dossier) {
	if s.random.IntN(3) == 0 {
		for _, item := range dossier.Case.Items {
			if s.random.IntN(2) == 0 {
				order.Items = append(order.Items, item.Ordinal)
			}
		}
	}
	for _, matter := range slices.Backward(dossier.Case.Matters) {
		if matter.Open() && s.random.IntN(2) == 0 {
			order.Matter, order.Items = matter.ID, nil
			return
		}
	}
}

// orderAgain gives an order again under its key: the same answer; another order under the key is a conflict.
func (s *simulation) orderAgain() {
	if len(s.orders) == 0 {
		return
	}
	known := s.orders[s.random.IntN(len(s.orders))]
	done, err := s.acts()[known.act].do(s.Context(), known.order)
	if s.allow(err); err != nil || done != known.done {
		s.Errorf("%s given again: %v\n%+v\n%+v", s.acts()[known.act].name, err, known.done, done)
	}
	s.counts["order repeated"]++
	known.order.Reason = "other"
	if _, err := s.acts()[known.act].do(s.Context(), known.order); !customs.Is(err, customs.Conflict) {
		s.Errorf("%s under a used key: %v", s.acts()[known.act].name, err)
	}
}
