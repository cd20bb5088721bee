package canonical

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"
	"pgregory.net/rapid"
)

var form = Form{Header: "thing 1", Names: []string{"one", "two"}, MaxBytes: 40}

func TestForm(t *testing.T) {
	text, err := form.Print([]string{"a", "b"})
	if err != nil || string(text) != "thing 1\none a\ntwo b\n" {
		t.Fatalf("%q %v", text, err)
	}
	for text, line := range map[string]int{
		"":                                    0,
		"thing 1\none a\ntwo b":               0,
		strings.Repeat("x", 41):               0,
		"thing 2\none a\ntwo b\n":             1,
		"thing 1 \none a\ntwo b\n":            1,
		"thing 1\ntwo b\none a\n":             2,
		"thing 1\none a\n":                    3,
		"thing 1\none a\none a\ntwo b\n":      3,
		"thing 1\none a\ntwo b\nthree c\n":    4,
		"thing 1\none a\ntwo b\n\n":           4,
		"thing 1\none  a\ntwo b\n":            2,
		"thing 1\none a \ntwo b\n":            2,
		"thing 1\none\ntwo b\n":               2,
		"thing 1\none \ntwo b\n":              2,
		"thing 1\none \xc3\xa4\ntwo b\n":      2,
		"thing 1\r\none a\r\ntwo b\r\n":       1,
		"thing 1\none a\ntwo b\x00\n":         3,
		"\xef\xbb\xbfthing 1\none a\ntwo b\n": 1,
	} {
		_, err := form.Parse([]byte(text))
		var at *FormError
		if !errors.As(err, &at) || at.Line != line {
			t.Errorf("%q: got %v, want line %d", text, err, line)
		}
	}
	for _, values := range [][]string{nil, {"a"}, {"a", ""}, {"a b", "c"}, {"a\n", "b"}, {"ä", "b"}, {"a", strings.Repeat("b", 40)}} {
		if text, err := form.Print(values); err == nil {
			t.Errorf("%q prints to %q", values, text)
		}
	}
}

func TestEscape(t *testing.T) {
	for plain, want := range map[string]string{
		"": "-", "-": "%2D", "--": "--", "a b": "a%20b", "100%": "100%25", "ТД\n": "%D0%A2%D0%94%0A", "\x00\xff~!": "%00%FF~!",
	} {
		if got := Escape(plain); got != want {
			t.Errorf("%q: got %s", plain, got)
		}
	}
	for _, s := range []string{"", "%", "%2", "%2d", "%41", "%GG", "a b", "\xff", "a%2Db"} {
		if plain, ok := Unescape(s); ok {
			t.Errorf("%q is read as %q", s, plain)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		plain := string(rapid.SliceOf(rapid.Byte()).Draw(t, "bytes"))
		escaped := Escape(plain)
		if back, ok := Unescape(escaped); !ok || back != plain || !Visible(escaped) {
			t.Fatalf("%q: %q %q", plain, escaped, back)
		}
	})
}

func TestInstant(t *testing.T) {
	got, ok := Instant(time.Date(2019, 2, 14, 12, 30, 0, 999_999_999, time.FixedZone("", 3*3600)))
	if want := "2019-02-14T09:30:00.999999Z"; !ok || got != want {
		t.Errorf("got %s", got)
	}
	for _, at := range []time.Time{{}, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC), time.Date(1969, 12, 31, 23, 59, 59, 0, time.UTC)} {
		if s, ok := Instant(at); ok {
			t.Errorf("%v prints to %s", at, s)
		}
	}
	for _, s := range []string{
		"", "2019-02-14", "2019-02-14T09:30:00Z", "2019-02-14T09:30:00.99999Z", "2019-02-14T09:30:00,999999Z", "2019-02-30T09:30:00.999999Z",
		"2019-02-14T24:00:00.000000Z", "2019-02-14T09:30:60.000000Z", "2019-02-14t09:30:00.999999Z", "2019-02-14T09:30:00.999999+00:00",
		"1969-12-31T23:59:59.999999Z", "12019-02-14T09:30:00.999999Z", "2019-02-14T9:30:00.999999Z", "2019-02-14T09:30:00.9999999Z",
	} {
		if at, ok := ParseInstant(s); ok {
			t.Errorf("%q is read as %v", s, at)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		at := time.UnixMicro(rapid.Int64Range(0, 253402300799999999).Draw(t, "at")).UTC()
		s, ok := Instant(at)
		if back, parsed := ParseInstant(s); !ok || !parsed || back != at {
			t.Fatalf("%v: %s %v", at, s, back)
		}
	})
}

func TestValues(t *testing.T) {
	for s, want := range map[string]bool{"0": true, "1": true, "9223372036854775807": true, "": false, "00": false, "01": false, "+1": false, "-1": false, "-0": false, "9223372036854775808": false, "1 ": false, "1_0": false, "٣": false} {
		if _, ok := ParseNumber(s); ok != want {
			t.Errorf("number %q: %v", s, ok)
		}
	}
	const digest = "3c4566c769b66d376bf98a8c6664f312e7737a979dcc7d11491bdb6a42f14b61"
	for s, want := range map[string]bool{digest: true, strings.ToUpper(digest): false, digest[1:]: false, digest + "0": false, "g" + digest[1:]: false} {
		if _, ok := ParseDigest(s); ok != want {
			t.Errorf("digest %q: %v", s, ok)
		}
	}
	const uuid = "0190b0f0-2222-7000-8000-00000000000a"
	for s, want := range map[string]bool{uuid: true, strings.ToUpper(uuid): false, strings.ReplaceAll(uuid, "-", ""): false, "{" + uuid[1:]: false, uuid[:35] + "-": false} {
		if UUID(s) != want {
			t.Errorf("UUID %q: %v", s, !want)
		}
	}
	if got := FormatUUID(UUIDBytes(uuid)); got != uuid {
		t.Errorf("got %s", got)
	}
	for o, want := range map[Origin]bool{"tamga.example/by": true, "": false, "-": false, "a b": false, "a+b": false, "ä": false, Origin(strings.Repeat("o", 61)): false} {
		if o.Valid() != want {
			t.Errorf("origin %q: %v", o, !want)
		}
	}
}

// TestOpenNoteHasOneSpelling: what note.Open lets pass though another file says the same.
func TestOpenNoteHasOneSpelling(t *testing.T) {
	signer, known := key(t, "node.example", 1)
	stranger, _ := key(t, "stranger.example", 2)
	msg, err := note.Sign(&note.Note{Text: "text\n"}, signer)
	if err != nil {
		t.Fatal(err)
	}
	if text, n, err := OpenNote(msg, "node.example", known); text != "text\n" || n != 1 || err != nil {
		t.Fatalf("%q %d %v", text, n, err)
	}
	line := string(msg[len("text\n\n"):])
	at := len(line) - len("=\n") - 1
	loose := string(msg[:len("text\n\n")]) + line[:at] + string(line[at]+1) + line[at+1:]
	twice := string(msg) + line
	for name, spelled := range map[string]string{"unused bits": loose, "signature twice": twice} {
		if _, err := note.Open([]byte(spelled), known); err != nil {
			t.Fatalf("%s: the test supposes that note.Open accepts it: %v", name, err)
		}
		if _, _, err := OpenNote([]byte(spelled), "node.example", known); !errors.Is(err, ErrNoteForm) {
			t.Errorf("%s: got %v", name, err)
		}
	}
	both, err := note.Sign(&note.Note{Text: "text\n"}, signer, stranger)
	if err != nil {
		t.Fatal(err)
	}
	if _, n, err := OpenNote(both, "node.example", known); n != 2 || err != nil {
		t.Errorf("%d %v", n, err)
	}
	if _, _, err := OpenNote(both, "stranger.example", known); !errors.Is(err, ErrNoteSigner) {
		t.Errorf("a stranger is taken for a signer: %v", err)
	}
	if _, _, err := OpenNote(bytes.Replace(msg, []byte("text"), []byte("test"), 1), "node.example", known); !errors.Is(err, ErrNoteSigner) {
		t.Errorf("got %v", err)
	}
}

func key(t *testing.T, name string, seed byte) (note.Signer, note.Verifiers) {
	t.Helper()
	private := ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize))
	printed, err := note.NewEd25519VerifierKey(name, private.Public().(ed25519.PublicKey))
	if err != nil {
		t.Fatal(err)
	}
	secret := base64.StdEncoding.EncodeToString(append([]byte{1}, private.Seed()...))
	signer, err := note.NewSigner("PRIVATE+KEY+" + name + "+" + strings.Split(printed, "+")[1] + "+" + secret)
	if err != nil {
		t.Fatal(err)
	}
	verifier, err := note.NewVerifier(printed)
	if err != nil {
		t.Fatal(err)
	}
	return signer, note.VerifierList(verifier)
}

func FuzzForm(f *testing.F) {
	f.Add([]byte("thing 1\none a\ntwo b\n"))
	f.Fuzz(func(t *testing.T, text []byte) {
		values, err := form.Parse(text)
		if err != nil {
			return
		}
		again, err := form.Print(values)
		if err != nil || !bytes.Equal(again, text) {
			t.Fatalf("%q is read and is not canonical", text)
		}
	})
}
