package access

import (
	"bytes"
	"crypto/sha256"
	"crypto/subtle"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"slices"

	"tamga/customs"
)

// Entry is one key: the SHA-256 of its secret, never the secret, and whose it is.
type Entry struct {
	// SHA256 is 64 hexadecimal digits.
	SHA256 string `json:"sha256"`
	Principal
}

// Keys are the keys a node knows. They do not change; to change them make new ones.
type Keys struct{ entries []held }

type held struct {
	digest    [sha256.Size]byte
	principal Principal
}

// mostSecret bounds what is hashed on a stranger's behalf.
const mostSecret = 512

// NewKeys makes keys of entries. Every principal must have what its role needs: parties, or an office in a state of the
// Union.
func NewKeys(entries ...Entry) (*Keys, error) {
	keys := &Keys{}
	for i, entry := range entries {
		made, err := entry.held()
		if err != nil {
			return nil, &customs.Error{Code: customs.Invalid, Op: "read key", Subject: fmt.Sprint(i + 1), Err: err}
		}
		if slices.ContainsFunc(keys.entries, func(h held) bool { return h.digest == made.digest }) {
			return nil, &customs.Error{Code: customs.Invalid, Op: "read key", Subject: fmt.Sprint(i + 1), Err: errTwice}
		}
		keys.entries = append(keys.entries, made)
	}
	return keys, nil
}

var (
	errTwice  = errors.New("the key stands there twice")
	errDigest = errors.New("sha256 is not 64 hexadecimal digits")
	errID     = errors.New("the account has no id")
	errRole   = errors.New("the role is not known")
	errParty  = errors.New("a declarant has one party, a broker at least one, others none")
	errOffice = errors.New("officers serve at an office of a member state, others at none")
)

func (e Entry) held() (held, error) {
	digest, err := hex.DecodeString(e.SHA256)
	if err != nil || len(digest) != sha256.Size {
		return held{}, errDigest
	}
	return held{[sha256.Size]byte(digest), e.Principal}, e.Principal.check()
}

func (p Principal) check() error {
	if p.ID == "" {
		return errID
	}
	if !slices.Contains(Roles, p.Role) {
		return errRole
	}
	parties, serves := len(p.Parties), p.Office.State() != ""
	files, decides := p.Role == Declarant || p.Role == Broker, p.Role == Officer || p.Role == Head
	if files != (parties > 0) || p.Role == Declarant && parties > 1 || slices.Contains(p.Parties, "") {
		return errParty
	}
	if decides != serves || !decides && p.Office != "" {
		return errOffice
	}
	return nil
}

// ReadKeys reads keys from JSON: {"keys":[{"sha256":…,"id":…,"role":…,"parties":[…],"office":…,"stamp":…}]}. Unknown
// members are refused, so that a misspelt one does not silently widen or narrow a right.
func ReadKeys(body []byte) (*Keys, error) {
	var file struct {
		Keys []Entry `json:"keys"`
	}
	decoder := json.NewDecoder(bytes.NewReader(body))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&file); err != nil {
		return nil, &customs.Error{Code: customs.Invalid, Op: "read keys", Err: err}
	}
	return NewKeys(file.Keys...)
}

// With returns the keys and others besides.
func (k *Keys) With(others *Keys) *Keys { return &Keys{slices.Concat(k.entries, others.entries)} }

// Authenticate returns whose the secret is, else Unauthenticated. Every entry is compared in constant time, so that the
// time taken tells nothing of the keys.
func (k *Keys) Authenticate(secret string) (Principal, error) {
	unknown := &customs.Error{Code: customs.Unauthenticated, Op: "authenticate"}
	if secret == "" || len(secret) > mostSecret {
		return Principal{}, unknown
	}
	digest := sha256.Sum256([]byte(secret))
	found := -1
	for i := range k.entries {
		if subtle.ConstantTimeCompare(k.entries[i].digest[:], digest[:]) == 1 {
			found = i
		}
	}
	if found < 0 {
		return Principal{}, unknown
	}
	return k.entries[found].principal, nil
}

// Issue makes a new key for the principal from 32 bytes of the random source. The secret is shown once to its holder;
// the entry is what a node keeps.
func Issue(random io.Reader, principal Principal) (secret string, entry Entry, err error) {
	if err := principal.check(); err != nil {
		return "", Entry{}, &customs.Error{Code: customs.Invalid, Op: "issue key", Subject: principal.ID, Err: err}
	}
	var raw [32]byte
	if _, err := io.ReadFull(random, raw[:]); err != nil {
		return "", Entry{}, &customs.Error{Code: customs.Unavailable, Op: "issue key", Subject: principal.ID, Err: err}
	}
	secret = "tamga_" + base64.RawURLEncoding.EncodeToString(raw[:])
	return secret, EntryOf(secret, principal), nil
}

// EntryOf is the entry of a secret that is already chosen.
func EntryOf(secret string, principal Principal) Entry {
	digest := sha256.Sum256([]byte(secret))
	return Entry{SHA256: hex.EncodeToString(digest[:]), Principal: principal}
}
