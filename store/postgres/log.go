package postgres

import (
	"context"
	"fmt"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgxpool"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// source reads the log of evidence as it is stored.
type source struct{ pool *pgxpool.Pool }

func (l *source) ReadHashes(places []int64) ([]transparency.Hash, error) {
	if len(places) == 0 {
		return nil, nil
	}
	rows, err := l.pool.Query(context.Background(), "SELECT place, hash FROM log_hash WHERE place = ANY($1)", places)
	if err != nil {
		return nil, failure("read log hashes", "", err)
	}
	stored := make(map[int64]transparency.Hash, len(places))
	var place int64
	var hash []byte
	_, err = pgx.ForEachRow(rows, []any{&place, &hash}, func() error {
		stored[place] = transparency.Hash(digestOf(hash))
		return nil
	})
	if err != nil {
		return nil, failure("read log hashes", "", err)
	}
	out := make([]transparency.Hash, len(places))
	for i, place := range places {
		known, ok := stored[place]
		if !ok {
			return nil, &customs.Error{Code: customs.NotFound, Op: "read log hash", Subject: fmt.Sprint(place)}
		}
		out[i] = known
	}
	return out, nil
}

func (l *source) ReadRecords(first int64, count int) ([][]byte, error) {
	rows, err := l.pool.Query(context.Background(),
		"SELECT leaf FROM log_record WHERE position >= $1 ORDER BY position LIMIT $2", first, count)
	out, err := list(rows, err, pgx.RowTo[[]byte])
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
	err := l.pool.QueryRow(context.Background(), "SELECT note FROM checkpoint ORDER BY size DESC LIMIT 1").Scan(&note)
	return note, found("read checkpoint", "", err)
}

func (s *store) Records(ctx context.Context, ids []string) ([]office.LogRow, error) {
	rows, err := s.pool.Query(ctx,
		"SELECT id, case_id, at, leaf, position FROM log_record WHERE id = ANY($1) AND position IS NOT NULL ORDER BY position", ids)
	out, err := list(rows, err, func(row pgx.CollectableRow) (r office.LogRow, err error) {
		var at int64
		err = row.Scan(&r.ID, &r.Case, &at, &r.Leaf, &r.Position)
		r.At = instant(at)
		return r, err
	})
	return out, failure("read records", "", err)
}

func (s *store) Checkpoints(ctx context.Context) ([][]byte, error) {
	rows, err := s.pool.Query(ctx, "SELECT note FROM checkpoint ORDER BY size")
	out, err := list(rows, err, pgx.RowTo[[]byte])
	return out, failure("read checkpoints", "", err)
}

func (s *store) Waiting(ctx context.Context, most int) (office.Batch, error) {
	batch, err := s.waiting(ctx, most)
	return batch, failure("read waiting", "", err)
}

func (s *store) Answers(ctx context.Context, after office.Key, most int) ([]office.Kept, error) {
	rows, err := s.pool.Query(ctx,
		"SELECT party, name, request, answer FROM answer WHERE (party, name) > ($1, $2) ORDER BY party, name LIMIT $3",
		string(after.Party), after.Name, limit(most))
	out, err := list(rows, err, func(row pgx.CollectableRow) (k office.Kept, err error) {
		var request []byte
		err = row.Scan(&k.Key.Party, &k.Key.Name, &request, &k.Answer)
		k.Request = digestOf(request)
		return k, err
	})
	return out, failure("read answers", "", err)
}
