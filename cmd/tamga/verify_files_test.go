package main

import (
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

// TestVerifyFiles: a receipt and a proof hold for the bytes they are about and for no others, with the key alone.
func TestVerifyFiles(t *testing.T) {
	dir := t.TempDir()
	opened, err := openNode(t.Context(), nodeConfig{Dir: dir, Clock: newShiftedClock(demoStart), Home: "10702030"})
	if err != nil {
		t.Fatal(err)
	}
	loop := &crashLoop{T: t, law: opened.law}
	body, err := loop.declaration(1)
	if err != nil {
		t.Fatal(err)
	}
	lodged, err := opened.office.Lodge(t.Context(), office.Submission{Party: "p", Actor: customs.Actor{Kind: customs.Declarant, ID: "p", Party: "p"}, Body: body})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := opened.office.Sequence(context.Background()); err != nil {
		t.Fatal(err)
	}
	log := opened.store.Log()
	checkpoint, err := log.Latest()
	if err != nil {
		t.Fatal(err)
	}
	proof, err := transparency.Prove(0, checkpoint, log)
	if err != nil {
		t.Fatal(err)
	}
	key := opened.key
	if err := opened.Close(); err != nil {
		t.Fatal(err)
	}
	away := t.TempDir()
	write := func(name string, content []byte) string {
		path := filepath.Join(away, name)
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		return path
	}
	document, other := write("document.xml", body), write("other.xml", append(body, '\n'))
	receipt, proven := write("receipt", lodged.Receipt), write("proof.json", proof.Print())
	broken := write("broken", []byte(strings.Replace(string(lodged.Receipt), "attempt 1", "attempt 2", 1)))
	for _, one := range []struct {
		files    []string
		document string
		code     int
	}{
		{[]string{receipt, proven}, document, 0},
		{[]string{receipt, proven}, "", 0},
		{[]string{receipt}, other, exitRefused},
		{[]string{proven}, other, exitRefused},
		{[]string{receipt, broken}, "", exitRefused},
	} {
		arguments := []string{"verify", "--key", key}
		if one.document != "" {
			arguments = append(arguments, "--document", one.document)
		}
		if out, complaints, code := typed("", append(arguments, one.files...)...); code != one.code {
			t.Errorf("%v %s ended with %d:\n%s%s", one.files, one.document, code, out, complaints)
		}
	}
}
