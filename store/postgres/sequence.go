package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgconn"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

const sequencing = "number log"

var errFenced = errors.New("the lease has passed to another")

// Lead takes a free or ended lease under a new epoch, or renews its own under the same.
func (s *store) Lead(ctx context.Context, lease office.Fence, now, until time.Time) (int64, bool, error) {
	var epoch int64
	err := s.pool.QueryRow(ctx, `INSERT INTO lease (name, holder, epoch, until) VALUES ($1, $2, 1, $3)
		ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until,
			epoch = CASE WHEN lease.holder = excluded.holder THEN lease.epoch ELSE lease.epoch + 1 END
		WHERE lease.holder = excluded.holder OR lease.until <= $4 RETURNING epoch`,
		lease.Name, lease.Holder, until.UnixMicro(), now.UnixMicro()).Scan(&epoch)
	if errors.Is(err, pgx.ErrNoRows) {
		return 0, false, nil
	}
	return epoch, err == nil, failure("take lease", lease.Name, err)
}

// Sequence reads what waits, has it numbered while acts go on, and writes the numbers if the lease still stands.
func (s *store) Sequence(ctx context.Context, fence office.Fence, most int, number office.NumberFunc) (int, error) {
	batch, err := s.waiting(ctx, most)
	if err != nil {
		return 0, failure(sequencing, fence.Name, err)
	}
	if len(batch.Records)+len(batch.Messages) == 0 {
		return 0, nil
	}
	numbered, err := number(batch)
	if err != nil {
		return 0, err
	}
	if err := office.CheckNumbered(batch, numbered); err != nil {
		return 0, err
	}
	err = pgx.BeginFunc(ctx, s.pool, func(tx pgx.Tx) error { return place(ctx, tx, fence, numbering{batch, numbered}) })
	if state(err) == uniqueViolation {
		err = &customs.Error{Code: customs.Stale, Op: sequencing, Subject: fence.Name, Err: errFenced}
	}
	if err != nil {
		return 0, failure(sequencing, fence.Name, err)
	}
	return len(numbered.Records) + len(numbered.Messages), nil
}

func (s *store) waiting(ctx context.Context, most int) (batch office.Batch, err error) {
	var size int64
	err = s.pool.QueryRow(ctx,
		"SELECT coalesce(max(position) + 1, 0) FROM log_record WHERE position IS NOT NULL").Scan(&size)
	if err != nil {
		return batch, err
	}
	if batch.Tree, err = transparency.TreeAt(size, s.Log()); err != nil {
		return batch, err
	}
	if batch.LastPosition, err = s.Position(ctx); err != nil {
		return batch, err
	}
	rows, err := s.pool.Query(ctx, `SELECT id, case_id, at, leaf FROM log_record WHERE position IS NULL
		ORDER BY at, case_id, version, ordinal LIMIT $1`, limit(most))
	batch.Records, err = list(rows, err, func(row pgx.CollectableRow) (r office.LogRow, err error) {
		var at int64
		err = row.Scan(&r.ID, &r.Case, &at, &r.Leaf)
		r.At = instant(at)
		return r, err
	})
	if err != nil {
		return batch, err
	}
	messages, err := s.pool.Query(ctx,
		messageColumns+" WHERE position IS NULL ORDER BY at, case_id, version, ordinal LIMIT $1", limit(most))
	batch.Messages, err = list(messages, err, scanMessage)
	return batch, err
}

type numbering struct {
	batch    office.Batch
	numbered office.Numbered
}

// place writes a numbering. The lease's row stays locked until the end, so another can lead only after it.
func place(ctx context.Context, tx pgx.Tx, fence office.Fence, n numbering) error {
	batch := &pgx.Batch{}
	mine, err := tx.Exec(ctx, "UPDATE lease SET epoch = epoch WHERE name = $1 AND holder = $2 AND epoch = $3",
		fence.Name, fence.Holder, fence.Epoch)
	if err != nil {
		return err
	}
	if mine.RowsAffected() == 0 {
		return &customs.Error{Code: customs.Stale, Op: sequencing, Subject: fence.Name, Err: errFenced}
	}
	var records, messages, hashes table
	for _, r := range n.numbered.Records {
		records.add(r.ID, r.Position)
	}
	for _, m := range n.numbered.Messages {
		messages.add(m.ID, m.Position, m.Signature)
	}
	for i, hash := range n.numbered.Hashes {
		hashes.add(n.numbered.FirstHash+int64(i), hash[:])
	}
	records.number(batch, "log_record", "id, position", "position = given.position")
	messages.number(batch, "message", "id, position, signature", "position = given.position, signature = given.signature")
	hashes.insert(batch, "log_hash", "place, hash", "")
	if records.rows > 0 {
		batch.Queue("INSERT INTO checkpoint (size, note) VALUES ($1, $2)",
			n.batch.Tree.Size+int64(records.rows), n.numbered.Checkpoint)
	}
	return tx.SendBatch(ctx, batch).Close()
}

// number queues the setting of places; every row must still have none, for a row numbered meanwhile means a leader
// without a fence.
func (t *table) number(batch *pgx.Batch, name, columns, set string) {
	if t.rows == 0 {
		return
	}
	from, args := t.source(columns)
	batch.Queue("UPDATE "+name+" SET "+set+" FROM "+from+" WHERE "+name+".id = given.id AND "+name+".position IS NULL",
		args...).Exec(func(done pgconn.CommandTag) error {
		if done.RowsAffected() != int64(t.rows) {
			return &customs.Error{Code: customs.Stale, Op: sequencing, Err: errFenced}
		}
		return nil
	})
}
