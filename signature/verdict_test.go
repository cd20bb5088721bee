package signature

import (
	"encoding/json"
	"slices"
	"testing"

	"tamga/internal/golden"
)

// TestVerdictFailsClosed: of all 243 combinations of states, an aspect is proved exactly when it and all it rests on are.
func TestVerdictFailsClosed(t *testing.T) {
	rests := map[Aspect][]Aspect{
		Integrity: {Integrity}, Signer: {Integrity, Signer}, Chain: {Integrity, Signer, Chain},
		Authority: {Integrity, Signer, Authority}, Time: {Integrity, Time},
	}
	for n := range 243 {
		var states [5]Outcome
		for i, rest := 0, n; i < 5; i, rest = i+1, rest/3 {
			states[i].State = State(rest % 3)
		}
		v := Verdict{Integrity: states[0], Signer: states[1], Chain: states[2], Authority: states[3], Time: states[4]}
		for _, a := range Aspects {
			want := true
			for _, on := range rests[a] {
				want = want && states[slices.Index(Aspects, on)].State == Proved
			}
			if v.Proves(a) != want {
				t.Fatalf("%v: %s proved = %v", states, a, !want)
			}
		}
		if v.Proves(Aspects...) != (n == 242) || v.Proves() || v.Proves("truth") || v.Proves(Integrity, "truth") {
			t.Fatalf("%v: all", states)
		}
	}
}

func TestVerdictMissing(t *testing.T) {
	v := Verdict{Integrity: Outcome{State: Proved}, Chain: Outcome{State: Proved}}
	if got := v.Missing(Time, Chain, Authority); !slices.Equal(got, []Aspect{Signer, Authority, Time}) {
		t.Errorf("got %v", got)
	}
	if got := v.Missing(Integrity); got != nil {
		t.Errorf("got %v", got)
	}
	if got := v.Of("truth"); got != (Outcome{}) {
		t.Errorf("got %v", got)
	}
}

func TestVerdictJSON(t *testing.T) {
	message, proved, _ := vectors(t)
	v := Verify(message, proved[1].signature(), register{Sum(proved[1].Key): "RU:9901000010"})
	v.Time = Outcome{NotProved, Mismatch}
	v.Key = Digest{1}
	golden.JSON(t, "testdata/verdict.json", v)
	text, err := json.Marshal(v)
	must(t, err)
	var back Verdict
	must(t, json.Unmarshal(text, &back))
	if back != v {
		t.Errorf("got %+v", back)
	}
	for _, unknown := range []string{`"Proved"`, `""`, `2`} {
		state := Proved
		if json.Unmarshal([]byte(unknown), &state) == nil || unknown != "2" && state != NotChecked {
			t.Errorf("%s is read as %s", unknown, state)
		}
	}
}
