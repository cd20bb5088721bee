package sqlite

import (
	"context"
	"errors"
	"time"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

const sequencing = "number log"

var errFenced = errors.New("the lease has passed to another")

// Lead takes a free or ended lease under a new epoch, or renews its own under the same.
func (s *store) Lead(ctx context.Context, lease office.Fence, now, until time.Time) (int64, bool, error) {
	s.writing.Lock()
	defer s.writing.Unlock()
	if err := ctx.Err(); err != nil {
		return 0, false, failure("take lease", lease.Name, err)
	}
	var epoch int64
	leads, err := s.write.find(`INSERT INTO lease (name, holder, epoch, until) VALUES (?, ?, 1, ?)
		ON CONFLICT (name) DO UPDATE SET holder = excluded.holder, until = excluded.until,
			epoch = CASE WHEN lease.holder = excluded.holder THEN lease.epoch ELSE lease.epoch + 1 END
		WHERE lease.holder = excluded.holder OR lease.until <= ? RETURNING epoch`,
		[]any{lease.Name, lease.Holder, until.UnixMicro(), now.UnixMicro()}, &epoch)
	return epoch, leads, failure("take lease", lease.Name, err)
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
	s.writing.Lock()
	defer s.writing.Unlock()
	err = s.write.transaction(func() error { return s.place(fence, batch, numbered) })
	if err != nil {
		return 0, failure(sequencing, fence.Name, err)
	}
	return len(numbered.Records) + len(numbered.Messages), nil
}

func (s *store) waiting(ctx context.Context, most int) (batch office.Batch, err error) {
	var size int64
	err = s.read.QueryRowContext(ctx,
		"SELECT coalesce(max(position) + 1, 0) FROM log_record WHERE position IS NOT NULL").Scan(&size)
	if err != nil {
		return batch, err
	}
	if batch.Tree, err = transparency.TreeAt(size, s.source); err != nil {
		return batch, err
	}
	if batch.LastPosition, err = s.Position(ctx); err != nil {
		return batch, err
	}
	rows, err := s.read.QueryContext(ctx, `SELECT id, case_id, at, leaf FROM log_record WHERE position IS NULL
		ORDER BY at, case_id, version, ordinal LIMIT ?`, limit(most))
	batch.Records, err = all(rows, err, func(scan func(...any) error) (r office.LogRow, err error) {
		var at int64
		err = scan(&r.ID, &r.Case, &at, &r.Leaf)
		r.At = instant(at)
		return r, err
	})
	if err != nil {
		return batch, err
	}
	messages, err := s.read.QueryContext(ctx,
		messageColumns+" WHERE position IS NULL ORDER BY at, case_id, version, ordinal LIMIT ?", limit(most))
	batch.Messages, err = all(messages, err, scanMessage)
	return batch, err
}

// place writes a numbering. It changes nothing that an act reads, so acts need not be told.
func (s *store) place(fence office.Fence, batch office.Batch, numbered office.Numbered) error {
	mine, err := s.write.run("UPDATE lease SET epoch = epoch WHERE name = ? AND holder = ? AND epoch = ?",
		fence.Name, fence.Holder, fence.Epoch)
	if err == nil && mine == 0 {
		err = &customs.Error{Code: customs.Stale, Op: sequencing, Subject: fence.Name, Err: errFenced}
	}
	if err != nil {
		return err
	}
	for _, r := range numbered.Records {
		if err := s.one("UPDATE log_record SET position = ? WHERE id = ? AND position IS NULL", r.Position, r.ID); err != nil {
			return err
		}
	}
	for _, m := range numbered.Messages {
		if err := s.one("UPDATE message SET position = ?, signature = ? WHERE id = ? AND position IS NULL",
			m.Position, m.Signature, m.ID); err != nil {
			return err
		}
	}
	for i, hash := range numbered.Hashes {
		if err := s.one("INSERT INTO log_hash (place, hash) VALUES (?, ?)", numbered.FirstHash+int64(i), hash[:]); err != nil {
			return err
		}
	}
	if len(numbered.Records) == 0 {
		return nil
	}
	return s.one("INSERT INTO checkpoint (size, note) VALUES (?, ?)",
		batch.Tree.Size+int64(len(numbered.Records)), numbered.Checkpoint)
}

// one runs a statement that must change exactly one row: a row numbered meanwhile means a leader without a fence.
func (s *store) one(query string, args ...any) error {
	changed, err := s.write.run(query, args...)
	if err == nil && changed != 1 {
		err = &customs.Error{Code: customs.Stale, Op: sequencing, Err: errFenced}
	}
	return err
}
