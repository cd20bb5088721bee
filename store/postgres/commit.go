package postgres

import (
	"context"
	"errors"
	"time"

	"github.com/jackc/pgx/v5"

	"tamga/customs"
	"tamga/office"
)

const (
	committing = "commit act"
	// tries is how often an act is tried alone at most before the server is called unavailable.
	tries = 6
	// patience is how long a transaction may take: a caller who leaves does not break it, a dead server does.
	patience = 30 * time.Second
)

var (
	errOtherRequest = errors.New("the key was used for another request")
	errVersion      = errors.New("the case has moved on")
	errDayEnded     = errors.New("the legal day has ended")
	errBalance      = errors.New("the balance does not suffice")
	errRows         = errors.New("the rows are of another case, or not of a later version")
)

func refusal(code customs.ErrorCode, subject string, cause error) error {
	return &customs.Error{Code: code, Op: committing, Subject: subject, Err: cause}
}

// Commit makes the group true in one transaction of few round trips. Acts that follow another of their case or key in the
// group go in a later round; when the database refuses a round, each of its acts is tried alone.
func (s *store) Commit(ctx context.Context, group []*office.Commit) []office.Outcome {
	out := make([]office.Outcome, len(group))
	if err := ctx.Err(); err != nil {
		for i, act := range group {
			out[i].Err = failure(committing, string(act.Case), err)
		}
		return out
	}
	for _, round := range rounds(group) {
		acts := make([]*office.Commit, len(round))
		for i, place := range round {
			acts[i] = group[place]
		}
		done, err := s.together(ctx, acts)
		for i, place := range round {
			if err != nil {
				out[place] = s.alone(ctx, group[place])
				continue
			}
			out[place] = done[i]
		}
	}
	return out
}

// rounds divides a group so that no case or key stands twice in a round, keeping the order of each.
func rounds(group []*office.Commit) [][]int {
	var out [][]int
	cases, keys := map[customs.CaseID]int{}, map[office.Key]int{}
	for i, act := range group {
		round := keys[act.Key]
		if act.Case != "" {
			round = max(round, cases[act.Case])
			cases[act.Case] = round + 1
		}
		keys[act.Key] = round + 1
		if round == len(out) {
			out = append(out, nil)
		}
		out[round] = append(out[round], i)
	}
	return out
}

// alone performs one act, again when others were in its way or the way to the server broke: its key, unique and read under
// the locks, makes that safe. An act found done is answered as Repeated, even if it was this very call that did it.
func (s *store) alone(ctx context.Context, act *office.Commit) office.Outcome {
	var err error
	violations := 0
	for range tries {
		var out []office.Outcome
		if out, err = s.together(ctx, []*office.Commit{act}); err == nil {
			return out[0]
		}
		if state(err) == "" {
			// Where one connection is broken the idle ones may be too.
			s.pool.Reset()
		}
		if state(err) == uniqueViolation {
			// The first may be an equal act, or one of the same new case, that came a moment before and shows now.
			violations++
		}
		if violations > 1 || !passing(err) {
			break
		}
	}
	return office.Outcome{Err: failure(committing, string(act.Case), err)}
}

// passing reports whether trying again can help.
func passing(err error) bool {
	switch state(err) {
	case uniqueViolation, serializationFailure, deadlockDetected, "":
		return true
	}
	return false
}

// together performs acts in one transaction; its error says that nothing of them was done, or that nobody knows.
func (s *store) together(ctx context.Context, acts []*office.Commit) ([]office.Outcome, error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), patience)
	defer cancel()
	tx, err := s.pool.Begin(ctx)
	if err != nil {
		return nil, err
	}
	out, err := s.perform(ctx, tx, acts)
	if err != nil {
		return nil, errors.Join(err, tx.Rollback(ctx))
	}
	return out, tx.Commit(ctx)
}

func (s *store) perform(ctx context.Context, tx pgx.Tx, acts []*office.Commit) ([]office.Outcome, error) {
	standing, err := stand(ctx, tx, acts)
	if err != nil {
		return nil, err
	}
	out := make([]office.Outcome, len(acts))
	var writing written
	for i, act := range acts {
		if known, ok := standing.answers[act.Key]; ok {
			out[i] = known.outcome(act)
			continue
		}
		serial, rows, err := s.decide(standing, act)
		if err != nil {
			out[i] = office.Outcome{Err: failure(committing, string(act.Case), internal(act, err))}
			continue
		}
		out[i] = office.Outcome{Serial: serial, Answer: rows.Answer}
		writing.add(act, serial, rows)
	}
	if len(writing.answers) == 0 {
		return out, nil
	}
	batch := &pgx.Batch{}
	writing.queue(batch)
	standing.queue(batch)
	return out, tx.SendBatch(ctx, batch).Close()
}

// internal keeps an error of the act's own computation from being taken for the database's.
func internal(act *office.Commit, err error) error {
	var known *customs.Error
	if errors.As(err, &known) {
		return err
	}
	return refusal(customs.Internal, string(act.Case), err)
}

// decide says what an act does to what stands. A failing act leaves it as it was.
func (s *store) decide(standing *standing, act *office.Commit) (int64, office.Rows, error) {
	none := office.Rows{}
	if act.Case != "" && standing.versions[act.Case] != act.Expect {
		return 0, none, refusal(customs.Stale, string(act.Case), errVersion)
	}
	moved, err := standing.move(act.Moves)
	if err != nil {
		return 0, none, err
	}
	var serial int64
	if act.Number != nil {
		if !s.clock.Now().Before(act.Number.Before) {
			return 0, none, refusal(customs.Stale, string(act.Case), errDayEnded)
		}
		serial = standing.serials[bookOf(act.Number)] + 1
	}
	rows, err := act.Rows(serial)
	if err != nil {
		return 0, none, err
	}
	if rows.Case.ID != act.Case || act.Case != "" && rows.Case.Version <= act.Expect {
		return 0, none, refusal(customs.Internal, string(act.Case), errRows)
	}
	standing.accept(act, moved, serial)
	return serial, rows, nil
}
