package storetest

import (
	"context"
	"fmt"
	"strings"
	"time"

	"tamga/calendar"
	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// act describes a commit; what it writes is made from its name.
type act struct {
	name   string
	id     customs.CaseID
	expect int64
	party  customs.PartyID
	// events, messages, records and timers are how many the act writes.
	events, messages, records, timers int
	body                              []byte
	number                            *office.NumberRequest
	moves                             []office.Move
	opens                             []office.Balance
	fails                             error
}

// commit makes the act's commit.
func (a act) commit() *office.Commit {
	if a.party == "" {
		a.party = "party"
	}
	return &office.Commit{
		Key: office.Key{Party: a.party, Name: a.name}, Request: transparency.Sum([]byte(a.name)),
		Case: a.id, Expect: a.expect, Moves: a.moves, Number: a.number,
		Rows: func(serial int64) (office.Rows, error) { return a.rows(serial), a.fails },
	}
}

func (a act) rows(serial int64) office.Rows {
	at := Noon.Add(time.Duration(a.expect) * time.Second)
	rows := office.Rows{Balances: a.opens, Answer: fmt.Appendf(nil, "%s answered with %d", a.name, serial)}
	if a.id == "" {
		return rows
	}
	rows.Case = office.CaseRow{
		ID: a.id, Version: a.expect + 1, Party: a.party, Document: customs.DocumentID(a.id), Attempt: 1, Office: "10000010",
		State: "lodged", Lane: "green", Assignee: "officer", Received: Noon, Changed: at, Content: []byte(`{"of":"` + a.name + `"}`),
	}
	if a.expect == 0 {
		rows.Secret = []byte("secret of " + string(a.id))
	}
	if a.body != nil {
		rows.Bodies = []office.Body{{Case: a.id, Digest: transparency.Sum(a.body), Kind: "declaration",
			Length: int64(len(a.body)), Sealed: a.body}}
	}
	for i := range a.events {
		rows.Events = append(rows.Events, office.EventRow{ID: fmt.Sprintf("%s-e%d", a.name, i), Case: a.id,
			Sequence: a.expect*100 + int64(i) + 1, Kind: "lodged", At: at, Content: []byte("{}")})
	}
	for i := range a.messages {
		content := fmt.Appendf(nil, "%s-m%d", a.name, i)
		rows.Messages = append(rows.Messages, office.Message{ID: string(content), Case: a.id, Party: a.party, Kind: "answer",
			At: at, Content: content, Digest: transparency.Sum(content)})
	}
	for i := range a.records {
		rows.Records = append(rows.Records, a.record(i, at))
	}
	for i := range a.timers {
		rows.Timers = append(rows.Timers, office.Timer{Case: a.id, Kind: fmt.Sprintf("timer%d", i), Due: at})
	}
	return rows
}

// origin is the log that the suite's records are made for.
const origin = "log.example/node"

func (a act) record(i int, at time.Time) office.LogRow {
	id := uuid(fmt.Sprintf("%s-r%d", a.name, i))
	record := transparency.Record{Log: origin, ID: id, Kind: transparency.Event, At: at,
		Event: transparency.Sum([]byte(id)), Rules: "rules", Data: "data"}
	leaf, err := record.Print()
	if err != nil {
		leaf = []byte(err.Error())
	}
	return office.LogRow{ID: id, Case: a.id, At: at, Leaf: leaf}
}

// uuid makes an identifier in the form of a UUID from a name.
func uuid(name string) string {
	hex := transparency.Sum([]byte(name)).String()
	return strings.Join([]string{hex[:8], hex[8:12], "7" + hex[13:16], "8" + hex[17:20], hex[20:32]}, "-")
}

// number asks for a serial of the day of Noon, which ends six hours later.
func number() *office.NumberRequest {
	return &office.NumberRequest{Office: "10000010", Day: calendar.NewDate(2019, 2, 14), Before: Noon.Add(6 * time.Hour)}
}

// do commits acts as one group.
func do(s office.Store, acts ...act) []office.Outcome {
	group := make([]*office.Commit, len(acts))
	for i, a := range acts {
		group[i] = a.commit()
	}
	return s.Commit(context.Background(), group)
}

// must commits acts that have to succeed.
func (b *bench) must(s office.Store, acts ...act) []office.Outcome {
	b.Helper()
	out := do(s, acts...)
	for i, o := range out {
		if o.Err != nil {
			b.Errorf("act %s: %v", acts[i].name, o.Err)
		}
	}
	return out
}

func caseID(parts ...any) customs.CaseID {
	return customs.CaseID(uuid("case " + fmt.Sprint(parts...)))
}
