package canonical

import (
	"encoding/base64"
	"errors"
	"strings"

	"golang.org/x/mod/sumdb/note"
)

// MaxNote bounds a signed note in bytes: room for a hundred signatures of witnesses.
const MaxNote = 64 << 10

// Why a note was not opened.
var (
	// ErrNoteForm: the bytes are not a signed note, or are one that could be spelled otherwise.
	ErrNoteForm = errors.New("not a signed note in canonical form")
	// ErrNoteSigner: a signature of the wanted key is missing or does not fit the text.
	ErrNoteSigner = errors.New("no valid signature of the expected key")
)

// OpenNote returns the text of a note signed by a known key called signer, and the number of its signature lines.
//
// It asks more than note.Open does: signatures have one base64 spelling, no key signs twice, and at least one verified
// signature has the signer's name. Signatures of unknown keys are allowed and prove nothing.
func OpenNote(msg []byte, signer Origin, known note.Verifiers) (text string, signatures int, err error) {
	if len(msg) > MaxNote {
		return "", 0, ErrNoteForm
	}
	opened, err := note.Open(msg, known)
	if err != nil {
		return "", 0, noteError(err)
	}
	named := false
	for _, s := range opened.Sigs {
		named = named || s.Name == string(signer)
	}
	if !named {
		return "", 0, ErrNoteSigner
	}
	signatures = len(opened.Sigs) + len(opened.UnverifiedSigs)
	if !oneSpelling(msg, opened, signatures) {
		return "", 0, ErrNoteForm
	}
	return opened.Text, signatures, nil
}

func noteError(err error) error {
	var unverified *note.UnverifiedNoteError
	var invalid *note.InvalidSignatureError
	if errors.As(err, &unverified) || errors.As(err, &invalid) {
		return ErrNoteSigner
	}
	return ErrNoteForm
}

// oneSpelling: note.Open passes over repeated signatures of a key and over unused bits at the end of base64, so two files
// that differ could both be "the" note.
func oneSpelling(msg []byte, opened *note.Note, signatures int) bool {
	block := string(msg[len(opened.Text)+1:])
	if strings.Count(block, "\n") != signatures {
		return false
	}
	for _, list := range [][]note.Signature{opened.Sigs, opened.UnverifiedSigs} {
		for _, s := range list {
			if _, err := base64.StdEncoding.Strict().DecodeString(s.Base64); err != nil {
				return false
			}
		}
	}
	return true
}
