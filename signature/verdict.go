package signature

import (
	"slices"

	"tamga/customs"
)

// State says how far something is proved. The zero State is NotChecked.
type State uint8

// The states.
const (
	// NotChecked: nobody looked, or nobody here can.
	NotChecked State = iota
	// NotProved: somebody looked and it does not hold.
	NotProved
	// Proved: somebody looked and it holds.
	Proved
)

// String returns "not-checked", "not-proved" or "proved".
func (s State) String() string {
	switch s {
	case Proved:
		return "proved"
	case NotProved:
		return "not-proved"
	}
	return "not-checked"
}

// MarshalText writes what String returns.
func (s State) MarshalText() ([]byte, error) { return []byte(s.String()), nil }

// UnmarshalText reads what MarshalText writes; anything else is an error, and leaves NotChecked.
func (s *State) UnmarshalText(text []byte) error {
	*s = NotChecked
	for _, known := range []State{NotChecked, NotProved, Proved} {
		if known.String() == string(text) {
			*s = known
			return nil
		}
	}
	return &customs.Error{Code: customs.Invalid, Op: "read state of proof"}
}

// Outcome is the state of one aspect, and why it is not proved.
type Outcome struct {
	State State `json:"state"`
	// Code says why; empty when proved, and when nobody looked.
	Code Code `json:"code,omitempty"`
}

func refuted(code Code) Outcome   { return Outcome{State: NotProved, Code: code} }
func unchecked(code Code) Outcome { return Outcome{State: NotChecked, Code: code} }

// Aspect is one of the things a signature may prove.
type Aspect string

// The aspects.
const (
	// Integrity: the bytes are those that were signed.
	Integrity Aspect = "integrity"
	// Signer: the key is that of a known holder.
	Signer Aspect = "signer"
	// Chain: the holder's certificate leads to a trusted root and was not revoked.
	Chain Aspect = "chain"
	// Authority: the holder may act for the party, for example by a power of attorney.
	Authority Aspect = "authority"
	// Time: the signature existed at the instant claimed.
	Time Aspect = "time"
)

// Aspects lists the aspects.
var Aspects = []Aspect{Integrity, Signer, Chain, Authority, Time}

// Verdict is what a signature proves. The zero Verdict proves nothing.
type Verdict struct {
	Algorithm AlgorithmID `json:"algorithm"`
	// Key is the digest of the key's encoding.
	Key Digest `json:"key"`
	// Holder is whose the key is; empty while Signer is not proved.
	Holder    Holder  `json:"holder,omitempty"`
	Integrity Outcome `json:"integrity"`
	Signer    Outcome `json:"signer"`
	Chain     Outcome `json:"chain"`
	Authority Outcome `json:"authority"`
	Time      Outcome `json:"time"`
}

// Of returns the outcome of one aspect; of an unknown aspect, not checked.
func (v Verdict) Of(a Aspect) Outcome {
	switch a {
	case Integrity:
		return v.Integrity
	case Signer:
		return v.Signer
	case Chain:
		return v.Chain
	case Authority:
		return v.Authority
	case Time:
		return v.Time
	}
	return Outcome{}
}

// Proves reports whether all of the aspects are proved, and all on which they rest: a signer proves nothing about bytes
// that were changed, an authority nothing about an unknown signer. Without aspects it is false.
func (v Verdict) Proves(aspects ...Aspect) bool {
	return len(aspects) > 0 && len(v.Missing(aspects...)) == 0
}

// Missing returns, in the order of Aspects, those of the aspects asked for and of the ones they rest on that are not proved.
func (v Verdict) Missing(aspects ...Aspect) []Aspect {
	needed := map[Aspect]bool{}
	for _, a := range aspects {
		for ; a != ""; a = restsOn(a) {
			needed[a] = true
		}
	}
	var missing []Aspect
	for _, a := range Aspects {
		if needed[a] && v.Of(a).State != Proved {
			missing = append(missing, a)
		}
	}
	for _, a := range aspects {
		if !slices.Contains(Aspects, a) {
			missing = append(missing, a)
		}
	}
	return missing
}

func restsOn(a Aspect) Aspect {
	switch a {
	case Signer, Time:
		return Integrity
	case Chain, Authority:
		return Signer
	}
	return ""
}
