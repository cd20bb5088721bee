package api_test

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// memory is a store of one process that forgets: enough of office.Store for the door to be tried without a database.
type memory struct {
	// Store is nil: what the door does not need is not there.
	office.Store
	sync.Mutex
	answers  map[office.Key]stored
	cases    map[customs.CaseID]office.CaseRow
	secrets  map[customs.CaseID][]byte
	bodies   []office.Body
	events   []office.EventRow
	messages []office.Message
	records  []office.LogRow
	serial   int64
	log      transparency.Memory
	// fault, when there is one, is what every reading of a case gives.
	fault error
}

type stored struct {
	answer  []byte
	request transparency.Digest
}

func newMemory() *memory {
	return &memory{
		answers: map[office.Key]stored{}, cases: map[customs.CaseID]office.CaseRow{}, secrets: map[customs.CaseID][]byte{},
	}
}

func (m *memory) Commit(_ context.Context, group []*office.Commit) []office.Outcome {
	m.Lock()
	defer m.Unlock()
	outcomes := make([]office.Outcome, len(group))
	for i, act := range group {
		outcomes[i] = m.commit(act)
	}
	return outcomes
}

func (m *memory) commit(act *office.Commit) office.Outcome {
	failed := func(code customs.ErrorCode) office.Outcome {
		return office.Outcome{Err: &customs.Error{Code: code, Op: "commit", Subject: string(act.Case)}}
	}
	if before, ok := m.answers[act.Key]; ok {
		if before.request != act.Request {
			return failed(customs.Conflict)
		}
		return office.Outcome{Answer: before.answer, Repeated: true}
	}
	if m.cases[act.Case].Version != act.Expect {
		return failed(customs.Stale)
	}
	serial := int64(0)
	if act.Number != nil {
		m.serial++
		serial = m.serial
	}
	rows, err := act.Rows(serial)
	if err != nil {
		return office.Outcome{Err: err}
	}
	m.answers[act.Key], m.cases[act.Case] = stored{rows.Answer, act.Request}, rows.Case
	if rows.Secret != nil {
		m.secrets[act.Case] = rows.Secret
	}
	m.bodies, m.events = append(m.bodies, rows.Bodies...), append(m.events, rows.Events...)
	m.messages = append(m.messages, rows.Messages...)
	for _, record := range rows.Records {
		record.Position = -1
		m.records = append(m.records, record)
	}
	return office.Outcome{Serial: serial, Answer: rows.Answer}
}

func (m *memory) Claim(context.Context, time.Time, time.Time, int) ([]office.Timer, error) {
	return nil, nil
}
func (m *memory) KeepEdition(context.Context, string, []byte) error { return nil }

func absent(op string) error { return &customs.Error{Code: customs.NotFound, Op: op} }

func (m *memory) Answer(_ context.Context, key office.Key) ([]byte, transparency.Digest, error) {
	m.Lock()
	defer m.Unlock()
	if before, ok := m.answers[key]; ok {
		return before.answer, before.request, nil
	}
	return nil, transparency.Digest{}, absent("read answer")
}

func (m *memory) Case(_ context.Context, id customs.CaseID) (office.CaseRow, error) {
	m.Lock()
	defer m.Unlock()
	if m.fault != nil {
		return office.CaseRow{}, m.fault
	}
	row, ok := m.cases[id]
	if !ok {
		return row, absent("read case")
	}
	return row, nil
}

func (m *memory) Cases(_ context.Context, q office.Query) ([]office.CaseRow, error) {
	m.Lock()
	defer m.Unlock()
	var rows []office.CaseRow
	for _, row := range m.cases {
		chosen := (q.Party == "" || row.Party == q.Party) && (q.Office == "" || row.Office == q.Office) &&
			(q.State == "" || row.State == q.State) && (q.Number == "" || row.Number == q.Number) &&
			(q.Document == "" || row.Document == q.Document)
		later := cmp.Or(row.Received.Compare(q.Before), cmp.Compare(row.ID, q.BeforeID)) >= 0
		if chosen && (q.Before.IsZero() || !later) {
			rows = append(rows, row)
		}
	}
	slices.SortFunc(rows, func(a, b office.CaseRow) int {
		return cmp.Or(b.Received.Compare(a.Received), cmp.Compare(b.ID, a.ID))
	})
	return rows[:min(len(rows), q.Limit)], nil
}

func (m *memory) Events(_ context.Context, id customs.CaseID) ([]office.EventRow, error) {
	m.Lock()
	defer m.Unlock()
	var rows []office.EventRow
	for _, row := range m.events {
		if row.Case == id {
			rows = append(rows, row)
		}
	}
	return rows, nil
}

func (m *memory) Body(_ context.Context, id customs.CaseID, digest transparency.Digest) (office.Body, []byte, error) {
	m.Lock()
	defer m.Unlock()
	for _, body := range m.bodies {
		if body.Case == id && body.Digest == digest {
			return body, m.secrets[id], nil
		}
	}
	return office.Body{}, nil, absent("read body")
}

func (m *memory) Feed(_ context.Context, party customs.PartyID, after int64, limit int) ([]office.Message, error) {
	m.Lock()
	defer m.Unlock()
	var messages []office.Message
	for _, message := range m.messages {
		if message.Position > after && (party == "" || message.Party == party) && len(messages) < limit {
			messages = append(messages, message)
		}
	}
	return messages, nil
}

func (m *memory) Lead(context.Context, office.Fence, time.Time, time.Time) (int64, bool, error) {
	return 1, true, nil
}

func (m *memory) Sequence(_ context.Context, _ office.Fence, _ int, number office.NumberFunc) (int, error) {
	m.Lock()
	defer m.Unlock()
	batch := office.Batch{Tree: m.log.Tree()}
	var records, messages []int
	for i, record := range m.records {
		if record.Position < 0 {
			batch.Records, records = append(batch.Records, record), append(records, i)
		}
	}
	for i, message := range m.messages {
		batch.LastPosition = max(batch.LastPosition, message.Position)
		if message.Position == 0 {
			batch.Messages, messages = append(batch.Messages, message), append(messages, i)
		}
	}
	if len(records)+len(messages) == 0 {
		return 0, nil
	}
	numbered, err := number(batch)
	if err != nil {
		return 0, err
	}
	for i, at := range records {
		m.records[at] = numbered.Records[i]
		if _, err := m.log.Add(numbered.Records[i].Leaf); err != nil {
			return 0, err
		}
	}
	for i, at := range messages {
		m.messages[at] = numbered.Messages[i]
	}
	m.log.Keep(numbered.Checkpoint)
	return len(records) + len(messages), nil
}

func (m *memory) Position(context.Context) (int64, error) { return 0, nil }
func (m *memory) Log() transparency.Source                { return shelf{&m.log} }

// shelf is a log that has no checkpoint as the stores have none.
type shelf struct{ *transparency.Memory }

func (s shelf) Latest() ([]byte, error) {
	if s.Tree().Size == 0 {
		return nil, absent("read checkpoint")
	}
	return s.Memory.Latest()
}

func (m *memory) Records(_ context.Context, ids []string) ([]office.LogRow, error) {
	m.Lock()
	defer m.Unlock()
	var rows []office.LogRow
	for _, record := range m.records {
		if record.Position >= 0 && slices.Contains(ids, record.ID) {
			rows = append(rows, record)
		}
	}
	return rows, nil
}
