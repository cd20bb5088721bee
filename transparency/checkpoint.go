package transparency

import (
	"encoding/base64"
	"errors"
	"strings"

	"golang.org/x/mod/sumdb/note"

	"tamga/internal/canonical"
)

// Trust is whose word is taken for a log: its origin, and the keys that may sign for it. Keys of the origin's name sign
// checkpoints; other keys, of witnesses, are verified when present and never replace the log's own.
type Trust struct {
	Origin Origin
	Keys   note.Verifiers
}

// TrustIn trusts one log by its key; the key's name is the origin.
func TrustIn(key note.Verifier) Trust {
	return Trust{Origin: Origin(key.Name()), Keys: note.VerifierList(key)}
}

// ParseTrust trusts one log by its printed keys, "name+hash+key", as signed notes have them. A log that changed its key has
// several, all of one name. The error is a *Defect with CheckpointSignature.
func ParseTrust(keys ...string) (Trust, error) {
	var trust Trust
	var list []note.Verifier
	for _, key := range keys {
		v, err := note.NewVerifier(key)
		if err != nil {
			return Trust{}, &Defect{Code: CheckpointSignature, At: Nowhere, Err: err}
		}
		if trust.Origin != "" && string(trust.Origin) != v.Name() {
			return Trust{}, &Defect{Code: CheckpointOrigin, At: Nowhere, Want: string(trust.Origin), Got: v.Name()}
		}
		trust.Origin = Origin(v.Name())
		list = append(list, v)
	}
	if !trust.Origin.Valid() {
		return Trust{}, &Defect{Code: CheckpointOrigin, At: Nowhere, Got: string(trust.Origin)}
	}
	trust.Keys = note.VerifierList(list...)
	return trust, nil
}

// Checkpoint is what a node signs: that its log has this size and this root. A node must never sign two checkpoints of
// which neither tree begins with the other; Append keeps to that by building only on the tree it was given.
type Checkpoint struct {
	Origin Origin
	Tree   Tree
}

// Text returns the three lines of the checkpoint: origin, size in decimal, root in base64.
func (c Checkpoint) Text() string {
	return string(c.Origin) + "\n" + canonical.Number(c.Tree.Size) + "\n" + c.Tree.Root.String() + "\n"
}

// Sign returns the checkpoint as a signed note. The first signer's name must be the origin. Signing may be slow (a token),
// so it does not belong inside a transaction.
func (c Checkpoint) Sign(log note.Signer, witnesses ...note.Signer) ([]byte, error) {
	if _, err := parseCheckpoint(c.Text()); err != nil {
		return nil, err
	}
	if log.Name() != string(c.Origin) {
		return nil, &Defect{Code: CheckpointOrigin, At: Nowhere, Want: string(c.Origin), Got: log.Name()}
	}
	msg, err := note.Sign(&note.Note{Text: c.Text()}, append([]note.Signer{log}, witnesses...)...)
	if err != nil {
		return nil, &Defect{Code: CheckpointSignature, At: Nowhere, Err: err}
	}
	return msg, nil
}

// OpenCheckpoint returns a checkpoint that the trusted log signed. The error is a *Defect with CheckpointForm,
// CheckpointSignature or CheckpointOrigin. Extension lines, which the log cannot answer for, are refused.
func OpenCheckpoint(msg []byte, t Trust) (Checkpoint, error) {
	text, _, err := canonical.OpenNote(msg, t.Origin, t.Keys)
	if errors.Is(err, canonical.ErrNoteSigner) {
		return Checkpoint{}, &Defect{Code: CheckpointSignature, At: Nowhere, Want: string(t.Origin)}
	}
	if err != nil {
		return Checkpoint{}, &Defect{Code: CheckpointForm, At: Nowhere}
	}
	c, err := parseCheckpoint(text)
	if err != nil {
		return Checkpoint{}, err
	}
	if c.Origin != t.Origin {
		return Checkpoint{}, &Defect{Code: CheckpointOrigin, At: Nowhere, Want: string(t.Origin), Got: string(c.Origin)}
	}
	return c, nil
}

// ownCheckpoint reads a checkpoint from the store of the log itself, where no signature need be verified again.
func ownCheckpoint(msg []byte) (Checkpoint, error) {
	text, _, found := strings.Cut(string(msg), "\n\n")
	if !found {
		return Checkpoint{}, &Defect{Code: CheckpointForm, At: Nowhere}
	}
	return parseCheckpoint(text + "\n")
}

func parseCheckpoint(text string) (Checkpoint, error) {
	lines := strings.Split(text, "\n")
	if len(lines) != 4 || lines[3] != "" {
		return Checkpoint{}, &Defect{Code: CheckpointForm, At: Nowhere}
	}
	c := Checkpoint{Origin: Origin(lines[0])}
	size, ok := canonical.ParseNumber(lines[1])
	root, err := base64.StdEncoding.Strict().DecodeString(lines[2])
	if !ok || size > MaxSize || err != nil || len(root) != len(Hash{}) || !c.Origin.Valid() {
		return Checkpoint{}, &Defect{Code: CheckpointForm, At: Nowhere}
	}
	c.Tree = Tree{Size: size, Root: Hash(root)}
	if size == 0 && c.Tree != EmptyTree {
		return Checkpoint{}, &Defect{Code: CheckpointForm, At: Nowhere}
	}
	return c, nil
}
