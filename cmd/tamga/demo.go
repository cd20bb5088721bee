package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"strings"
	"sync"
	"time"

	"tamga/calendar"
	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/declaration/album"
	"tamga/internal/fiction"
	"tamga/internal/wording"
	"tamga/office"
	"tamga/validation/rulebook"
)

// demoDay is the fictional day of the demonstration, and demoStart when its clock begins.
var (
	demoDay   = calendar.MustDate("2026-03-17")
	demoStart = time.Date(2026, 3, 17, 7, 30, 0, 0, time.UTC)
)

// story is one declaration of the demonstration and what happens to it.
type story struct {
	title   string
	options fiction.Options
	// breaches are the rules that the declaration is made to break.
	breaches []customs.FindingCode
	// then is what people do once the system has judged.
	then func(context.Context, *demonstration, customs.CaseID) error
	id   customs.CaseID
}

// demonstration runs a day of a fictional office.
type demonstration struct {
	node *node
	out  io.Writer
}

var (
	demoInspector = customs.Actor{Kind: customs.Officer, ID: "ИНСПЕКТОР ВЫМЫСЛОВА", Stamp: "117"}
	demoDeclarant = customs.Actor{Kind: customs.Declarant, ID: "demo-declarant"}
)

// stories are the declarations of the day.
func stories() []*story {
	clean := func(title string, seed uint64, change func(*fiction.Options)) *story {
		made := &story{title: title, options: fiction.Options{Seed: seed, Day: demoDay, Declarant: 0}}
		if change != nil {
			change(&made.options)
		}
		return made
	}
	all := []*story{
		clean("import, 2 items", 11, nil),
		clean("import, 1 item", 12, func(o *fiction.Options) { o.Items = 1 }),
		clean("import, 10 items", 13, func(o *fiction.Options) { o.Items = 10 }),
		clean("export, 3 items", 14, func(o *fiction.Options) { o.Items, o.Export = 3, true }),
		clean("import to Kazakhstan", 15, func(o *fiction.Options) { o.State = customs.Kazakhstan }),
		clean("import to Belarus", 16, func(o *fiction.Options) { o.State = customs.Belarus }),
		clean("import to Kyrgyzstan", 17, func(o *fiction.Options) { o.State = customs.Kyrgyzstan }),
		clean("import to Armenia", 18, func(o *fiction.Options) { o.State = customs.Armenia }),
		clean("import, 100 items", 19, func(o *fiction.Options) { o.Items = 100 }),
	}
	return append(all, troubled(clean)...)
}

func troubled(clean func(string, uint64, func(*fiction.Options)) *story) []*story {
	refused := clean("import, formally wrong", 21, nil)
	refused.breaches = refusalBreaches()
	demanded := clean("import, payments wrong", 22, nil)
	demanded.breaches = []customs.FindingCode{"22-SUM"}
	demanded.then = demandChange
	asked := clean("import, officer asks for documents", 23, func(o *fiction.Options) { o.Items = 1 })
	asked.breaches = []customs.FindingCode{"44-INVOICE"}
	asked.then = askDocuments
	stopped := clean("import of a car", 24, func(o *fiction.Options) {
		o.Items, o.Commodities = 1, []customs.CommodityCode{"8703101100"}
	})
	differently := clean("import, items decided differently", 25, func(o *fiction.Options) { o.Items = 3 })
	differently.breaches = []customs.FindingCode{"6-SUM"}
	differently.then = decideDifferently
	return []*story{refused, demanded, asked, stopped, differently}
}

func demandChange(ctx context.Context, d *demonstration, id customs.CaseID) error {
	_, err := d.node.office.DemandChange(ctx, office.Order{
		Case: id, Actor: demoInspector, Reason: "findings", Boxes: []string{"22"},
		Note: "Привести графу 22 в соответствие с суммой граф 42",
	})
	return err
}

func askDocuments(ctx context.Context, d *demonstration, id customs.CaseID) error {
	_, err := d.node.office.RequestDocuments(ctx, office.Order{
		Case: id, Actor: demoInspector, Reason: "findings", Documents: []customs.DocumentKind{"03011", "04021"},
		Note: "Прайс-лист производителя и банковские платежные документы",
	})
	return err
}

func decideDifferently(ctx context.Context, d *demonstration, id customs.CaseID) error {
	release := office.Order{Case: id, Actor: demoInspector, Items: []int{1, 3}, Code: "10"}
	if _, err := d.node.office.Release(ctx, release); err != nil {
		return err
	}
	_, err := d.node.office.RefuseRelease(ctx, office.Order{
		Case: id, Actor: demoInspector, Items: []int{2}, Reason: "prohibition", Note: "Разрешение на товар № 2 не представлено",
	})
	return err
}

// refusalBreaches are rules whose breach refuses registration: some of boxes 5, 12, 14 and 33.
func refusalBreaches() []customs.FindingCode {
	var chosen []customs.FindingCode
	for _, rule := range rulebook.All() {
		box := rule.Field.Box()
		if rule.Consequence == customs.RefuseRegistration && rule.Breach != nil && (box == "14" || box == "12" || box == "5" || box == "33") {
			chosen = append(chosen, rule.Code)
		}
	}
	return chosen
}

// lodge makes the story's declaration and hands it in.
func (d *demonstration) lodge(ctx context.Context, s *story) error {
	s.options.Tariff, s.options.Classifiers = d.node.law.Tariff, d.node.law.Classifiers
	made, err := fiction.New(s.options)
	if err != nil {
		return fmt.Errorf("make %q: %w", s.title, err)
	}
	actor := demoDeclarant
	actor.Party = made.Declarant.TaxIDs.PartyID()
	breach(made, s.breaches)
	body, err := album.PrintFaulty(made)
	if err != nil {
		return fmt.Errorf("print %q: %w", s.title, err)
	}
	lodged, err := d.node.office.Lodge(ctx, office.Submission{Party: actor.Party, Actor: actor, Body: body})
	s.id = lodged.Case
	return err
}

// breach makes the declaration break the rules, where it gives them occasion.
func breach(made *declaration.Declaration, wanted []customs.FindingCode) {
	for _, code := range wanted {
		if rule, known := rulebook.ByCode(code); known && rule.Breach != nil {
			rule.Breach(made)
		}
	}
}

// run lodges the day, lets the system judge, lets people act, and prints what became of each.
func (d *demonstration) run(ctx context.Context) error {
	all := stories()
	for _, s := range all {
		if err := d.clear(ctx, s); err != nil {
			return fmt.Errorf("%s: %w", s.title, err)
		}
	}
	return d.table(ctx, all)
}

// clear lodges one declaration, waits until the system has judged it, and lets people act.
func (d *demonstration) clear(ctx context.Context, s *story) error {
	if err := d.lodge(ctx, s); err != nil {
		return err
	}
	if err := d.await(ctx, s.id); err != nil {
		return err
	}
	if s.then == nil {
		return nil
	}
	return s.then(ctx, d, s.id)
}

// demoPatience is how long the demonstration waits for a declaration to be judged.
const demoPatience = 30 * time.Second

func (d *demonstration) await(ctx context.Context, id customs.CaseID) error {
	deadline := time.Now().Add(demoPatience)
	for time.Now().Before(deadline) {
		row, err := d.node.store.Case(ctx, id)
		if err != nil {
			return err
		}
		if row.State != string(clearance.Received) {
			return nil
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(5 * time.Millisecond):
		}
	}
	return fmt.Errorf("not judged within %s", demoPatience)
}

func (d *demonstration) table(ctx context.Context, all []*story) error {
	fmt.Fprintf(d.out, "A day of a fictional office, %s. Nobody and nothing in it exists.\n\n", demoDay)
	fmt.Fprintf(d.out, "%-34s %-24s %-28s %7s  %s\n", "declaration", "number", "what became of it", "took", "proof: SHA-256 in the log")
	for _, s := range all {
		row, err := d.node.store.Case(ctx, s.id)
		if err != nil {
			return err
		}
		dossier, err := office.ReadDossier(row)
		if err != nil {
			return err
		}
		paper, _ := dossier.Paper(office.PaperDeclaration)
		fmt.Fprintf(d.out, "%-34s %-24s %-28s %7s  %s\n", s.title, dash(dossier.Case.Number.String()), became(&dossier),
			dossier.Last.Sub(dossier.Received).Round(time.Millisecond), paper.Digest.String()[:16])
		d.why(ctx, &dossier)
	}
	return nil
}

// why prints the findings of a declaration that was refused or handed over.
func (d *demonstration) why(ctx context.Context, dossier *office.Dossier) {
	for _, tried := range dossier.Verdicts {
		if tried.Verdict.HandOver != "" && dossier.Case.State != clearance.Released {
			fmt.Fprintf(d.out, "    handed over to an officer: %s\n", reasonText(tried.Verdict.HandOver))
		}
	}
	report, err := d.node.office.Findings(ctx, dossier.Case.ID)
	if err != nil || len(report.Findings) == 0 {
		return
	}
	for _, finding := range report.Findings {
		ground := ""
		if finding.Ground != "" {
			ground = " [art. 111(5), sub-paragraph " + finding.Ground + "]"
		}
		fmt.Fprintf(d.out, "    %s %s, line %d%s: %s\n", finding.Consequence, finding.Code, finding.Line, ground, finding.Text.EN)
	}
}

// reasonText says a coded reason in English.
func reasonText(code string) string {
	return clearanceTexts().Say("en", "reason."+code, "text", func(string) string { return "" })
}

var clearanceTexts = sync.OnceValue(func() *wording.Catalogue { return wording.MustLoad(clearance.Texts) })

func became(dossier *office.Dossier) string {
	words := clearanceTexts().Say("en", "state."+string(dossier.Case.State), "text", func(string) string { return "" })
	if dossier.Case.Decision != "" {
		words += " (" + string(dossier.Case.Decision) + ")"
	}
	return words
}

func dash(text string) string {
	if text == "" {
		return "—"
	}
	return text
}

// demoDir is where the demonstration keeps its database: a new directory each time.
func demoDir() (string, error) {
	dir, err := os.MkdirTemp("", "tamga-demo-")
	return strings.TrimSuffix(dir, "/"), err
}

// demoLots draws no declaration out at random, so that the demonstration tells the same story every time.
func demoLots() uint64 { return demoLot }

const demoLot = 5

// demo is the command.
type demo struct {
	Once   bool   `help:"End after the table instead of leaving the portal open."`
	Listen string `default:"127.0.0.1:0" help:"Address and port of the portal; port 0 is any that is free."`
	Data   string `help:"Keep the database in this directory instead of a new temporary one." type:"path"`
}

// Run runs the demonstration.
func (c demo) Run(at *terminal) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	dir, err := c.directory()
	if err != nil {
		return err
	}
	opened, err := openNode(ctx, nodeConfig{Dir: dir, Clock: newShiftedClock(demoStart), Lots: demoLots, Home: "10999010"})
	if err != nil {
		return err
	}
	work := startNode(context.WithoutCancel(ctx), opened)
	demonstrated := (&demonstration{node: opened, out: at.Out}).run(ctx)
	if demonstrated == nil && !c.Once {
		demonstrated = c.leave(ctx, at, opened)
	}
	return errors.Join(demonstrated, work.stop())
}

// leave keeps the doors open until the visitor has seen enough.
func (c demo) leave(ctx context.Context, at *terminal, opened *node) error {
	who, err := sandboxPeople()
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return fmt.Errorf("listen: %w", err)
	}
	at.line("\nThe portal is open at http://%s/ until you press Ctrl-C.", listener.Addr())
	return serveUntil(ctx, listener, doors(opened, who, slog.New(slog.DiscardHandler)))
}

func (c demo) directory() (string, error) {
	if c.Data != "" {
		return c.Data, nil
	}
	return demoDir()
}
