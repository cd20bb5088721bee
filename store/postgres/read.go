package postgres

import (
	"context"
	"fmt"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// list reads every row of a query.
func list[T any](rows pgx.Rows, err error, one pgx.RowToFunc[T]) ([]T, error) {
	if err != nil {
		return nil, err
	}
	return pgx.CollectRows(rows, one)
}

// limit is PostgreSQL's way to say "no limit".
func limit(asked int) *int {
	if asked <= 0 {
		return nil
	}
	return &asked
}

func (s *store) Answer(ctx context.Context, key office.Key) ([]byte, transparency.Digest, error) {
	var answer, request []byte
	err := s.pool.QueryRow(ctx, "SELECT answer, request FROM answer WHERE party = $1 AND name = $2",
		string(key.Party), key.Name).Scan(&answer, &request)
	return answer, digestOf(request), found("read answer", key.Name, err)
}

func scanCase(row pgx.CollectableRow) (c office.CaseRow, err error) {
	var received, changed int64
	err = row.Scan(&c.ID, &c.Version, &c.Party, &c.Document, &c.Attempt, &c.Office, &c.State, &c.Number, &c.Lane, &c.Assignee,
		&received, &changed, &c.Content)
	c.Received, c.Changed = instant(received), instant(changed)
	return c, err
}

func (s *store) Case(ctx context.Context, id customs.CaseID) (office.CaseRow, error) {
	rows, err := s.pool.Query(ctx, "SELECT "+caseColumns+" FROM cases WHERE id = $1", string(id))
	if err != nil {
		return office.CaseRow{}, failure("read case", string(id), err)
	}
	row, err := pgx.CollectOneRow(rows, scanCase)
	return row, found("read case", string(id), err)
}

func (s *store) Cases(ctx context.Context, query office.Query) ([]office.CaseRow, error) {
	var where []string
	args := []any{limit(query.Limit)}
	for _, choice := range []struct{ column, value string }{
		{"party", string(query.Party)}, {"office", string(query.Office)}, {"state", query.State},
		{"number", query.Number}, {"document", string(query.Document)},
	} {
		if choice.value != "" {
			args = append(args, choice.value)
			where = append(where, fmt.Sprintf("%s = $%d", choice.column, len(args)))
		}
	}
	if !query.Before.IsZero() {
		args = append(args, query.Before.UnixMicro(), string(query.BeforeID))
		where = append(where, fmt.Sprintf("(received, id) < ($%d, $%d)", len(args)-1, len(args)))
	}
	text := "SELECT " + caseColumns + " FROM cases"
	if len(where) > 0 {
		text += " WHERE " + strings.Join(where, " AND ")
	}
	rows, err := s.pool.Query(ctx, text+" ORDER BY received DESC, id DESC LIMIT $1", args...)
	out, err := list(rows, err, scanCase)
	return out, failure("list cases", "", err)
}

func (s *store) Events(ctx context.Context, id customs.CaseID) ([]office.EventRow, error) {
	rows, err := s.pool.Query(ctx,
		"SELECT id, case_id, sequence, kind, at, content FROM event WHERE case_id = $1 ORDER BY sequence", string(id))
	out, err := list(rows, err, func(row pgx.CollectableRow) (e office.EventRow, err error) {
		var at int64
		err = row.Scan(&e.ID, &e.Case, &e.Sequence, &e.Kind, &at, &e.Content)
		e.At = instant(at)
		return e, err
	})
	return out, failure("read events", string(id), err)
}

func (s *store) Body(ctx context.Context, id customs.CaseID, digest transparency.Digest) (office.Body, []byte, error) {
	body := office.Body{Case: id, Digest: digest}
	var secret []byte
	err := s.pool.QueryRow(ctx, `SELECT kind, length, sealed, secret FROM body LEFT JOIN secret USING (case_id)
		WHERE case_id = $1 AND digest = $2`, string(id), digest[:]).Scan(&body.Kind, &body.Length, &body.Sealed, &secret)
	return body, secret, found("read body", string(id), err)
}

func (s *store) Edition(ctx context.Context, edition string) ([]byte, error) {
	var bundle []byte
	err := s.pool.QueryRow(ctx, "SELECT bundle FROM edition WHERE edition = $1", edition).Scan(&bundle)
	return bundle, found("read edition", edition, err)
}

func (s *store) KeepEdition(ctx context.Context, edition string, bundle []byte) error {
	_, err := s.pool.Exec(ctx, "INSERT INTO edition (edition, bundle) VALUES ($1, $2) ON CONFLICT (edition) DO NOTHING",
		edition, blob(bundle))
	return failure("keep edition", edition, err)
}

const messageColumns = "SELECT id, case_id, party, kind, at, content, digest, position, signature FROM message"

func scanMessage(row pgx.CollectableRow) (m office.Message, err error) {
	var at int64
	var position *int64
	var digest []byte
	err = row.Scan(&m.ID, &m.Case, &m.Party, &m.Kind, &at, &m.Content, &digest, &position, &m.Signature)
	if position != nil {
		m.Position = *position
	}
	m.At, m.Digest = instant(at), digestOf(digest)
	return m, err
}

func (s *store) Feed(ctx context.Context, party customs.PartyID, after int64, most int) ([]office.Message, error) {
	text, args := messageColumns+" WHERE position > $1", []any{after, limit(most)}
	if party != "" {
		text, args = text+" AND party = $3", append(args, string(party))
	}
	rows, err := s.pool.Query(ctx, text+" ORDER BY position LIMIT $2", args...)
	out, err := list(rows, err, scanMessage)
	return out, failure("read feed", string(party), err)
}

func (s *store) Position(ctx context.Context) (int64, error) {
	var last int64
	err := s.pool.QueryRow(ctx, "SELECT coalesce(max(position), 0) FROM message WHERE position IS NOT NULL").Scan(&last)
	return last, failure("read position", "", err)
}

func (s *store) Balance(ctx context.Context, name string) (int64, error) {
	var available int64
	err := s.pool.QueryRow(ctx, "SELECT available FROM balance WHERE name = $1", name).Scan(&available)
	return available, found("read balance", name, err)
}

// Claim passes over timers that another process is claiming or replacing at the moment.
func (s *store) Claim(ctx context.Context, now, until time.Time, most int) ([]office.Timer, error) {
	rows, err := s.pool.Query(ctx, `UPDATE timer SET held = $1 FROM (SELECT case_id, ordinal FROM timer
			WHERE due <= $2 AND held <= $2 ORDER BY due, case_id, ordinal LIMIT $3 FOR UPDATE SKIP LOCKED) AS ready
		WHERE timer.case_id = ready.case_id AND timer.ordinal = ready.ordinal
		RETURNING timer.case_id, timer.kind, timer.due`, until.UnixMicro(), now.UnixMicro(), limit(most))
	out, err := list(rows, err, func(row pgx.CollectableRow) (t office.Timer, err error) {
		var due int64
		err = row.Scan(&t.Case, &t.Kind, &due)
		t.Due = instant(due)
		return t, err
	})
	office.SortTimers(out)
	return out, failure("claim timers", "", err)
}
