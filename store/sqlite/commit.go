package sqlite

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"math"
	"slices"

	"tamga/customs"
	"tamga/office"
)

const committing = "commit act"

// Commit writes the group in one transaction with a savepoint for each act.
func (s *store) Commit(ctx context.Context, group []*office.Commit) []office.Outcome {
	out := make([]office.Outcome, len(group))
	s.writing.Lock()
	defer s.writing.Unlock()
	err := ctx.Err()
	if err == nil {
		err = s.write.transaction(func() error {
			for i, act := range group {
				var broken error
				if out[i], broken = s.attempt(act); broken != nil {
					return broken
				}
			}
			return nil
		})
	}
	if err != nil {
		for i, act := range group {
			out[i] = s.lookUp(act, err)
		}
	}
	return out
}

// lookUp says what became of an act of a transaction that failed: what was on the disk before counts, nothing else.
func (s *store) lookUp(act *office.Commit, cause error) office.Outcome {
	if found, ok, err := s.repeated(act); ok && err == nil {
		return found
	}
	return office.Outcome{Err: failure(committing, string(act.Case), cause)}
}

// attempt performs an act within a savepoint. Its error means that the whole transaction is broken.
func (s *store) attempt(act *office.Commit) (office.Outcome, error) {
	if _, err := s.write.run("SAVEPOINT act"); err != nil {
		return office.Outcome{}, err
	}
	out, err := s.perform(act)
	if err != nil {
		out = office.Outcome{Err: failure(committing, string(act.Case), err)}
		if _, err := s.write.run("ROLLBACK TO act"); err != nil {
			return out, err
		}
	}
	_, err = s.write.run("RELEASE act")
	return out, err
}

func (s *store) perform(act *office.Commit) (office.Outcome, error) {
	if found, ok, err := s.repeated(act); ok || err != nil {
		return found, err
	}
	if err := s.fresh(act); err != nil {
		return office.Outcome{}, err
	}
	if err := s.move(act); err != nil {
		return office.Outcome{}, err
	}
	serial, err := s.serial(act)
	if err != nil {
		return office.Outcome{}, err
	}
	rows, err := act.Rows(serial)
	if err != nil {
		return office.Outcome{}, err
	}
	if err := s.keep(act, serial, rows); err != nil {
		return office.Outcome{}, err
	}
	return office.Outcome{Serial: serial, Answer: rows.Answer}, nil
}

// repeated finds the answer given under the key before.
func (s *store) repeated(act *office.Commit) (office.Outcome, bool, error) {
	var request, answer []byte
	var serial int64
	found, err := s.write.find("SELECT request, serial, answer FROM answer WHERE party = ? AND name = ?",
		[]any{string(act.Key.Party), act.Key.Name}, &request, &serial, &answer)
	if !found || err != nil {
		return office.Outcome{}, false, err
	}
	if !bytes.Equal(request, act.Request[:]) {
		return office.Outcome{Err: refusal(customs.Conflict, act.Key.Name, errOtherRequest)}, true, nil
	}
	return office.Outcome{Serial: serial, Answer: answer, Repeated: true}, true, nil
}

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

// fresh checks that the case stands where the act was decided.
func (s *store) fresh(act *office.Commit) error {
	if act.Case == "" {
		return nil
	}
	var version int64
	_, err := s.write.find("SELECT version FROM cases WHERE id = ?", []any{string(act.Case)}, &version)
	if err == nil && version != act.Expect {
		err = refusal(customs.Stale, string(act.Case), errVersion)
	}
	return err
}

func (s *store) move(act *office.Commit) error {
	moves := slices.SortedStableFunc(slices.Values(act.Moves), func(a, b office.Move) int {
		return cmp.Compare(a.Balance, b.Balance)
	})
	for _, m := range moves {
		if m.Amount == math.MinInt64 {
			return refusal(customs.Insufficient, m.Balance, errBalance)
		}
		changed, err := s.write.run(
			"UPDATE balance SET available = available + ? WHERE name = ? AND available BETWEEN ? AND ?",
			m.Amount, m.Balance, max(0, -m.Amount), math.MaxInt64-max(0, m.Amount))
		if err != nil {
			return err
		}
		if changed == 0 {
			return refusal(customs.Insufficient, m.Balance, errBalance)
		}
	}
	return nil
}

func (s *store) serial(act *office.Commit) (int64, error) {
	if act.Number == nil {
		return 0, nil
	}
	if !s.clock.Now().Before(act.Number.Before) {
		return 0, refusal(customs.Stale, string(act.Case), errDayEnded)
	}
	var serial int64
	_, err := s.write.find(`INSERT INTO serial (office, year, last) VALUES (?, ?, 1)
		ON CONFLICT (office, year) DO UPDATE SET last = last + 1 RETURNING last`,
		[]any{string(act.Number.Office), act.Number.Day.Year()}, &serial)
	return serial, err
}
