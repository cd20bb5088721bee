package signature

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
)

const testNode Origin = "tamga.example/by/office-1"

// signerOf makes a signer whose seed is 32 times one byte: the same in every run, secret from nobody.
func signerOf(t testing.TB, name Origin, seed byte) *SandboxSigner {
	t.Helper()
	s, err := NewSandboxSigner(name, bytes.Repeat([]byte{seed}, SeedSize))
	must(t, err)
	return s
}

func TestSandboxSigner(t *testing.T) {
	s := signerOf(t, testNode, 1)
	const want = "tamga.example/by/office-1+d810c9d9+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
	if s.VerifierKey() != want || s.Name() != string(testNode) || s.KeyHash() != 0xd810c9d9 {
		t.Errorf("got %s", s.VerifierKey())
	}
	value, err := s.Sign([]byte("message"))
	must(t, err)
	v := Verify([]byte("message"), Signature{string(s.Algorithm()), s.PublicKey().DER, value}, register{s.PublicKey().ID(): "office"})
	if !v.Proves(Integrity, Signer) || !s.Verifier().Verify([]byte("message"), value) {
		t.Errorf("%+v", v)
	}
}

func TestSandboxSignerKeepsItsSecret(t *testing.T) {
	s := signerOf(t, testNode, 1)
	for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%q", "%x", "%d"} {
		if got := fmt.Sprintf(verb, s); got != s.VerifierKey() {
			t.Errorf("%s prints %s", verb, got)
		}
	}
}

func TestSandboxSignerRefuses(t *testing.T) {
	seed := make([]byte, SeedSize)
	for name, err := range map[string]error{
		"short seed":      second(NewSandboxSigner(testNode, seed[1:])),
		"no seed":         second(NewSandboxSigner(testNode, nil)),
		"no name":         second(NewSandboxSigner("", seed)),
		"plus in name":    second(NewSandboxSigner("a+b", seed)),
		"space in name":   second(NewSandboxSigner("a b", seed)),
		"long name":       second(NewSandboxSigner(Origin(strings.Repeat("n", 61)), seed)),
		"printed badly":   second(ParseKeys("tamga.example+00000000+AAAA")),
		"short raw key":   second(Ed25519Key(seed[1:])),
		"not an encoding": second(ParsePublicKey([]byte("x"))),
	} {
		if codeOf(t, err) != KeyForm {
			t.Errorf("%s: got %v", name, err)
		}
	}
}

func second[T any](_ T, err error) error { return err }

// token is a device that does not sign.
type token struct{ *SandboxSigner }

var errNoToken = errors.New("token is not plugged in")

func (token) Sign([]byte) ([]byte, error) { return nil, errNoToken }

func TestTokenFails(t *testing.T) {
	_, err := receipt().Print(token{signerOf(t, testNode, 1)})
	wantCode(t, err, SignerFailed)
	if !errors.Is(err, errNoToken) {
		t.Errorf("the cause is lost: %v", err)
	}
}

func keys(t testing.TB, printed ...string) note.Verifiers {
	t.Helper()
	known, err := ParseKeys(printed...)
	must(t, err)
	return known
}
