package sqlite

import (
	"time"

	"tamga/customs"
	"tamga/office"
)

// blob keeps empty bytes apart from NULL.
func blob(data []byte) []byte {
	if data == nil {
		return []byte{}
	}
	return data
}

// instant reads an instant as it is kept: microseconds since 1970, in UTC.
func instant(micro int64) time.Time { return time.UnixMicro(micro).UTC() }

// keep writes all rows of an act.
func (s *store) keep(act *office.Commit, serial int64, rows office.Rows) error {
	if rows.Case.ID != act.Case || act.Case != "" && rows.Case.Version <= act.Expect {
		return refusal(customs.Internal, string(act.Case), errRows)
	}
	if act.Case != "" {
		if err := s.keepCase(act, rows); err != nil {
			return err
		}
	}
	for _, b := range rows.Balances {
		if _, err := s.write.run("INSERT INTO balance (name, available) VALUES (?, ?)", b.Name, b.Available); err != nil {
			return err
		}
	}
	if err := s.keepContents(rows); err != nil {
		return err
	}
	_, err := s.write.run("INSERT INTO answer (party, name, request, serial, answer) VALUES (?, ?, ?, ?, ?)",
		string(act.Key.Party), act.Key.Name, act.Request[:], serial, blob(rows.Answer))
	return err
}

func (s *store) keepCase(act *office.Commit, rows office.Rows) error {
	if err := s.placeCase(rows.Case, act.Expect == 0); err != nil {
		return err
	}
	if len(rows.Secret) > 0 {
		if _, err := s.write.run("INSERT INTO secret (case_id, secret) VALUES (?, ?)",
			string(act.Case), rows.Secret); err != nil {
			return err
		}
	}
	if act.Expect > 0 {
		if _, err := s.write.run("DELETE FROM timer WHERE case_id = ?", string(act.Case)); err != nil {
			return err
		}
	}
	for i, t := range rows.Timers {
		if _, err := s.write.run("INSERT INTO timer (case_id, ordinal, kind, due, held) VALUES (?, ?, ?, ?, ?)",
			string(act.Case), i, t.Kind, t.Due.UnixMicro(), time.Time{}.UnixMicro()); err != nil {
			return err
		}
	}
	return nil
}

func (s *store) placeCase(c office.CaseRow, isNew bool) error {
	query := `UPDATE cases SET version = ?, party = ?, document = ?, attempt = ?, office = ?, state = ?, number = ?,
		lane = ?, assignee = ?, received = ?, changed = ?, content = ? WHERE id = ?`
	if isNew {
		query = `INSERT INTO cases (version, party, document, attempt, office, state, number, lane, assignee,
			received, changed, content, id) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	}
	_, err := s.write.run(query, c.Version, string(c.Party), string(c.Document), c.Attempt, string(c.Office), c.State,
		c.Number, c.Lane, c.Assignee, c.Received.UnixMicro(), c.Changed.UnixMicro(), blob(c.Content), string(c.ID))
	return err
}

func (s *store) keepContents(rows office.Rows) error {
	for _, b := range rows.Bodies {
		if _, err := s.write.run(`INSERT INTO body (case_id, digest, kind, length, sealed) VALUES (?, ?, ?, ?, ?)
			ON CONFLICT (case_id, digest) DO NOTHING`,
			string(b.Case), b.Digest[:], b.Kind, b.Length, blob(b.Sealed)); err != nil {
			return err
		}
	}
	for _, e := range rows.Events {
		if _, err := s.write.run("INSERT INTO event (case_id, sequence, id, kind, at, content) VALUES (?, ?, ?, ?, ?, ?)",
			string(e.Case), e.Sequence, e.ID, e.Kind, e.At.UnixMicro(), blob(e.Content)); err != nil {
			return err
		}
	}
	for i, m := range rows.Messages {
		if _, err := s.write.run(`INSERT INTO message (id, case_id, version, ordinal, party, kind, at, content, digest)
			VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`, m.ID, string(m.Case), rows.Case.Version, i, string(m.Party), m.Kind,
			m.At.UnixMicro(), blob(m.Content), m.Digest[:]); err != nil {
			return err
		}
	}
	for i, r := range rows.Records {
		if _, err := s.write.run(`INSERT INTO log_record (id, case_id, version, ordinal, at, leaf)
			VALUES (?, ?, ?, ?, ?, ?)`, r.ID, string(r.Case), rows.Case.Version, i, r.At.UnixMicro(),
			blob(r.Leaf)); err != nil {
			return err
		}
	}
	return nil
}
