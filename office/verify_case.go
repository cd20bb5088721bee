package office

import (
	"bytes"
	"fmt"
	"slices"
	"strconv"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/transparency"
)

// tally counts what was checked of cases.
type tally struct{ cases, events, bodies, numbers int }

// walk checks every case with its events and bodies.
func (v *verifier) walk() error {
	var seen tally
	query := Query{Limit: verifyPage}
	for {
		page, err := v.store.Cases(v.ctx, query)
		if err != nil {
			return err
		}
		if len(page) == 0 {
			break
		}
		for i := range page {
			if err := v.oneCase(&page[i], &seen); err != nil {
				return err
			}
			v.progress("cases", seen.cases)
		}
		query.Before, query.BeforeID = page[len(page)-1].Received, page[len(page)-1].ID
	}
	v.count("cases", seen.cases)
	v.count("events", seen.events)
	v.count("bodies", seen.bodies)
	v.count("registration numbers", seen.numbers)
	return nil
}

// oneCase checks a case. On a node at work the row may be older than the events: then it is read again.
func (v *verifier) oneCase(row *CaseRow, seen *tally) error {
	events, err := v.store.Events(v.ctx, row.ID)
	if err != nil {
		return err
	}
	for range attempts {
		if int64(len(events)) == row.Version {
			break
		}
		if *row, err = v.store.Case(v.ctx, row.ID); err != nil {
			return err
		}
		if events, err = v.store.Events(v.ctx, row.ID); err != nil {
			return err
		}
	}
	dossier, err := ReadDossier(*row)
	if err != nil {
		v.fault("case", string(row.ID), "%v", err)
		return nil
	}
	known := &checkedCase{version: row.Version}
	v.cases[row.ID] = known
	seen.cases++
	seen.events += len(events)
	v.columns(row, &dossier)
	bound, err := v.events(row, events)
	if err != nil {
		return err
	}
	if err := v.rebuilt(&dossier, events); err != nil {
		return err
	}
	if number := dossier.Case.Number; !number.IsZero() {
		seen.numbers++
		v.number(number, row.ID)
	}
	return v.papers(&dossier, papersOf{known: known, bound: bound, seen: seen})
}

// columns checks that the columns a case is found by say what the case says.
func (v *verifier) columns(row *CaseRow, dossier *Dossier) {
	again, err := dossier.row()
	if err != nil {
		v.fault("case", string(row.ID), "%v", err)
		return
	}
	if !bytes.Equal(again.Content, row.Content) {
		v.fault("case", string(row.ID), "its content is not written as it would be")
	}
	again.Content, row.Content = nil, nil
	if was, is := fmt.Sprint(*row), fmt.Sprint(again); was != is {
		v.fault("case", string(row.ID), "its columns %s are not %s", was, is)
	}
}

// events checks the events' order and leaves, and returns the digests that the leaves bind.
func (v *verifier) events(row *CaseRow, events []EventRow) (map[transparency.Digest]bool, error) {
	ids := make([]string, len(events))
	for i := range events {
		ids[i] = events[i].ID
		if events[i].Sequence != int64(i+1) {
			v.fault("event", events[i].ID, "its place in case %s is %d after %d", row.ID, events[i].Sequence, i)
		}
		if i > 0 && events[i].At.Before(events[i-1].At) {
			v.fault("event", events[i].ID, "it is earlier than the event before")
		}
	}
	leaves, err := v.leavesOf(ids)
	if err != nil {
		return nil, err
	}
	bound := map[transparency.Digest]bool{}
	for i := range events {
		leaf, placed := leaves[events[i].ID]
		if !placed {
			bound = nil
			continue
		}
		got := v.claim(leaf, transparency.Record{
			ID: events[i].ID, Kind: leafKind(clearance.EventKind(events[i].Kind)), At: events[i].At, Event: transparency.Sum(events[i].Content),
		})
		if bound != nil && !got.Body.IsZero() {
			bound[got.Body] = true
		}
	}
	return bound, nil
}

// rebuilt checks that the events, applied in order, give the case.
func (v *verifier) rebuilt(dossier *Dossier, rows []EventRow) error {
	subject := string(dossier.Case.ID)
	events, err := readEvents(rows)
	if err != nil {
		v.fault("case", subject, "%v", err)
		return nil
	}
	for i := range events {
		if string(events[i].Kind) != rows[i].Kind || !events[i].At.Equal(rows[i].At) {
			v.fault("event", rows[i].ID, "its columns are not its content")
		}
	}
	_, made, err := rebuild(events, v.law)
	if err != nil {
		v.fault("case", subject, "its events cannot be applied: %v", err)
		return nil
	}
	kept, err := encode(dossier.Case)
	if err != nil {
		return err
	}
	again, err := encode(made)
	if !bytes.Equal(kept, again) {
		v.fault("case", subject, "its events give another case")
	}
	return err
}

type papersOf struct {
	known *checkedCase
	// bound are the digests that the case's leaves name; nil when some leaf has no place yet.
	bound map[transparency.Digest]bool
	seen  *tally
}

// papers checks that every body opens and has its digest, and that the log binds what it must: the declaration and, once
// it is judged, its findings, which are the first papers of every case.
func (v *verifier) papers(dossier *Dossier, with papersOf) error {
	for i, paper := range dossier.Papers {
		subject := string(dossier.Case.ID) + " " + paper.Kind
		if i == 0 {
			with.known.declaration, with.known.length = paper.Digest, paper.Length
		}
		with.seen.bodies++
		body, secret, err := v.store.Body(v.ctx, dossier.Case.ID, paper.Digest)
		if customs.Is(err, customs.NotFound) {
			v.fault("body", subject, "it is not kept")
			continue
		}
		if err != nil {
			return err
		}
		v.body(subject, body, secret, paper)
		if with.bound != nil && i <= 1 && !with.bound[paper.Digest] {
			v.fault("body", subject, "no leaf of the case names it")
		}
	}
	if len(dossier.Papers) == 0 || dossier.Papers[0].Kind != PaperDeclaration {
		v.fault("body", string(dossier.Case.ID), "its declaration is not kept")
	}
	for digest := range with.bound {
		if !slices.ContainsFunc(dossier.Papers, func(p Paper) bool { return p.Digest == digest }) {
			v.fault("body", string(dossier.Case.ID), "a leaf names %s, which is not kept", digest)
		}
	}
	return nil
}

func (v *verifier) body(subject string, body Body, secret []byte, paper Paper) {
	if len(secret) == 0 {
		v.out.Destroyed++
		return
	}
	plain, err := OpenBody(body, secret)
	if err != nil {
		v.fault("body", subject, "%v", err)
		return
	}
	if int64(len(plain)) != paper.Length || body.Length != paper.Length {
		v.fault("body", subject, "it has %d bytes, not %d", len(plain), paper.Length)
	}
}

// number notes a registration number; two cases never share one.
func (v *verifier) number(number declaration.RegistrationNumber, id customs.CaseID) {
	serial, err := strconv.ParseInt(number.Serial, 10, 64)
	if err != nil || serial < 1 {
		v.fault("number", number.Key(), "its serial is no number")
		return
	}
	year := fmt.Sprintf("%s/%d", number.Office, number.Day.Year())
	if v.serials[year] == nil {
		v.serials[year] = map[int64]customs.CaseID{}
	}
	if other, taken := v.serials[year][serial]; taken && other != id {
		v.fault("number", number.Key(), "cases %s and %s both have it", id, other)
	}
	v.serials[year][serial] = id
}

// numbers checks that every serial up to the last of an office and year was given. On a node at work a number may have
// been given to a case already walked; all cases are then looked at once more.
func (v *verifier) numbers() error {
	last := map[string]int64{}
	for year, given := range v.serials {
		for serial := range given {
			last[year] = max(last[year], serial)
		}
	}
	if v.gapped(last) {
		if err := v.renumber(); err != nil {
			return err
		}
	}
	v.gaps(last, v.fault)
	return nil
}

func (v *verifier) gapped(last map[string]int64) bool {
	gaps := false
	v.gaps(last, func(string, string, string, ...any) { gaps = true })
	return gaps
}

func (v *verifier) gaps(last map[string]int64, tell func(check, subject, format string, args ...any)) {
	for year, end := range last {
		for serial := int64(1); serial <= end; serial++ {
			if _, given := v.serials[year][serial]; !given {
				tell("number", year, "%07d was given to nobody", serial)
			}
		}
	}
}

func (v *verifier) renumber() error {
	query := Query{Limit: verifyPage}
	for {
		page, err := v.store.Cases(v.ctx, query)
		if err != nil || len(page) == 0 {
			return err
		}
		for i := range page {
			dossier, err := ReadDossier(page[i])
			if err == nil && !dossier.Case.Number.IsZero() {
				v.number(dossier.Case.Number, page[i].ID)
			}
		}
		query.Before, query.BeforeID = page[len(page)-1].Received, page[len(page)-1].ID
	}
}
