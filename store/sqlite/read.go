package sqlite

import (
	"context"
	"database/sql"
	"errors"
	"strings"
	"time"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// found turns the absence of a row into NotFound.
func found(op, subject string, err error) error {
	if errors.Is(err, sql.ErrNoRows) {
		return &customs.Error{Code: customs.NotFound, Op: op, Subject: subject}
	}
	return failure(op, subject, err)
}

// all reads every row of a query.
func all[T any](rows *sql.Rows, err error, one func(scan func(...any) error) (T, error)) ([]T, error) {
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	var out []T
	for rows.Next() {
		value, err := one(rows.Scan)
		if err != nil {
			return nil, err
		}
		out = append(out, value)
	}
	return out, rows.Err()
}

func (s *store) Answer(ctx context.Context, key office.Key) ([]byte, transparency.Digest, error) {
	var answer, request []byte
	err := s.read.QueryRowContext(ctx, "SELECT answer, request FROM answer WHERE party = ? AND name = ?",
		string(key.Party), key.Name).Scan(&answer, &request)
	var digest transparency.Digest
	copy(digest[:], request)
	return answer, digest, found("read answer", key.Name, err)
}

const caseColumns = `SELECT id, version, party, document, attempt, office, state, number, lane, assignee, received, changed,
	content FROM cases`

func scanCase(scan func(...any) error) (c office.CaseRow, err error) {
	var received, changed int64
	err = scan(&c.ID, &c.Version, &c.Party, &c.Document, &c.Attempt, &c.Office, &c.State, &c.Number, &c.Lane, &c.Assignee,
		&received, &changed, &c.Content)
	c.Received, c.Changed = instant(received), instant(changed)
	return c, err
}

func (s *store) Case(ctx context.Context, id customs.CaseID) (office.CaseRow, error) {
	row, err := scanCase(s.read.QueryRowContext(ctx, caseColumns+" WHERE id = ?", string(id)).Scan)
	return row, found("read case", string(id), err)
}

func (s *store) Cases(ctx context.Context, query office.Query) ([]office.CaseRow, error) {
	var where []string
	var args []any
	for _, choice := range []struct{ column, value string }{
		{"party", string(query.Party)}, {"office", string(query.Office)}, {"state", query.State},
		{"number", query.Number}, {"document", string(query.Document)},
	} {
		if choice.value != "" {
			where, args = append(where, choice.column+" = ?"), append(args, choice.value)
		}
	}
	if !query.Before.IsZero() {
		where = append(where, "(received, id) < (?, ?)")
		args = append(args, query.Before.UnixMicro(), string(query.BeforeID))
	}
	text := caseColumns
	if len(where) > 0 {
		text += " WHERE " + strings.Join(where, " AND ")
	}
	rows, err := s.read.QueryContext(ctx, text+" ORDER BY received DESC, id DESC LIMIT ?", append(args, limit(query.Limit))...)
	out, err := all(rows, err, scanCase)
	return out, failure("list cases", "", err)
}

// limit is SQLite's way to say "no limit".
func limit(asked int) int {
	if asked <= 0 {
		return -1
	}
	return asked
}

func (s *store) Events(ctx context.Context, id customs.CaseID) ([]office.EventRow, error) {
	rows, err := s.read.QueryContext(ctx,
		"SELECT id, case_id, sequence, kind, at, content FROM event WHERE case_id = ? ORDER BY sequence", string(id))
	out, err := all(rows, err, func(scan func(...any) error) (e office.EventRow, err error) {
		var at int64
		err = scan(&e.ID, &e.Case, &e.Sequence, &e.Kind, &at, &e.Content)
		e.At = instant(at)
		return e, err
	})
	return out, failure("read events", string(id), err)
}

func (s *store) Body(ctx context.Context, id customs.CaseID, digest transparency.Digest) (office.Body, []byte, error) {
	body := office.Body{Case: id, Digest: digest}
	var secret []byte
	err := s.read.QueryRowContext(ctx, `SELECT kind, length, sealed, secret FROM body LEFT JOIN secret USING (case_id)
		WHERE case_id = ? AND digest = ?`, string(id), digest[:]).Scan(&body.Kind, &body.Length, &body.Sealed, &secret)
	return body, secret, found("read body", string(id), err)
}

func (s *store) Edition(ctx context.Context, edition string) ([]byte, error) {
	var bundle []byte
	err := s.read.QueryRowContext(ctx, "SELECT bundle FROM edition WHERE edition = ?", edition).Scan(&bundle)
	return bundle, found("read edition", edition, err)
}

func (s *store) KeepEdition(ctx context.Context, edition string, bundle []byte) error {
	s.writing.Lock()
	defer s.writing.Unlock()
	err := ctx.Err()
	if err == nil {
		_, err = s.write.run("INSERT INTO edition (edition, bundle) VALUES (?, ?) ON CONFLICT (edition) DO NOTHING",
			edition, blob(bundle))
	}
	return failure("keep edition", edition, err)
}

const messageColumns = "SELECT id, case_id, party, kind, at, content, digest, position, signature FROM message"

func scanMessage(scan func(...any) error) (m office.Message, err error) {
	var at int64
	var position sql.NullInt64
	var digest []byte
	err = scan(&m.ID, &m.Case, &m.Party, &m.Kind, &at, &m.Content, &digest, &position, &m.Signature)
	m.At, m.Position = instant(at), position.Int64
	copy(m.Digest[:], digest)
	return m, err
}

func (s *store) Feed(ctx context.Context, party customs.PartyID, after int64, most int) ([]office.Message, error) {
	text, args := messageColumns+" WHERE position > ?", []any{after}
	if party != "" {
		text, args = text+" AND party = ?", append(args, string(party))
	}
	rows, err := s.read.QueryContext(ctx, text+" ORDER BY position LIMIT ?", append(args, limit(most))...)
	out, err := all(rows, err, scanMessage)
	return out, failure("read feed", string(party), err)
}

func (s *store) Position(ctx context.Context) (int64, error) {
	var last int64
	err := s.read.QueryRowContext(ctx, "SELECT coalesce(max(position), 0) FROM message WHERE position IS NOT NULL").Scan(&last)
	return last, failure("read position", "", err)
}

func (s *store) Balance(ctx context.Context, name string) (int64, error) {
	var available int64
	err := s.read.QueryRowContext(ctx, "SELECT available FROM balance WHERE name = ?", name).Scan(&available)
	return available, found("read balance", name, err)
}

// Claim runs on the writer, where nobody else can claim at the same time.
func (s *store) Claim(ctx context.Context, now, until time.Time, most int) ([]office.Timer, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	statement, err := s.write.statement(`UPDATE timer SET held = ? WHERE rowid IN
		(SELECT rowid FROM timer WHERE due <= ? AND held <= ? ORDER BY due, case_id, ordinal LIMIT ?)
		RETURNING case_id, kind, due`)
	if err != nil {
		return nil, failure("claim timers", "", err)
	}
	rows, err := statement.QueryContext(ctx, until.UnixMicro(), now.UnixMicro(), now.UnixMicro(), limit(most))
	out, err := all(rows, err, func(scan func(...any) error) (t office.Timer, err error) {
		var due int64
		err = scan(&t.Case, &t.Kind, &due)
		t.Due = instant(due)
		return t, err
	})
	office.SortTimers(out)
	return out, failure("claim timers", "", err)
}
