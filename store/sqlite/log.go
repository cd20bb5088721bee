package sqlite

import (
	"cmp"
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// source reads the log of evidence as it is stored.
type source struct{ read *sql.DB }

func (l *source) ReadHashes(places []int64) ([]transparency.Hash, error) {
	if len(places) == 0 {
		return nil, nil
	}
	statement, err := l.read.Prepare("SELECT hash FROM log_hash WHERE place = ?")
	if err != nil {
		return nil, failure("read log hashes", "", err)
	}
	defer statement.Close()
	out := make([]transparency.Hash, len(places))
	for i, place := range places {
		var hash []byte
		if err := statement.QueryRow(place).Scan(&hash); err != nil {
			return nil, found("read log hash", fmt.Sprint(place), err)
		}
		copy(out[i][:], hash)
	}
	return out, nil
}

func (l *source) ReadRecords(first int64, count int) ([][]byte, error) {
	rows, err := l.read.QueryContext(context.Background(),
		"SELECT leaf FROM log_record WHERE position >= ? AND position - ? < ? ORDER BY position LIMIT ?", first, first, count, count)
	out, err := all(rows, err, func(scan func(...any) error) (leaf []byte, err error) { return leaf, scan(&leaf) })
	if err != nil {
		return nil, failure("read log", "", err)
	}
	if len(out) != count {
		return nil, &customs.Error{Code: customs.NotFound, Op: "read log", Subject: fmt.Sprint(first + int64(len(out)))}
	}
	return out, nil
}

func (l *source) Latest() ([]byte, error) {
	var note []byte
	err := l.read.QueryRow("SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1").Scan(&note)
	return note, found("read checkpoint", "", err)
}

func (s *store) Records(ctx context.Context, ids []string) ([]office.LogRow, error) {
	statement, err := s.read.PrepareContext(ctx, "SELECT case_id, at, leaf, position FROM log_record WHERE id = ? AND position IS NOT NULL")
	if err != nil {
		return nil, failure("read records", "", err)
	}
	defer statement.Close()
	var out []office.LogRow
	for _, id := range ids {
		row, at := office.LogRow{ID: id}, int64(0)
		err := statement.QueryRowContext(ctx, id).Scan(&row.Case, &at, &row.Leaf, &row.Position)
		if errors.Is(err, sql.ErrNoRows) {
			continue
		}
		if err != nil {
			return nil, failure("read record", id, err)
		}
		row.At = instant(at)
		out = append(out, row)
	}
	slices.SortFunc(out, func(a, b office.LogRow) int { return cmp.Compare(a.Position, b.Position) })
	return out, nil
}

func (s *store) Checkpoints(ctx context.Context) ([][]byte, error) {
	rows, err := s.read.QueryContext(ctx, "SELECT note FROM checkpoint ORDER BY size")
	out, err := all(rows, err, func(scan func(...any) error) (note []byte, err error) { return note, scan(&note) })
	return out, failure("read checkpoints", "", err)
}

func (s *store) Waiting(ctx context.Context, most int) (office.Batch, error) {
	batch, err := s.waiting(ctx, most)
	return batch, failure("read waiting", "", err)
}

func (s *store) Answers(ctx context.Context, after office.Key, most int) ([]office.Kept, error) {
	rows, err := s.read.QueryContext(ctx,
		"SELECT party, name, request, answer FROM answer WHERE (party, name) > (?, ?) ORDER BY party, name LIMIT ?",
		string(after.Party), after.Name, limit(most))
	out, err := all(rows, err, func(scan func(...any) error) (k office.Kept, err error) {
		var request []byte
		err = scan(&k.Key.Party, &k.Key.Name, &request, &k.Answer)
		copy(k.Request[:], request)
		return k, err
	})
	return out, failure("read answers", "", err)
}
