package main

import (
	"bytes"
	"crypto/ed25519"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// auditor recomputes, from the tables alone and with nothing of the program, what they must say. It shares no code with
// what it audits.
type auditor struct {
	db     *sql.DB
	key    ed25519.PublicKey
	faults []string
	// events are the digests of all events, by identifier; messages those of all messages.
	events, messages map[string]string
	opened, held     map[string]int64
	// released counts items released, balanced the balances there are, taken those from which something was taken.
	released, balanced, taken int
}

func audit(db *sql.DB, printedKey string) (*auditor, error) {
	a := &auditor{db: db, events: map[string]string{}, messages: map[string]string{}, opened: map[string]int64{}, held: map[string]int64{}}
	_, encoded, _ := strings.Cut(printedKey, "+")
	_, encoded, _ = strings.Cut(encoded, "+")
	raw, err := base64.StdEncoding.DecodeString(encoded)
	if err != nil {
		return nil, err
	}
	a.key = raw[1:]
	for _, step := range []func() error{a.cases, a.numbers, a.balances, a.feed, a.log, a.receipts} {
		if err := step(); err != nil {
			return a, err
		}
	}
	return a, nil
}

func (a *auditor) fault(format string, args ...any) {
	a.faults = append(a.faults, fmt.Sprintf(format, args...))
}

// each reads the rows of a query.
func (a *auditor) each(query string, row func(scan func(...any) error) error) error {
	rows, err := a.db.Query(query)
	if err != nil {
		return err
	}
	defer rows.Close()
	for rows.Next() {
		if err := row(rows.Scan); err != nil {
			return err
		}
	}
	return rows.Err()
}

// auditedEvent is what the auditor reads of an event.
type auditedEvent struct {
	Kind    string
	Items   []int
	Payload struct {
		Opening *struct{ Items int }
		Number  *auditedNumber
		Matter  *struct{ ID string }
	}
}

type auditedNumber struct{ Office, Day, Serial string }

// auditedCase is what the auditor reads of a case.
type auditedCase struct {
	Case struct {
		ID     string
		Number auditedNumber
		Items  []struct {
			Ordinal         int
			State, Decision string
		}
	}
	Holds, Opened []struct {
		Balance string
		Amount  int64
	}
}

// life is where a goods item stands by its events: "" while it is undecided.
type life struct {
	fates      map[int]string
	matters    map[string][]int
	registered *auditedNumber
	filed      int
}

func (a *auditor) cases() error {
	lives := map[string]*life{}
	last, sequence, at := "", int64(0), int64(0)
	counts := map[string]int64{}
	err := a.each("SELECT case_id, sequence, id, kind, at, content FROM event ORDER BY case_id, sequence", func(scan func(...any) error) error {
		var id, name, kind string
		var place, instant int64
		var content []byte
		if err := scan(&id, &place, &name, &kind, &instant, &content); err != nil {
			return err
		}
		if id != last {
			last, sequence, at = id, 0, 0
			lives[id] = &life{fates: map[int]string{}, matters: map[string][]int{}}
		}
		if place != sequence+1 || instant < at {
			a.fault("case %s: event %d at %d after %d at %d", id, place, instant, sequence, at)
		}
		sequence, at = place, instant
		counts[id] = place
		sum := sha256.Sum256(content)
		a.events[name] = hex.EncodeToString(sum[:])
		var event auditedEvent
		if err := json.Unmarshal(content, &event); err != nil {
			return err
		}
		if event.Kind != kind {
			a.fault("case %s: event %d is %s and says %s", id, place, kind, event.Kind)
		}
		a.happen(id, lives[id], &event)
		return nil
	})
	if err != nil {
		return err
	}
	return a.each("SELECT id, version, state, number, content FROM cases", func(scan func(...any) error) error {
		var id, state, number string
		var version int64
		var content []byte
		if err := scan(&id, &version, &state, &number, &content); err != nil {
			return err
		}
		if version != counts[id] {
			a.fault("case %s: version %d with %d events", id, version, counts[id])
		}
		return a.standing(id, number, content, lives[id])
	})
}

// happen moves the items of a case, by the auditor's own reading of the law.
func (a *auditor) happen(id string, l *life, e *auditedEvent) {
	if e.Payload.Opening != nil {
		for n := min(1, e.Payload.Opening.Items); n <= e.Payload.Opening.Items; n++ {
			l.fates[n] = ""
		}
		return
	}
	items := l.concerned(e)
	if m := e.Payload.Matter; m != nil && m.ID != "" && l.matters[m.ID] == nil {
		l.matters[m.ID] = items
	}
	undecided := func(fate string) {
		for _, item := range items {
			if was := l.fates[item]; was != "" {
				a.fault("case %s: item %d is %s and now %s", id, item, was, fate)
			}
			l.fates[item] = fate
		}
	}
	needsNumber := func() {
		if l.registered == nil {
			a.fault("case %s: %s without a number", id, e.Kind)
		}
	}
	switch e.Kind {
	case "filed", "rejected":
		if l.filed++; l.filed > 1 {
			a.fault("case %s: judged %d times", id, l.filed)
		}
		if e.Kind == "rejected" {
			undecided("rejected")
		}
	case "registered":
		if l.registered != nil || l.filed == 0 {
			a.fault("case %s: registered out of turn", id)
		}
		l.registered = e.Payload.Number
	case "registration-refused":
		if l.registered != nil {
			a.fault("case %s: refused registration after it", id)
		}
		undecided("not-filed")
	case "released":
		needsNumber()
		undecided("released")
		a.released += len(items)
	case "release-refused", "presentation-expired":
		needsNumber()
		undecided("refused")
	case "withdrawal-granted":
		undecided("withdrawn")
	case "release-annulled", "release-settled":
		for _, item := range items {
			if l.fates[item] != "released" {
				a.fault("case %s: %s of item %d, which is %q", id, e.Kind, item, l.fates[item])
			}
			if e.Kind == "release-annulled" {
				l.fates[item] = "annulled"
			}
		}
	}
}

// concerned are the items an event is about: those it names, those of its matter, else all that are undecided, or all
// when none is.
func (l *life) concerned(e *auditedEvent) []int {
	if len(e.Items) > 0 {
		return e.Items
	}
	if m := e.Payload.Matter; m != nil && l.matters[m.ID] != nil {
		return l.matters[m.ID]
	}
	var all, open []int
	for item, fate := range l.fates {
		all = append(all, item)
		if fate == "" {
			open = append(open, item)
		}
	}
	if len(open) == 0 {
		open = all
	}
	slices.Sort(open)
	return open
}

var fates = map[string]string{
	"released": "released", "released-conditionally": "released", "released-on-security": "released", "refused": "refused",
	"withdrawn": "withdrawn", "annulled": "annulled", "not-filed": "not-filed", "rejected": "rejected",
}

func (a *auditor) standing(id, number string, content []byte, l *life) error {
	var kept auditedCase
	if err := json.Unmarshal(content, &kept); err != nil {
		return err
	}
	if l == nil || kept.Case.ID != id || len(kept.Case.Items) != len(l.fates) {
		a.fault("case %s: %d items kept", id, len(kept.Case.Items))
		return nil
	}
	for _, item := range kept.Case.Items {
		if want := l.fates[item.Ordinal]; fates[item.State] != want {
			a.fault("case %s: item %d is %s, its events say %q", id, item.Ordinal, item.State, want)
		}
	}
	switch {
	case l.registered == nil && number != "":
		a.fault("case %s: number %s without registration", id, number)
	case l.registered != nil && (kept.Case.Number != *l.registered || !strings.HasSuffix(number, "/"+l.registered.Serial)):
		a.fault("case %s: number %s, its event says %v", id, number, *l.registered)
	}
	for _, hold := range kept.Holds {
		a.held[hold.Balance] += hold.Amount
	}
	for _, put := range kept.Opened {
		a.opened[put.Balance] += put.Amount
	}
	return nil
}

// numbers: of every office and year, each serial from 1 on once, by the cases and by the counter.
func (a *auditor) numbers() error {
	given := map[string][]int{}
	err := a.each("SELECT content FROM cases WHERE number <> ''", func(scan func(...any) error) error {
		var content []byte
		if err := scan(&content); err != nil {
			return err
		}
		var kept auditedCase
		if err := json.Unmarshal(content, &kept); err != nil {
			return err
		}
		serial, err := strconv.Atoi(kept.Case.Number.Serial)
		key := kept.Case.Number.Office + "/" + kept.Case.Number.Day[:4]
		given[key] = append(given[key], serial)
		return err
	})
	if err != nil {
		return err
	}
	for key, serials := range given {
		slices.Sort(serials)
		for i, serial := range serials {
			if serial != i+1 {
				a.fault("numbers of %s: %d stands in place %d", key, serial, i+1)
				break
			}
		}
	}
	return a.each("SELECT office, year, last FROM serial", func(scan func(...any) error) error {
		var office string
		var year, last int
		if err := scan(&office, &year, &last); err != nil {
			return err
		}
		if key := fmt.Sprintf("%s/%d", office, year); len(given[key]) != last {
			a.fault("numbers of %s: %d given, the counter is at %d", key, len(given[key]), last)
		}
		return nil
	})
}

// balances: what was opened less what is held is what is available.
func (a *auditor) balances() error {
	return a.each("SELECT name, available FROM balance", func(scan func(...any) error) error {
		var name string
		var available int64
		if err := scan(&name, &available); err != nil {
			return err
		}
		if want := a.opened[name] - a.held[name]; want != available {
			a.fault("balance %s: %d available, %d opened, %d held", name, available, a.opened[name], a.held[name])
		}
		if a.balanced++; available < a.opened[name] {
			a.taken++
		}
		return nil
	})
}

// feed: dense places in the order of each case's acts, digests and signatures.
func (a *auditor) feed() error {
	want := int64(1)
	latest := map[string][2]int64{}
	return a.each("SELECT id, case_id, kind, version, ordinal, content, digest, position, signature FROM message ORDER BY position", func(scan func(...any) error) error {
		var id, of, kind string
		var version, ordinal, position int64
		var content, digest, signed []byte
		if err := scan(&id, &of, &kind, &version, &ordinal, &content, &digest, &position, &signed); err != nil {
			return err
		}
		sum := sha256.Sum256(content)
		text := "tamga message v1\n" + id + "\n" + kind + "\n" + hex.EncodeToString(sum[:]) + "\n"
		if position != want || !bytes.Equal(sum[:], digest) || !ed25519.Verify(a.key, []byte(text), signed) {
			a.fault("message %s at %d, expected %d: digest or signature or place", id, position, want)
		}
		want++
		before := latest[of]
		if version < before[0] || version == before[0] && ordinal <= before[1] && before[0] > 0 {
			a.fault("message %s stands after a later one of case %s", id, of)
		}
		latest[of] = [2]int64{version, ordinal}
		a.messages[id] = hex.EncodeToString(sum[:])
		return nil
	})
}

// log: RFC 6962 over all leaves, the root of every checkpoint, its signature, and one leaf for each event and message.
func (a *auditor) log() error {
	notes := map[int64][]byte{}
	err := a.each("SELECT size, note FROM checkpoint", func(scan func(...any) error) error {
		var size int64
		var note []byte
		err := scan(&size, &note)
		notes[size] = note
		return err
	})
	if err != nil {
		return err
	}
	var peaks []peak
	size, covered := int64(0), int64(0)
	err = a.each("SELECT id, leaf, position FROM log_record ORDER BY position", func(scan func(...any) error) error {
		var id string
		var leaf []byte
		var position int64
		if err := scan(&id, &leaf, &position); err != nil {
			return err
		}
		if position != size {
			a.fault("leaf %s at %d, expected %d", id, position, size)
		}
		a.leaf(id, string(leaf))
		peaks = grow(peaks, sha256.Sum256(append([]byte{0}, leaf...)))
		size++
		if note := notes[size]; note != nil {
			a.checkpoint(note, size, rootOf(peaks))
			covered = size
		}
		return nil
	})
	if covered != size {
		a.fault("%d leaves, vouched for up to %d", size, covered)
	}
	if left := len(a.events) + len(a.messages); left > 0 {
		a.fault("%d events and messages without a leaf", left)
	}
	return err
}

// leaf crosses the leaf's event or message off.
func (a *auditor) leaf(id, text string) {
	lines := map[string]string{}
	for line := range strings.Lines(text) {
		name, value, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		lines[name] = value
	}
	of, digest := a.events, lines["event"]
	if lines["kind"] == "message" {
		of, digest = a.messages, lines["body"]
	}
	if lines["id"] != id || digest == "" || of[id] != digest {
		a.fault("leaf %s is not of its event or message", id)
	}
	delete(of, id)
}

// peak is the root of a complete subtree of so many leaves.
type peak struct {
	leaves int64
	hash   [32]byte
}

func join(left, right [32]byte) [32]byte {
	return sha256.Sum256(append(append([]byte{1}, left[:]...), right[:]...))
}

func grow(peaks []peak, hash [32]byte) []peak {
	next := peak{1, hash}
	for len(peaks) > 0 && peaks[len(peaks)-1].leaves == next.leaves {
		next = peak{next.leaves * 2, join(peaks[len(peaks)-1].hash, next.hash)}
		peaks = peaks[:len(peaks)-1]
	}
	return append(peaks, next)
}

func rootOf(peaks []peak) [32]byte {
	root := peaks[len(peaks)-1].hash
	for i := len(peaks) - 2; i >= 0; i-- {
		root = join(peaks[i].hash, root)
	}
	return root
}

func (a *auditor) checkpoint(note []byte, size int64, root [32]byte) {
	text, signatures, _ := strings.Cut(string(note), "\n\n")
	text += "\n"
	lines := strings.Split(text, "\n")
	fields := strings.Fields(signatures)
	if len(lines) != 4 || len(fields) != 3 || fields[1] != lines[0] {
		a.fault("checkpoint %d is not three lines and a signature", size)
		return
	}
	signed, err := base64.StdEncoding.DecodeString(fields[2])
	if err != nil || len(signed) != 4+ed25519.SignatureSize || !ed25519.Verify(a.key, []byte(text), signed[4:]) {
		a.fault("checkpoint %d is not signed", size)
	}
	if lines[1] != strconv.FormatInt(size, 10) || lines[2] != base64.StdEncoding.EncodeToString(root[:]) {
		a.fault("checkpoint %d has another root", size)
	}
}

// receipts: one for every case.
func (a *auditor) receipts() error {
	var cases, receipts int
	err := a.db.QueryRow("SELECT (SELECT count(*) FROM cases), (SELECT count(*) FROM answer WHERE name LIKE 'lodge %')").Scan(&cases, &receipts)
	if cases != receipts {
		a.fault("%d cases, %d receipts", cases, receipts)
	}
	return err
}
