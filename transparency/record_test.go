package transparency

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

const goldenRecord = `tamga-record 1
log tamga.example/by/office-1
id 0190b0f0-0000-7000-8000-000000000005
kind requested
case 0190b0f0-1111-7000-8000-000000000001
event 83f7ef85cb0d5e50e4ff823f62961cc134c90fa0619b8a76606d89382a12bcf9
body 1fe5a159589cde2979ef723ac11ab8e9a5ef4a76cee889b11dbde498e535aa15
at 2019-02-14T09:30:00.000005Z
rules 2019.02
data sha256:3a6eb0790f39ac87c94f3856b2dd2c5d110e6811602261a9a923d3bb23adc8b7
`

func TestRecordGolden(t *testing.T) {
	r := record(5)
	text, err := r.Print()
	must(t, err)
	if got := string(text); got != goldenRecord {
		t.Errorf("got:\n%s", got)
	}
	back, err := ParseRecord([]byte(goldenRecord))
	must(t, err)
	if back != r {
		t.Errorf("parse of print differs: %s", cmp.Diff(r, back))
	}
	if got, want := LeafHash(text).String(), "E1PUdbpOQUSIlSUmAjBYbi/k6ChRcWg07A7H6mVM5eQ="; got != want {
		t.Errorf("leaf hash %s, want %s", got, want)
	}
}

func anyRecord(t *rapid.T) Record {
	edition := rapid.StringMatching(`[0-9A-Za-z:._/]{0,71}`)
	digest := rapid.Custom(func(t *rapid.T) (d Digest) {
		copy(d[:], rapid.SliceOfN(rapid.Byte(), 0, 32).Draw(t, "digest"))
		return d
	})
	return Record{
		Log:  Origin(rapid.StringMatching(`[a-z0-9./-]{2,60}`).Draw(t, "log")),
		ID:   rapid.StringMatching(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`).Draw(t, "id"),
		Kind: rapid.SampledFrom(Kinds).Draw(t, "kind"),
		Case: CaseRef(rapid.OneOf(rapid.Just(""), rapid.StringMatching(`blinded:[0-9a-f]{32}`),
			rapid.StringMatching(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)).Draw(t, "case")),
		Event: digest.Draw(t, "event"),
		Body:  digest.Draw(t, "body"),
		At:    time.UnixMicro(rapid.Int64Range(0, 253402300799999999).Draw(t, "at")).UTC(),
		Rules: edition.Draw(t, "rules"),
		Data:  edition.Draw(t, "data"),
	}
}

func TestRecordRoundTrip(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		r := anyRecord(t)
		text, err := r.Print()
		if err != nil {
			t.Fatal(err)
		}
		back, err := ParseRecord(text)
		if err != nil || back != r {
			t.Fatalf("%v: %s", err, cmp.Diff(r, back))
		}
	})
}

// TestRecordFits: the longest of every value together stay within the limit.
func TestRecordFits(t *testing.T) {
	r := record(0)
	r.Log = Origin(strings.Repeat("o", 60))
	r.Kind = Acknowledged
	r.Case = "blinded:0123456789abcdef0123456789abcdef"
	r.Rules, r.Data = strings.Repeat("e", maxEdition), strings.Repeat("e", maxEdition)
	text, err := r.Print()
	must(t, err)
	if len(text) > MaxRecord {
		t.Errorf("%d bytes", len(text))
	}
	for _, k := range Kinds {
		if len(k) > len(Acknowledged) {
			t.Errorf("kind %s is longer than this test supposes", k)
		}
	}
}

func TestRecordRefusesValues(t *testing.T) {
	for field, spoil := range map[string]func(*Record){
		lineLog:   func(r *Record) { r.Log = "with space" },
		lineID:    func(r *Record) { r.ID = strings.ToUpper(r.ID) },
		lineCase:  func(r *Record) { r.Case = "10702030/140219/0000001" },
		lineAt:    func(r *Record) { r.At = time.Time{} },
		lineRules: func(r *Record) { r.Rules = "-" },
		lineData:  func(r *Record) { r.Data = strings.Repeat("e", maxEdition+1) },
		lineKind:  func(r *Record) { r.Kind = "guessed" },
	} {
		r := record(5)
		r.ID = "0190b0f0-0000-7000-8000-00000000000a"
		spoil(&r)
		_, err := r.Print()
		d, ok := err.(*Defect)
		if !ok || d.Field != field {
			t.Errorf("%s: got %v", field, err)
		}
	}
}

// TestRecordHasOneSpelling: whatever else than a canonical text is refused, so that of all single changes of a record none
// reads as that same record.
func TestRecordHasOneSpelling(t *testing.T) {
	text := leaf(t, 5)
	for i := range text {
		for _, c := range []byte{0, '\t', '\n', '\r', ' ', '-', '0', 'A', 'a', 0xc3} {
			changed := bytes.Clone(text)
			changed[i] = c
			refusedOrOther(t, text, changed)
		}
		refusedOrOther(t, text, append(bytes.Clone(text[:i]), text[i+1:]...))
		refusedOrOther(t, text, append(append(bytes.Clone(text[:i]), text[i]), text[i:]...))
	}
	lines := strings.SplitAfter(string(text), "\n")
	for i := range lines[:len(lines)-1] {
		without := strings.Join(lines[:i], "") + strings.Join(lines[i+1:], "")
		doubled := strings.Join(lines[:i+1], "") + strings.Join(lines[i:], "")
		moved := without + lines[i]
		for _, changed := range []string{without, doubled} {
			_, err := ParseRecord([]byte(changed))
			wantCode(t, err, RecordForm)
		}
		refusedOrOther(t, text, []byte(moved))
	}
	_, err := ParseRecord([]byte(strings.ReplaceAll(string(text), "\n", "\r\n")))
	wantCode(t, err, RecordForm)
	_, err = ParseRecord([]byte(strings.Replace(string(text), "kind requested", "kind guessed", 1)))
	wantCode(t, err, RecordKind)
	_, err = ParseRecord([]byte(strings.Replace(string(text), "T09:30:00.000005Z", "T09:30:60.000005Z", 1)))
	wantCode(t, err, RecordValue)
}

func refusedOrOther(t *testing.T, text, changed []byte) {
	t.Helper()
	if bytes.Equal(text, changed) {
		return
	}
	r, err := ParseRecord(changed)
	if err != nil {
		return
	}
	again, err := r.Print()
	if err != nil || !bytes.Equal(again, changed) {
		t.Fatalf("%q is read and is not canonical", changed)
	}
}

func TestBlinded(t *testing.T) {
	a := Blinded([]byte("key one"), "0190b0f0-1111-7000-8000-000000000001")
	b := Blinded([]byte("key two"), "0190b0f0-1111-7000-8000-000000000001")
	if a == b || !a.valid() || !b.valid() {
		t.Errorf("%s and %s", a, b)
	}
	if want := CaseRef("blinded:f2826f6839eb92af0dabd6c8e393b84b"); a != want {
		t.Errorf("got %s, want %s", a, want)
	}
}

func FuzzParseRecord(f *testing.F) {
	f.Add([]byte(goldenRecord))
	f.Add([]byte("tamga-record 1\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		r, err := ParseRecord(text)
		if err != nil {
			return
		}
		again, err := r.Print()
		if err != nil || !bytes.Equal(again, text) {
			t.Fatalf("%q is read and is not canonical", text)
		}
	})
}
