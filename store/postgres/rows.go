package postgres

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/jackc/pgx/v5"

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

// table is rows for one table, column by column: each column is a parameter, so a statement is the same for any number
// of rows.
type table struct {
	texts   map[int][]string
	numbers map[int][]int64
	bytes   map[int][][]byte
	rows    int
}

// add appends one row; every row of a table has the same types. Bytes are never NULL.
func (t *table) add(values ...any) {
	if t.texts == nil {
		t.texts, t.numbers, t.bytes = map[int][]string{}, map[int][]int64{}, map[int][][]byte{}
	}
	for i, value := range values {
		switch v := value.(type) {
		case string:
			t.texts[i] = append(t.texts[i], v)
		case int64:
			t.numbers[i] = append(t.numbers[i], v)
		case []byte:
			t.bytes[i] = append(t.bytes[i], blob(v))
		}
	}
	t.rows++
}

// source is the rows as a thing to select from, with its parameters.
func (t *table) source(columns string) (string, []any) {
	var types []string
	var args []any
	for i := range strings.Count(columns, ",") + 1 {
		parameter := "$" + strconv.Itoa(i+1)
		switch {
		case t.texts[i] != nil:
			types, args = append(types, parameter+"::text[]"), append(args, t.texts[i])
		case t.numbers[i] != nil:
			types, args = append(types, parameter+"::bigint[]"), append(args, t.numbers[i])
		default:
			types, args = append(types, parameter+"::bytea[]"), append(args, t.bytes[i])
		}
	}
	return "unnest(" + strings.Join(types, ", ") + ") AS given (" + columns + ")", args
}

// insert queues the insertion of all rows; the tail may say what to do about conflicts.
func (t *table) insert(batch *pgx.Batch, name, columns, tail string) {
	if t.rows == 0 {
		return
	}
	from, args := t.source(columns)
	batch.Queue("INSERT INTO "+name+" ("+columns+") SELECT "+columns+" FROM "+from+" "+tail, args...)
}

// written is everything that a group writes.
type written struct {
	answers []answer
	moved   []string
	created, changed, secrets, bodies, events, messages,
	records, timers, balances table
}

type answer struct {
	act    *office.Commit
	serial int64
	text   []byte
}

func (w *written) add(act *office.Commit, serial int64, rows office.Rows) {
	w.answers = append(w.answers, answer{act, serial, rows.Answer})
	if act.Case != "" {
		w.addCase(act, rows)
	}
	for _, b := range rows.Balances {
		w.balances.add(b.Name, b.Available)
	}
	for _, b := range rows.Bodies {
		w.bodies.add(string(b.Case), b.Digest[:], b.Kind, b.Length, b.Sealed)
	}
	for _, e := range rows.Events {
		w.events.add(string(e.Case), e.Sequence, e.ID, e.Kind, e.At.UnixMicro(), e.Content)
	}
	for i, m := range rows.Messages {
		w.messages.add(m.ID, string(m.Case), rows.Case.Version, int64(i), string(m.Party), m.Kind, m.At.UnixMicro(), m.Content,
			m.Digest[:])
	}
	for i, r := range rows.Records {
		w.records.add(r.ID, string(r.Case), rows.Case.Version, int64(i), r.At.UnixMicro(), r.Leaf)
	}
}

func (w *written) addCase(act *office.Commit, rows office.Rows) {
	into, c := &w.changed, rows.Case
	if act.Expect == 0 {
		into = &w.created
	} else {
		w.moved = append(w.moved, string(c.ID))
	}
	into.add(string(c.ID), c.Version, string(c.Party), string(c.Document), int64(c.Attempt), string(c.Office), c.State, c.Number,
		c.Lane, c.Assignee, c.Received.UnixMicro(), c.Changed.UnixMicro(), c.Content)
	if len(rows.Secret) > 0 {
		w.secrets.add(string(c.ID), rows.Secret)
	}
	for i, t := range rows.Timers {
		w.timers.add(string(c.ID), int64(i), t.Kind, t.Due.UnixMicro(), time.Time{}.UnixMicro())
	}
}

const caseColumns = "id, version, party, document, attempt, office, state, number, lane, assignee, received, changed, content"

// queue writes the rows, cases first. Rows with a key that two groups may want are written in the key's order, so that
// groups wait for each other in one direction.
func (w *written) queue(batch *pgx.Batch) {
	w.created.insert(batch, "cases", caseColumns, "ORDER BY id")
	if w.changed.rows > 0 {
		from, args := w.changed.source(caseColumns)
		var set []string
		for _, column := range strings.Split(caseColumns, ", ")[1:] {
			set = append(set, column+" = given."+column)
		}
		batch.Queue("UPDATE cases SET "+strings.Join(set, ", ")+" FROM "+from+" WHERE cases.id = given.id", args...)
		batch.Queue("DELETE FROM timer WHERE case_id = ANY($1)", w.moved)
	}
	w.balances.insert(batch, "balance", "name, available", "ORDER BY name")
	w.secrets.insert(batch, "secret", "case_id, secret", "")
	w.bodies.insert(batch, "body", "case_id, digest, kind, length, sealed", "ON CONFLICT (case_id, digest) DO NOTHING")
	w.events.insert(batch, "event", "case_id, sequence, id, kind, at, content", "")
	w.messages.insert(batch, "message", "id, case_id, version, ordinal, party, kind, at, content, digest", "")
	w.records.insert(batch, "log_record", "id, case_id, version, ordinal, at, leaf", "")
	w.timers.insert(batch, "timer", "case_id, ordinal, kind, due, held", "")
	w.queueAnswers(batch)
}

func (w *written) queueAnswers(batch *pgx.Batch) {
	slices.SortFunc(w.answers, func(a, b answer) int {
		x, y := a.act.Key, b.act.Key
		return slices.Compare([]string{string(x.Party), x.Name}, []string{string(y.Party), y.Name})
	})
	var answers table
	for _, a := range w.answers {
		answers.add(string(a.act.Key.Party), a.act.Key.Name, a.act.Request[:], a.serial, a.text)
	}
	answers.insert(batch, "answer", "party, name, request, serial, answer", "")
}
