package signature

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"testing"

	"tamga/customs"
)

type vector struct {
	Why       string `json:"why"`
	Code      Code   `json:"code"`
	Algorithm string `json:"algorithm"`
	Key       []byte `json:"key"`
	Value     []byte `json:"value"`
}

func (v vector) signature() Signature { return Signature{v.Algorithm, v.Key, v.Value} }

// vectors were made by another program; no private key of theirs was kept.
func vectors(t testing.TB) (message []byte, proved, refused []vector) {
	t.Helper()
	data, err := os.ReadFile("testdata/vectors.json")
	must(t, err)
	var file struct {
		Message []byte   `json:"message"`
		Proved  []vector `json:"proved"`
		Refused []vector `json:"refused"`
	}
	must(t, json.Unmarshal(data, &file))
	return file.Message, file.Proved, file.Refused
}

type register map[Digest]Holder

func (r register) Holder(key Digest) (Holder, bool) {
	h, ok := r[key]
	return h, ok
}

func must(t testing.TB, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

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

func TestVerifyProves(t *testing.T) {
	message, proved, _ := vectors(t)
	seen := map[string]bool{}
	for _, v := range proved {
		seen[v.Algorithm] = true
		holder := register{Sum(v.Key): "RU:9901000010"}
		got := Verify(message, v.signature(), holder)
		if !got.Proves(Integrity, Signer) || got.Holder != "RU:9901000010" || got.Proves(Integrity, Chain) || got.Proves(Time) {
			t.Errorf("%s: %+v", v.Algorithm, got)
		}
		if got = Verify(message, v.signature(), nil); !got.Proves(Integrity) || got.Signer.State != NotChecked || got.Holder != "" {
			t.Errorf("%s without a register: %+v", v.Algorithm, got)
		}
		got = Verify(message, v.signature(), register{})
		if got.Signer != (Outcome{NotProved, SignerUnknown}) || got.Proves(Signer) {
			t.Errorf("%s of a stranger: %+v", v.Algorithm, got)
		}
	}
	for _, a := range Algorithms() {
		if a.Verifiable() && !seen[string(a.ID)] {
			t.Errorf("no vector for %s", a.ID)
		}
	}
}

// TestVerifyMutants: a changed bit of message, key or value never proves anything.
func TestVerifyMutants(t *testing.T) {
	message, proved, _ := vectors(t)
	for _, v := range proved {
		everyone := register{}
		reject := func(what string, m []byte, s Signature) {
			t.Helper()
			everyone[Sum(s.Key)] = "RU:9901000010"
			if got := Verify(m, s, everyone); got.Proves(Integrity) || got.Proves(Signer) || got.Holder != "" {
				t.Errorf("%s: %s: %+v", v.Algorithm, what, got)
			}
		}
		for i := range 8 * len(v.Value) {
			s := v.signature()
			s.Value = flipped(v.Value, i)
			reject("value", message, s)
		}
		for i := range 8 * len(message) {
			reject("message", flipped(message, i), v.signature())
		}
		for i := 0; i < 8*len(v.Key); i += 7 {
			s := v.signature()
			s.Key = flipped(v.Key, i)
			reject("key", message, s)
		}
		for _, value := range [][]byte{nil, v.Value[1:], v.Value[:len(v.Value)-1], append(bytes.Clone(v.Value), 0), make([]byte, len(v.Value))} {
			reject("length", message, Signature{v.Algorithm, v.Key, value})
		}
		reject("no key", message, Signature{v.Algorithm, nil, v.Value})
		reject("key and more", message, Signature{v.Algorithm, append(bytes.Clone(v.Key), 0), v.Value})
	}
}

func flipped(data []byte, bit int) []byte {
	out := bytes.Clone(data)
	out[bit/8] ^= 1 << (bit % 8)
	return out
}

func TestVerifyRefuses(t *testing.T) {
	message, proved, refused := vectors(t)
	for _, v := range refused {
		got := Verify(message, v.signature(), register{Sum(v.Key): "RU:9901000010"})
		if got.Integrity != (Outcome{NotProved, v.Code}) || got.Proves(Integrity) {
			t.Errorf("%s: %+v", v.Why, got)
		}
	}
	for _, a := range proved {
		for _, b := range proved {
			if a.Algorithm == b.Algorithm {
				continue
			}
			got := Verify(message, Signature{a.Algorithm, b.Key, b.Value}, nil)
			if got.Integrity.State != NotProved {
				t.Errorf("%s taken for %s: %+v", b.Algorithm, a.Algorithm, got)
			}
		}
	}
}

func TestVerifyKnownElsewhere(t *testing.T) {
	message, proved, _ := vectors(t)
	elsewhere := map[AlgorithmID]bool{}
	for _, a := range Algorithms() {
		if a.Verifiable() {
			continue
		}
		elsewhere[a.ID] = true
		for _, name := range append(a.Identifiers, string(a.ID)) {
			got := Verify(message, Signature{name, proved[0].Key, proved[0].Value}, nil)
			if got.Algorithm != a.ID || got.Integrity != (Outcome{NotChecked, AlgorithmNotHere}) || got.Proves(Integrity) {
				t.Errorf("%s: %+v", name, got)
			}
		}
	}
	for _, want := range []AlgorithmID{GOST256, GOST512, BignBelt, GOST2004KZ, GOST2015KZ256, GOST2015KZ512} {
		if !elsewhere[want] {
			t.Errorf("%s is not in the registry", want)
		}
	}
	for _, name := range []string{"", "none", "rsa-sha1", "1.2.3", "ED25519"} {
		got := Verify(message, Signature{name, proved[0].Key, proved[0].Value}, nil)
		if got.Integrity != (Outcome{NotChecked, AlgorithmUnknown}) || got.Proves(Integrity) {
			t.Errorf("%q: %+v", name, got)
		}
	}
}

func TestRegistryIsUnambiguous(t *testing.T) {
	seen := map[string]AlgorithmID{}
	for _, a := range Algorithms() {
		for _, name := range append([]string{string(a.ID)}, a.Identifiers...) {
			if other, twice := seen[name]; twice {
				t.Errorf("%s names %s and %s", name, other, a.ID)
			}
			seen[name] = a.ID
			if found, ok := FindAlgorithm(name); !ok || found.ID != a.ID {
				t.Errorf("%s finds %s", name, found.ID)
			}
		}
		if a.Standard == "" || a.Verifiable() && a.KeyIdentifier == "" {
			t.Errorf("%s is incomplete", a.ID)
		}
	}
}

func TestDefectHasItsPlaceAmongErrors(t *testing.T) {
	for code, want := range map[Code]customs.ErrorCode{
		SignerFailed: customs.Unavailable, ReceiptBytes: customs.Corrupt, ReceiptValue: customs.Invalid,
	} {
		if got := customs.CodeOf(&Defect{Code: code}); got != want {
			t.Errorf("%s: got %s, want %s", code, got, want)
		}
	}
}

func FuzzParsePublicKey(f *testing.F) {
	message, proved, refused := vectors(f)
	for _, v := range append(proved, refused...) {
		f.Add(v.Key, v.Value)
	}
	f.Fuzz(func(t *testing.T, key, value []byte) {
		for _, a := range Algorithms() {
			v := Verify(append([]byte("another "), message...), Signature{string(a.ID), key, value}, nil)
			if v.Proves(Signer) {
				t.Fatal("a signer without a register")
			}
		}
		if k, err := ParsePublicKey(key); err == nil && (k.Identifier == "" || k.ID() != Sum(key)) {
			t.Fatalf("%x is read as %+v", key, k)
		}
	})
}
