package postgres

import (
	"bytes"
	"cmp"
	"context"
	"maps"
	"math"
	"slices"

	"github.com/jackc/pgx/v5"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// book is where an office's serials of a year are counted.
type book struct {
	office customs.OfficeCode
	year   int
}

func bookOf(n *office.NumberRequest) book { return book{n.Office, n.Day.Year()} }

// kept is what stands under a key.
type kept struct {
	request, answer []byte
	serial          int64
}

func (k kept) outcome(act *office.Commit) office.Outcome {
	if !bytes.Equal(k.request, act.Request[:]) {
		return office.Outcome{Err: refusal(customs.Conflict, act.Key.Name, errOtherRequest)}
	}
	return office.Outcome{Serial: k.serial, Answer: k.answer, Repeated: true}
}

// standing is what a group is decided on. Its cases, balances and serials are locked until the transaction ends.
type standing struct {
	versions map[customs.CaseID]int64
	balances map[string]int64
	serials  map[book]int64
	answers  map[office.Key]kept
	// moved and counted are what the group changed.
	moved   map[string]bool
	counted map[book]bool
}

// stand locks and reads everything in one round trip. Keys are read after the locks: an equal act that held them has
// committed by then, and shows.
func stand(ctx context.Context, tx pgx.Tx, acts []*office.Commit) (*standing, error) {
	s := &standing{
		versions: map[customs.CaseID]int64{}, balances: map[string]int64{}, serials: map[book]int64{},
		answers: map[office.Key]kept{}, moved: map[string]bool{}, counted: map[book]bool{},
	}
	batch := &pgx.Batch{}
	s.queueRows(batch, acts)
	s.queueSerials(batch, acts)
	s.queueKeys(batch, acts)
	return s, tx.SendBatch(ctx, batch).Close()
}

func (s *standing) queueRows(batch *pgx.Batch, acts []*office.Commit) {
	var ids, names []string
	for _, act := range acts {
		if act.Case != "" && act.Expect > 0 {
			ids = append(ids, string(act.Case))
		}
		for _, m := range act.Moves {
			names = append(names, m.Balance)
		}
	}
	fresh := newCases(acts)
	if len(ids) > 0 {
		batch.Queue("SELECT id, version FROM cases WHERE id = ANY($1) ORDER BY id FOR UPDATE", ids).Query(s.readVersions)
	}
	if len(fresh) > 0 {
		batch.Queue("SELECT id, version FROM cases WHERE id = ANY($1)", fresh).Query(s.readVersions)
	}
	if len(names) == 0 {
		return
	}
	batch.Queue("SELECT name, available FROM balance WHERE name = ANY($1) ORDER BY name FOR UPDATE", names).Query(
		func(rows pgx.Rows) error {
			var name string
			var available int64
			_, err := pgx.ForEachRow(rows, []any{&name, &available}, func() error {
				s.balances[name] = available
				return nil
			})
			return err
		})
}

func newCases(acts []*office.Commit) (ids []string) {
	for _, act := range acts {
		if act.Case != "" && act.Expect == 0 {
			ids = append(ids, string(act.Case))
		}
	}
	return ids
}

func (s *standing) readVersions(rows pgx.Rows) error {
	var id customs.CaseID
	var version int64
	_, err := pgx.ForEachRow(rows, []any{&id, &version}, func() error {
		s.versions[id] = version
		return nil
	})
	return err
}

// queueSerials locks the books in order; the count itself is written back when the acts are decided, so a failing act
// takes no serial.
func (s *standing) queueSerials(batch *pgx.Batch, acts []*office.Commit) {
	books := map[book]bool{}
	for _, act := range acts {
		if act.Number != nil {
			books[bookOf(act.Number)] = true
		}
	}
	if len(books) == 0 {
		return
	}
	offices, years := columns(inOrder(books))
	batch.Queue(`INSERT INTO serial (office, year, last) SELECT office, year, 0 FROM unnest($1::text[], $2::bigint[])
		AS book (office, year) ON CONFLICT (office, year) DO UPDATE SET last = serial.last RETURNING office, year, last`,
		offices, years).Query(func(rows pgx.Rows) error {
		var b book
		var last int64
		_, err := pgx.ForEachRow(rows, []any{&b.office, &b.year, &last}, func() error {
			s.serials[b] = last
			return nil
		})
		return err
	})
}

func inOrder(books map[book]bool) []book {
	return slices.SortedFunc(maps.Keys(books), func(a, b book) int {
		return cmp.Or(cmp.Compare(a.office, b.office), cmp.Compare(a.year, b.year))
	})
}

func columns(books []book) (offices []string, years []int64) {
	for _, b := range books {
		offices, years = append(offices, string(b.office)), append(years, int64(b.year))
	}
	return offices, years
}

func (s *standing) queueKeys(batch *pgx.Batch, acts []*office.Commit) {
	var parties, names []string
	for _, act := range acts {
		parties, names = append(parties, string(act.Key.Party)), append(names, act.Key.Name)
	}
	batch.Queue(`SELECT party, name, request, serial, answer FROM answer
		JOIN unnest($1::text[], $2::text[]) AS asked (party, name) USING (party, name)`, parties, names).Query(
		func(rows pgx.Rows) error {
			for rows.Next() {
				var key office.Key
				var k kept
				if err := rows.Scan(&key.Party, &key.Name, &k.request, &k.serial, &k.answer); err != nil {
					return err
				}
				s.answers[key] = k
			}
			return rows.Err()
		})
}

// move returns the balances that the moves lead to, or Insufficient.
func (s *standing) move(moves []office.Move) (map[string]int64, error) {
	to := map[string]int64{}
	for _, m := range moves {
		available, known := to[m.Balance]
		if !known {
			available, known = s.balances[m.Balance]
		}
		// Neither bound can overflow: available is not negative.
		if !known || m.Amount < -available || m.Amount > math.MaxInt64-available {
			return nil, refusal(customs.Insufficient, m.Balance, errBalance)
		}
		to[m.Balance] = available + m.Amount
	}
	return to, nil
}

// accept makes an act's changes stand for the acts after it.
func (s *standing) accept(act *office.Commit, moved map[string]int64, serial int64) {
	for name, available := range moved {
		s.balances[name], s.moved[name] = available, true
	}
	if act.Number != nil {
		s.serials[bookOf(act.Number)], s.counted[bookOf(act.Number)] = serial, true
	}
}

// queue writes changed balances and serials.
func (s *standing) queue(batch *pgx.Batch) {
	if len(s.moved) > 0 {
		names := slices.Sorted(maps.Keys(s.moved))
		amounts := make([]int64, len(names))
		for i, name := range names {
			amounts[i] = s.balances[name]
		}
		batch.Queue(`UPDATE balance SET available = moved.available FROM unnest($1::text[], $2::bigint[])
			AS moved (name, available) WHERE balance.name = moved.name`, names, amounts)
	}
	if len(s.counted) == 0 {
		return
	}
	books := inOrder(s.counted)
	offices, years := columns(books)
	last := make([]int64, len(books))
	for i, b := range books {
		last[i] = s.serials[b]
	}
	batch.Queue(`UPDATE serial SET last = counted.last FROM unnest($1::text[], $2::bigint[], $3::bigint[])
		AS counted (office, year, last) WHERE serial.office = counted.office AND serial.year = counted.year`, offices, years, last)
}

// digestOf reads a digest as it is kept.
func digestOf(bytes []byte) (d transparency.Digest) {
	copy(d[:], bytes)
	return d
}
