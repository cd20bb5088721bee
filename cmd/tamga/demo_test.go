package main

import (
	"bytes"
	"testing"
)

func TestDemonstration(t *testing.T) {
	opened, err := openNode(t.Context(), nodeConfig{
		Dir: t.TempDir(), Clock: newShiftedClock(demoStart), Lots: demoLots, Home: "10702030",
	})
	if err != nil {
		t.Fatal(err)
	}
	run := startNode(t.Context(), opened)
	defer run.stop()
	var out bytes.Buffer
	demo := &demonstration{node: opened, out: &out}
	if err := demo.run(t.Context()); err != nil {
		t.Fatalf("%v\n%s", err, out.String())
	}
	t.Log("\n" + out.String())
}
