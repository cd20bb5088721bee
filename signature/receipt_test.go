package signature

import (
	"bytes"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/mod/sumdb/note"
	"pgregory.net/rapid"

	"tamga/customs"
	"tamga/internal/golden"
)

var receivedBytes = []byte("A fictional declaration, as it was received.\n")

func receipt() Receipt {
	return Receipt{
		Node: testNode, ID: "0190b0f0-2222-7000-8000-000000000001", Party: "RU:9901000010",
		Document: "0190b0f0-3333-7000-8000-000000000001", Attempt: 1, Case: "0190b0f0-1111-7000-8000-000000000001",
		SHA256: Sum(receivedBytes), Length: int64(len(receivedBytes)),
		At: time.Date(2019, 2, 14, 9, 30, 0, 123456000, time.UTC), Statement: ReceivedNotJudged,
	}
}

// TestReceiptGolden: the vector of docs/proof.md. It was verified by a program that shares no code with this one.
func TestReceiptGolden(t *testing.T) {
	s := signerOf(t, testNode, 1)
	msg, err := receipt().Print(s)
	must(t, err)
	golden.File(t, "testdata/receipt.note", msg)
	again, err := receipt().Print(s)
	must(t, err)
	if !bytes.Equal(msg, again) {
		t.Error("equal receipts print to other bytes")
	}
	back, err := ParseReceipt(msg, keys(t, s.VerifierKey()))
	must(t, err)
	if back != receipt() {
		t.Error(cmp.Diff(receipt(), back))
	}
	must(t, back.Verify(receivedBytes))
	for _, other := range [][]byte{nil, receivedBytes[1:], append(bytes.Clone(receivedBytes), 0), flipped(receivedBytes, 9)} {
		wantCode(t, back.Verify(other), ReceiptBytes)
	}
	back.Length++
	wantCode(t, back.Verify(receivedBytes), ReceiptBytes)
}

// TestReceiptCutsTheInstant: an instant in another zone, with more digits, gives the same receipt.
func TestReceiptCutsTheInstant(t *testing.T) {
	r := receipt()
	r.At = r.At.Add(789 * time.Nanosecond).In(time.FixedZone("office", 3*3600))
	got, err := r.Text()
	must(t, err)
	want, err := receipt().Text()
	must(t, err)
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Error(diff)
	}
}

func anyReceipt(t *rapid.T) Receipt {
	outside := rapid.Custom(func(t *rapid.T) string { return string(rapid.SliceOfN(rapid.Byte(), 1, 128).Draw(t, "bytes")) })
	uuid := rapid.StringMatching(`[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}`)
	return Receipt{
		Node: testNode, ID: uuid.Draw(t, "id"),
		Party:    customs.PartyID(rapid.OneOf(outside, rapid.Just("-"), rapid.StringN(1, 30, 128)).Draw(t, "party")),
		Document: customs.DocumentID(rapid.OneOf(outside, rapid.Just(""), rapid.Just("-"), rapid.Just("%2D")).Draw(t, "document")),
		Attempt:  rapid.IntRange(1, 1<<31-1).Draw(t, "attempt"),
		Case:     customs.CaseID(rapid.OneOf(rapid.Just(""), uuid).Draw(t, "case")),
		SHA256:   Sum([]byte(uuid.Draw(t, "content"))),
		Length:   rapid.Int64Range(0, 1<<62).Draw(t, "length"),
		At:       time.UnixMicro(rapid.Int64Range(0, 253402300799999999).Draw(t, "at")).UTC(), Statement: ReceivedNotJudged,
	}
}

func TestReceiptRoundTrip(t *testing.T) {
	s := signerOf(t, testNode, 1)
	known := keys(t, s.VerifierKey())
	rapid.Check(t, func(t *rapid.T) {
		r := anyReceipt(t)
		msg, err := r.Print(s)
		if err != nil {
			t.Fatal(err)
		}
		back, err := ParseReceipt(msg, known)
		if err != nil || back != r {
			t.Fatalf("%v: %s", err, cmp.Diff(r, back))
		}
	})
}

// TestReceiptEveryByte: no changed, added or missing byte of a receipt goes unseen.
func TestReceiptEveryByte(t *testing.T) {
	s := signerOf(t, testNode, 1)
	known := keys(t, s.VerifierKey())
	msg, err := receipt().Print(s)
	must(t, err)
	reject := func(changed []byte) {
		t.Helper()
		if _, err := ParseReceipt(changed, known); codeOf(t, err) == "" {
			t.Fatalf("accepted: %q", changed)
		}
	}
	for i := range msg {
		for bit := range 8 {
			reject(flipped(msg, 8*i+bit))
		}
		reject(msg[:i])
		reject(slices.Delete(bytes.Clone(msg), i, i+1))
		reject(slices.Insert(bytes.Clone(msg), i, ' '))
		reject(slices.Insert(bytes.Clone(msg), i, '\n'))
	}
	reject(append(bytes.Clone(msg), '\n'))
	reject(bytes.ReplaceAll(msg, []byte("\n"), []byte("\r\n")))
}

func TestReceiptSignatures(t *testing.T) {
	s, stranger, other := signerOf(t, testNode, 1), signerOf(t, testNode, 7), signerOf(t, "tamga.example/kz/office-1", 1)
	known := keys(t, s.VerifierKey(), other.VerifierKey())
	r := receipt()
	_, err := r.Print(other)
	wantCode(t, err, ReceiptNode)

	text, err := r.Text()
	must(t, err)
	for name, c := range map[string]struct {
		signers []note.Signer
		want    Code
	}{
		"stranger under the node's name": {[]note.Signer{stranger}, ReceiptSignature},
		"another known node":             {[]note.Signer{other}, ReceiptSignature},
		"node and another":               {[]note.Signer{s, other}, ReceiptForm},
		"node and a stranger":            {[]note.Signer{s, stranger}, ReceiptForm},
	} {
		msg, err := note.Sign(&note.Note{Text: string(text)}, c.signers...)
		must(t, err)
		_, err = ParseReceipt(msg, known)
		if got := codeOf(t, err); got != c.want {
			t.Errorf("%s: got %q", name, got)
		}
	}
	msg, err := r.Print(s)
	must(t, err)
	_, err = ParseReceipt(msg, nil)
	wantCode(t, err, ReceiptSignature)
	_, err = ParseReceipt(msg, keys(t, other.VerifierKey()))
	wantCode(t, err, ReceiptSignature)
}

func TestReceiptRefusesValues(t *testing.T) {
	s := signerOf(t, testNode, 1)
	for line, spoil := range map[string]func(*Receipt){
		lineNode:      func(r *Receipt) { r.Node = "two words" },
		lineReceipt:   func(r *Receipt) { r.ID = strings.ToUpper("0190b0f0-2222-7000-8000-00000000000a") },
		lineParty:     func(r *Receipt) { r.Party = "" },
		lineDocument:  func(r *Receipt) { r.Document = customs.DocumentID(strings.Repeat("d", 129)) },
		lineAttempt:   func(r *Receipt) { r.Attempt = 0 },
		lineCase:      func(r *Receipt) { r.Case = "10702030/140219/0000001" },
		lineSHA256:    func(r *Receipt) { r.SHA256 = Digest{} },
		lineLength:    func(r *Receipt) { r.Length = -1 },
		lineAt:        func(r *Receipt) { r.At = time.Time{} },
		lineStatement: func(r *Receipt) { r.Statement = "judged" },
	} {
		r := receipt()
		spoil(&r)
		_, err := r.Print(s)
		wantField(t, err, line)
	}
}

// TestReceiptRefusesLines: texts that the node truly signed, but that are not a receipt or could be spelled otherwise.
func TestReceiptRefusesLines(t *testing.T) {
	s := signerOf(t, testNode, 1)
	text, err := receipt().Text()
	must(t, err)
	for change, want := range strangeLines() {
		from, to, _ := strings.Cut(change, " → ")
		changed := strings.Replace(string(text), from, to, 1)
		if changed == string(text) {
			t.Fatalf("%q changes nothing", change)
		}
		msg, err := note.Sign(&note.Note{Text: changed}, s)
		must(t, err)
		_, err = ParseReceipt(msg, keys(t, s.VerifierKey()))
		wantField(t, err, want)
	}
}

// strangeLines are changes of the test receipt's text, "from → to", with the line that is then refused.
func strangeLines() map[string]string {
	return map[string]string{
		"attempt 1 → attempt 01":           lineAttempt,
		"attempt 1 → attempt 4294967296":   lineAttempt,
		"party RU:9901000010 → party %52U": lineParty,
		"party RU:9901000010 → party %e2":  lineParty,
		"party RU:9901000010 → party a%":   lineParty,
		"party RU:9901000010 → party a%2":  lineParty,
		"length 45 → length +45":           lineLength,
		"length 45 → length 45 ":           lineLength,
		".123456Z → .1234560Z":             lineAt,
		".123456Z → .123456+00:00":         lineAt,
		".123456Z → ,123456Z":              lineAt,
		"received-not-judged → received":   lineStatement,
		"sha256 → SHA256":                  lineSHA256,
		"document → party":                 lineDocument,
		receipt().SHA256.String() + " → " + strings.ToUpper(receipt().SHA256.String()): lineSHA256,
	}
}

func wantField(t *testing.T, err error, want string) {
	t.Helper()
	d, ok := err.(*Defect)
	if !ok || d.Field != want || d.Code != ReceiptValue && d.Code != ReceiptForm {
		t.Errorf("%s: got %v", want, err)
	}
}

func FuzzParseReceipt(f *testing.F) {
	s := signerOf(f, testNode, 1)
	known := keys(f, s.VerifierKey())
	msg, err := receipt().Print(s)
	must(f, err)
	f.Add(msg)
	text, _, _ := strings.Cut(string(msg), "\n\n")
	f.Add([]byte(text + "\n"))
	f.Fuzz(func(t *testing.T, data []byte) {
		if got, err := ParseReceipt(data, known); err == nil && got != receipt() {
			t.Fatalf("a forgery: %q", data)
		}
		if r, err := parseReceiptText(data); err == nil {
			again, err := r.Text()
			if err != nil || !bytes.Equal(again, data) {
				t.Fatalf("%q is read and is not canonical", data)
			}
		}
	})
}

func BenchmarkReceipt(b *testing.B) {
	s := signerOf(b, testNode, 1)
	known := keys(b, s.VerifierKey())
	msg, err := receipt().Print(s)
	must(b, err)
	b.Run("print", func(b *testing.B) {
		for b.Loop() {
			_, err := receipt().Print(s)
			must(b, err)
		}
	})
	b.Run("parse", func(b *testing.B) {
		for b.Loop() {
			_, err := ParseReceipt(msg, known)
			must(b, err)
		}
	})
}
