package portal_test

import (
	"cmp"
	"context"
	"slices"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// shelf is a store in memory for one caller at a time. It has what pages and acts need; the rest is not there.
type shelf struct {
	office.Store
	answers  map[office.Key][]byte
	requests map[office.Key]transparency.Digest
	cases    map[customs.CaseID]office.CaseRow
	secrets  map[customs.CaseID][]byte
	bodies   map[transparency.Digest]office.Body
	events   map[customs.CaseID][]office.EventRow
	messages []office.Message
	memory   transparency.Memory
	serial   int64
}

func newShelf() *shelf {
	return &shelf{
		answers: map[office.Key][]byte{}, requests: map[office.Key]transparency.Digest{},
		cases: map[customs.CaseID]office.CaseRow{}, secrets: map[customs.CaseID][]byte{},
		bodies: map[transparency.Digest]office.Body{}, events: map[customs.CaseID][]office.EventRow{},
	}
}

func (s *shelf) Commit(_ context.Context, group []*office.Commit) []office.Outcome {
	outcomes := make([]office.Outcome, len(group))
	for i, commit := range group {
		outcomes[i] = s.commit(commit)
	}
	return outcomes
}

func (s *shelf) commit(commit *office.Commit) office.Outcome {
	if answer, known := s.answers[commit.Key]; known {
		return office.Outcome{Answer: answer, Repeated: true}
	}
	if s.cases[commit.Case].Version != commit.Expect {
		return office.Outcome{Err: &customs.Error{Code: customs.Stale, Op: "commit"}}
	}
	if commit.Number != nil {
		s.serial++
	}
	rows, err := commit.Rows(s.serial)
	if err != nil {
		return office.Outcome{Err: err}
	}
	s.cases[commit.Case] = rows.Case
	if rows.Secret != nil {
		s.secrets[commit.Case] = rows.Secret
	}
	for _, body := range rows.Bodies {
		s.bodies[body.Digest] = body
	}
	s.events[commit.Case] = append(s.events[commit.Case], rows.Events...)
	for _, message := range rows.Messages {
		message.Position = int64(len(s.messages) + 1)
		s.messages = append(s.messages, message)
	}
	s.answers[commit.Key], s.requests[commit.Key] = rows.Answer, commit.Request
	return office.Outcome{Serial: s.serial, Answer: rows.Answer}
}

func missing(op string) error { return &customs.Error{Code: customs.NotFound, Op: op} }

func (s *shelf) Answer(_ context.Context, key office.Key) ([]byte, transparency.Digest, error) {
	answer, known := s.answers[key]
	if !known {
		return nil, transparency.Digest{}, missing("answer")
	}
	return answer, s.requests[key], nil
}

func (s *shelf) Case(_ context.Context, id customs.CaseID) (office.CaseRow, error) {
	row, known := s.cases[id]
	if !known {
		return row, missing("case")
	}
	return row, nil
}

func (s *shelf) Cases(_ context.Context, query office.Query) ([]office.CaseRow, error) {
	var rows []office.CaseRow
	for _, row := range s.cases {
		fits := (query.Party == "" || query.Party == row.Party) && (query.Office == "" || query.Office == row.Office) &&
			(query.Number == "" || query.Number == row.Number) && (query.Document == "" || query.Document == row.Document)
		earlier := query.Before.IsZero() || row.Received.Before(query.Before) ||
			row.Received.Equal(query.Before) && row.ID < query.BeforeID
		if fits && earlier {
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b office.CaseRow) int {
		return cmp.Or(b.Received.Compare(a.Received), cmp.Compare(b.ID, a.ID))
	})
	return rows[:min(len(rows), query.Limit)], nil
}

func (s *shelf) Events(_ context.Context, id customs.CaseID) ([]office.EventRow, error) {
	return s.events[id], nil
}

func (s *shelf) Body(_ context.Context, id customs.CaseID, digest transparency.Digest) (office.Body, []byte, error) {
	body, known := s.bodies[digest]
	if !known || body.Case != id {
		return office.Body{}, nil, missing("body")
	}
	return body, s.secrets[id], nil
}

func (s *shelf) Feed(_ context.Context, party customs.PartyID, after int64, limit int) ([]office.Message, error) {
	var found []office.Message
	for _, message := range s.messages {
		if message.Party == party && message.Position > after && len(found) < limit {
			found = append(found, message)
		}
	}
	return found, nil
}

func (s *shelf) Position(context.Context) (int64, error) { return int64(len(s.messages)), nil }

func (s *shelf) KeepEdition(context.Context, string, []byte) error { return nil }

func (s *shelf) Log() transparency.Source { return &s.memory }
