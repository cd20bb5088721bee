package transparency

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"

	"golang.org/x/mod/sumdb/note"
)

func TestCheckpointRoundTrip(t *testing.T) {
	signer, verifier := keyFrom(t, testOrigin, 1)
	for _, size := range []int{0, 1, 2, 255, 256, 300} {
		m := new(Memory)
		_, err := m.Add(leaves(t, 0, size)...)
		must(t, err)
		c, err := OpenCheckpoint(sign(t, m.Tree(), signer), TrustIn(verifier))
		must(t, err)
		if c.Tree != m.Tree() || c.Origin != testOrigin {
			t.Errorf("size %d: got %v", size, c)
		}
	}
}

func TestCheckpointSignRefuses(t *testing.T) {
	signer, _ := keyFrom(t, testOrigin, 1)
	_, err := Checkpoint{Origin: "tamga.example/kz/office-1", Tree: EmptyTree}.Sign(signer)
	wantCode(t, err, CheckpointOrigin)
	for _, c := range []Checkpoint{
		{Origin: testOrigin, Tree: Tree{Size: -1}},
		{Origin: testOrigin, Tree: Tree{Size: MaxSize + 1}},
		{Origin: testOrigin},
		{Origin: "two\nlines", Tree: EmptyTree},
	} {
		_, err := c.Sign(signer)
		wantCode(t, err, CheckpointForm)
	}
}

// TestCheckpointText: texts a log's own key signed, but which are not a checkpoint, or could be spelled otherwise.
func TestCheckpointText(t *testing.T) {
	m, signer, trust := logOf(t, 5)
	good := Checkpoint{Origin: testOrigin, Tree: m.Tree()}.Text()
	root := m.Tree().Root.String()
	loose := root[:42] + string(root[42]+1) + "="
	if _, err := base64.StdEncoding.DecodeString(loose); err != nil {
		t.Fatalf("the test supposes that %s decodes loosely", loose)
	}
	for name, text := range map[string]string{
		"extension line":  good + "extra\n",
		"leading zero":    strings.Replace(good, "\n5\n", "\n05\n", 1),
		"plus":            strings.Replace(good, "\n5\n", "\n+5\n", 1),
		"negative":        strings.Replace(good, "\n5\n", "\n-5\n", 1),
		"too great":       strings.Replace(good, "\n5\n", "\n9223372036854775807\n", 1),
		"loose base64":    strings.Replace(good, root, loose, 1),
		"short root":      strings.Replace(good, root, "AAAA", 1),
		"no root":         strings.Replace(good, root+"\n", "", 1),
		"empty, not root": strings.Replace(good, "\n5\n", "\n0\n", 1),
		"space in origin": "a b\n5\n" + root + "\n",
	} {
		msg, err := note.Sign(&note.Note{Text: text}, signer)
		must(t, err)
		_, err = OpenCheckpoint(msg, trust)
		if got := codeOf(t, err); got != CheckpointForm {
			t.Errorf("%s: got %q", name, got)
		}
	}
	other := strings.Replace(good, "office-1", "office-2", 1)
	msg, err := note.Sign(&note.Note{Text: other}, signer)
	must(t, err)
	_, err = OpenCheckpoint(msg, trust)
	wantCode(t, err, CheckpointOrigin)
}

func TestCheckpointSignatures(t *testing.T) {
	m, signer, trust := logOf(t, 5)
	witness, witnessKey := keyFrom(t, "witness.example", 9)
	stranger, _ := keyFrom(t, testOrigin, 7)
	c := Checkpoint{Origin: testOrigin, Tree: m.Tree()}
	both := Trust{Origin: testOrigin, Keys: note.VerifierList(mustVerifier(t, trust, signer), witnessKey)}

	cosigned, err := c.Sign(signer, witness)
	must(t, err)
	for _, who := range []Trust{trust, both} {
		got, err := OpenCheckpoint(cosigned, who)
		must(t, err)
		if got != c {
			t.Errorf("got %v", got)
		}
	}
	byWitness, err := note.Sign(&note.Note{Text: c.Text()}, witness)
	must(t, err)
	_, err = OpenCheckpoint(byWitness, both)
	wantCode(t, err, CheckpointSignature)

	byStranger, err := c.Sign(stranger)
	must(t, err)
	_, err = OpenCheckpoint(byStranger, trust)
	wantCode(t, err, CheckpointSignature)

	_, err = OpenCheckpoint(m.checkpoints[0], Trust{Origin: testOrigin})
	wantCode(t, err, CheckpointSignature)

	lines := bytes.SplitAfter(m.checkpoints[0], []byte("\n"))
	doubled := append(bytes.Clone(m.checkpoints[0]), lines[len(lines)-2]...)
	_, err = OpenCheckpoint(doubled, trust)
	wantCode(t, err, CheckpointForm)

	_, err = OpenCheckpoint(bytes.Repeat([]byte("x"), 1<<20), trust)
	wantCode(t, err, CheckpointForm)
}

// TestCheckpointEveryByte: no single changed byte of a signed checkpoint goes unseen.
func TestCheckpointEveryByte(t *testing.T) {
	m, _, trust := logOf(t, 5)
	msg := m.checkpoints[0]
	for i := range msg {
		for bit := range 8 {
			changed := bytes.Clone(msg)
			changed[i] ^= 1 << bit
			if _, err := OpenCheckpoint(changed, trust); codeOf(t, err) == "" {
				t.Fatalf("bit %d of byte %d: accepted", bit, i)
			}
		}
	}
}

func TestParseTrust(t *testing.T) {
	const key = "tamga.example/by/office-1+d810c9d9+AYqI4910CfGV/VLbLTy6XXLKZwm/HZQSG/N0iAG0D29c"
	vkey := printedKey(t, testOrigin, 1)
	if vkey != key {
		t.Errorf("got %s", vkey)
	}
	trust, err := ParseTrust(vkey)
	must(t, err)
	m, _, _ := logOf(t, 3)
	_, err = OpenCheckpoint(m.checkpoints[0], trust)
	must(t, err)

	_, err = ParseTrust("tamga.example/by/office-1+00000000+AYqI")
	wantCode(t, err, CheckpointSignature)
	_, err = ParseTrust()
	wantCode(t, err, CheckpointOrigin)
	_, err = ParseTrust(vkey, printedKey(t, "witness.example", 9))
	wantCode(t, err, CheckpointOrigin)
}

func mustVerifier(t *testing.T, trust Trust, signer note.Signer) note.Verifier {
	t.Helper()
	v, err := trust.Keys.Verifier(signer.Name(), signer.KeyHash())
	must(t, err)
	return v
}

func FuzzOpenCheckpoint(f *testing.F) {
	m, _, trust := logOf(f, 5)
	f.Add(m.checkpoints[0])
	f.Add([]byte(Checkpoint{Origin: testOrigin, Tree: m.Tree()}.Text()))
	f.Fuzz(func(t *testing.T, data []byte) {
		if c, err := OpenCheckpoint(data, trust); err == nil && c.Tree != m.Tree() {
			t.Fatalf("a forgery: %q", data)
		}
		if c, err := parseCheckpoint(string(data)); err == nil && c.Text() != string(data) {
			t.Fatalf("%q is read and is not canonical", data)
		}
	})
}
