package signature

import (
	"crypto/ed25519"
	"fmt"

	"golang.org/x/mod/sumdb/note"

	"tamga/internal/canonical"
)

// OfficeSigner is how an office signs: through a token that keeps the key to itself. It also signs notes. Signing may be
// slow and may fail; it does not belong inside a transaction. What was signed is lost with the process unless it was stored,
// so the signature is stored before it is sent.
type OfficeSigner interface {
	// Name is the node's origin; it stands in every signed note.
	Name() string
	// KeyHash is the key's short number in signed notes.
	KeyHash() uint32
	// Algorithm is what Sign makes.
	Algorithm() AlgorithmID
	// PublicKey is the key that verifies.
	PublicKey() PublicKey
	// Sign returns the signature of the message.
	Sign(message []byte) ([]byte, error)
}

// SeedSize is the length of the seed of a SandboxSigner in bytes.
const SeedSize = ed25519.SeedSize

// SandboxSigner signs with an Ed25519 key held in memory. An office's real keys stay in their tokens; this is for the
// sandbox, for tests, and for a node's own checkpoints and receipts where the operator accepts a key in a file. It prints
// as its public key, never as its secret.
type SandboxSigner struct {
	name     Origin
	private  ed25519.PrivateKey
	public   PublicKey
	printed  string
	verifier note.Verifier
}

var _ OfficeSigner = (*SandboxSigner)(nil)

// NewSandboxSigner makes the signer of a node from a seed of SeedSize bytes; the same seed gives the same key. The error is
// a *Defect with KeyForm.
func NewSandboxSigner(name Origin, seed []byte) (*SandboxSigner, error) {
	if !name.Valid() || len(seed) != SeedSize {
		return nil, &Defect{Code: KeyForm, Field: string(name)}
	}
	s := &SandboxSigner{name: name, private: ed25519.NewKeyFromSeed(seed)}
	raw, _ := s.private.Public().(ed25519.PublicKey)
	var err error
	if s.public, err = Ed25519Key(raw); err != nil {
		return nil, err
	}
	if s.printed, err = note.NewEd25519VerifierKey(string(name), raw); err != nil {
		return nil, &Defect{Code: KeyForm, Err: err}
	}
	if s.verifier, err = note.NewVerifier(s.printed); err != nil {
		return nil, &Defect{Code: KeyForm, Err: err}
	}
	return s, nil
}

// Name implements OfficeSigner.
func (s *SandboxSigner) Name() string { return string(s.name) }

// KeyHash implements OfficeSigner.
func (s *SandboxSigner) KeyHash() uint32 { return s.verifier.KeyHash() }

// Algorithm implements OfficeSigner.
func (s *SandboxSigner) Algorithm() AlgorithmID { return Ed25519 }

// PublicKey implements OfficeSigner.
func (s *SandboxSigner) PublicKey() PublicKey { return s.public }

// Sign implements OfficeSigner. It never fails, and the same message has the same signature.
func (s *SandboxSigner) Sign(message []byte) ([]byte, error) {
	return ed25519.Sign(s.private, message), nil
}

// Verifier returns what verifies this signer's notes.
func (s *SandboxSigner) Verifier() note.Verifier { return s.verifier }

// VerifierKey returns the printed public key, "name+hash+key", that a stranger needs for receipts and proofs.
func (s *SandboxSigner) VerifierKey() string { return s.printed }

// Format keeps the secret out of logs, whatever verb is used.
func (s *SandboxSigner) Format(f fmt.State, _ rune) { fmt.Fprint(f, s.printed) }

// ParseKeys reads printed public keys, "name+hash+key", of nodes whose receipts are trusted. The error is a *Defect with
// KeyForm.
func ParseKeys(printed ...string) (note.Verifiers, error) {
	var list []note.Verifier
	for _, p := range printed {
		v, err := note.NewVerifier(p)
		if err != nil || !canonical.Origin(v.Name()).Valid() {
			return nil, &Defect{Code: KeyForm, Err: err}
		}
		list = append(list, v)
	}
	return note.VerifierList(list...), nil
}
