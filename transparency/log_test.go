package transparency

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"golang.org/x/mod/sumdb/note"

	"tamga/customs"
)

const testOrigin Origin = "tamga.example/by/office-1"

// keyFrom makes a key pair whose seed is 32 times one byte: the same in every run, secret from nobody.
func keyFrom(t testing.TB, name Origin, seed byte) (note.Signer, note.Verifier) {
	t.Helper()
	vkey := printedKey(t, name, seed)
	hash := strings.Split(vkey, "+")[1]
	secret := base64.StdEncoding.EncodeToString(append([]byte{1}, bytes.Repeat([]byte{seed}, ed25519.SeedSize)...))
	signer, err := note.NewSigner("PRIVATE+KEY+" + string(name) + "+" + hash + "+" + secret)
	must(t, err)
	verifier, err := note.NewVerifier(vkey)
	must(t, err)
	return signer, verifier
}

// printedKey is the public key of keyFrom as strangers have it.
func printedKey(t testing.TB, name Origin, seed byte) string {
	t.Helper()
	vkey, err := note.NewEd25519VerifierKey(string(name), ed25519Of(t, seed))
	must(t, err)
	return vkey
}

func ed25519Of(t testing.TB, seed byte) ed25519.PublicKey {
	t.Helper()
	return ed25519.NewKeyFromSeed(bytes.Repeat([]byte{seed}, ed25519.SeedSize)).Public().(ed25519.PublicKey)
}

// record is the i'th record of the test log.
func record(i int) Record {
	return Record{
		Log:   testOrigin,
		ID:    fmt.Sprintf("0190b0f0-0000-7000-8000-%012x", i),
		Kind:  Kinds[i%len(Kinds)],
		Case:  CaseRef(fmt.Sprintf("0190b0f0-1111-7000-8000-%012x", i/4)),
		Event: Sum([]byte(fmt.Sprintf("event %d", i))),
		Body:  Sum(document(i)),
		At:    time.Date(2019, 2, 14, 9, 30, 0, i*1000, time.UTC),
		Rules: "2019.02",
		Data:  "sha256:" + Sum([]byte("data")).String(),
	}
}

func document(i int) []byte { return []byte(fmt.Sprintf("document %d", i)) }

func leaf(t testing.TB, i int) []byte {
	t.Helper()
	text, err := record(i).Print()
	must(t, err)
	return text
}

func leaves(t testing.TB, from, to int) [][]byte {
	t.Helper()
	var list [][]byte
	for i := from; i < to; i++ {
		list = append(list, leaf(t, i))
	}
	return list
}

// logOf is a log of n records with one checkpoint, its signer and who trusts it.
func logOf(t testing.TB, n int) (*Memory, note.Signer, Trust) {
	t.Helper()
	signer, verifier := keyFrom(t, testOrigin, 1)
	m := new(Memory)
	_, err := m.Add(leaves(t, 0, n)...)
	must(t, err)
	m.Keep(sign(t, m.Tree(), signer))
	return m, signer, TrustIn(verifier)
}

func sign(t testing.TB, tree Tree, signer note.Signer) []byte {
	t.Helper()
	msg, err := Checkpoint{Origin: Origin(signer.Name()), Tree: tree}.Sign(signer)
	must(t, err)
	return msg
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

// codeOf returns the code of a defect, "" for no error; anything that is not a defect fails the test.
func codeOf(t testing.TB, err error) Code {
	t.Helper()
	if err == nil {
		return ""
	}
	var d *Defect
	if !errors.As(err, &d) {
		t.Fatalf("not a defect: %v", err)
	}
	return d.Code
}

func wantCode(t testing.TB, err error, want Code) {
	t.Helper()
	if got := codeOf(t, err); got != want {
		t.Fatalf("got %q (%v), want %q", got, err, want)
	}
}

func TestDefectHasItsPlaceAmongErrors(t *testing.T) {
	for code, want := range map[Code]customs.ErrorCode{
		ProofPath: customs.Corrupt, TileAbsent: customs.NotFound, TilePathForm: customs.Invalid, LeafUnread: customs.Internal,
	} {
		if got := customs.CodeOf(&Defect{Code: code, At: Nowhere}); got != want {
			t.Errorf("%s: got %s, want %s", code, got, want)
		}
	}
}
