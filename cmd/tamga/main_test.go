package main

import (
	"bytes"
	"strings"
	"testing"
	"time"

	"tamga/office"
)

func mustLaw(t testing.TB) *office.Law {
	t.Helper()
	law, err := theLaw()
	if err != nil {
		t.Fatal(err)
	}
	return law
}

// fictional makes a declaration and reads it as a command would.
func fictional(t testing.TB, wanted makeUp) *paper {
	t.Helper()
	body, err := wanted.make(&terminal{language: "en"}, mustLaw(t), wanted.Seed)
	if err != nil {
		t.Fatal(err)
	}
	read, err := new(assumptions).paper(&terminal{Now: noon}, "fiction.xml", body)
	if err != nil {
		t.Fatal(err)
	}
	return read
}

func noon() time.Time { return time.Date(2026, 3, 18, 12, 0, 0, 0, time.UTC) }

// typed runs the program as if the arguments were typed, and returns what it printed and its exit code.
func typed(in string, arguments ...string) (out, complaints string, code int) {
	var printed, complained bytes.Buffer
	at := &terminal{
		In: strings.NewReader(in), Out: &printed, Err: &complained, Now: noon, Getenv: func(string) string { return "" },
	}
	code = run(arguments, at)
	return printed.String(), complained.String(), code
}
