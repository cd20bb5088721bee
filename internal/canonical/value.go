package canonical

import (
	"crypto/sha256"
	"encoding/hex"
	"strconv"
	"strings"
	"time"
)

// None stands on a line that has no value.
const None = "-"

// Digest is a SHA-256 hash. The zero digest means that there is none.
type Digest [sha256.Size]byte

// Sum returns the digest of data.
func Sum(data []byte) Digest { return sha256.Sum256(data) }

// IsZero reports whether there is no digest.
func (d Digest) IsZero() bool { return d == Digest{} }

// String returns 64 lower-case hexadecimal digits, as sha256sum prints them.
func (d Digest) String() string { return hex.EncodeToString(d[:]) }

// MarshalText writes the hexadecimal digits.
func (d Digest) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes and nothing else.
func (d *Digest) UnmarshalText(text []byte) error {
	parsed, ok := ParseDigest(string(text))
	if !ok {
		return &FormError{}
	}
	*d = parsed
	return nil
}

// ParseDigest reads 64 lower-case hexadecimal digits.
func ParseDigest(s string) (Digest, bool) {
	var d Digest
	if len(s) != 2*len(d) || strings.ToLower(s) != s {
		return d, false
	}
	_, err := hex.Decode(d[:], []byte(s))
	return d, err == nil
}

const instantLayout = "2006-01-02T15:04:05.000000Z"

// Instant writes an instant in UTC, cut to the microsecond: "2019-02-14T09:30:00.000000Z". It reports false for years
// outside 1970–9999, which the form cannot hold.
func Instant(t time.Time) (string, bool) {
	t = t.UTC()
	if t.Year() < 1970 || t.Year() > 9999 {
		return "", false
	}
	return t.Format(instantLayout), true
}

// ParseInstant reads what Instant writes and nothing else. The result is in UTC and comparable with ==.
func ParseInstant(s string) (time.Time, bool) {
	t, err := time.Parse(instantLayout, s)
	if err != nil {
		return time.Time{}, false
	}
	t = time.UnixMicro(t.UnixMicro()).UTC()
	again, ok := Instant(t)
	return t, ok && again == s
}

// Number writes a number that is not negative in decimal, without leading zeros.
func Number(n int64) string { return strconv.FormatInt(n, 10) }

// ParseNumber reads what Number writes and nothing else.
func ParseNumber(s string) (int64, bool) {
	n, err := strconv.ParseInt(s, 10, 64)
	return n, err == nil && n >= 0 && Number(n) == s
}

// UUID reports whether s is a UUID in its usual form: lower-case hexadecimal digits in groups of 8, 4, 4, 4 and 12.
func UUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		dash := i == 8 || i == 13 || i == 18 || i == 23
		if dash != (s[i] == '-') || !dash && !lowerHex(s[i]) {
			return false
		}
	}
	return true
}

func lowerHex(c byte) bool { return '0' <= c && c <= '9' || 'a' <= c && c <= 'f' }

// MaxOrigin is the longest origin, in bytes.
const MaxOrigin = 60

// Origin is the name of a node's log, and of the key that signs for it: a web address without its scheme, for example
// "tamga.example/by/office-1". It need not answer.
type Origin string

// Valid reports whether the origin is 1 to MaxOrigin visible ASCII characters without "+", as signed notes require of the
// names of keys.
func (o Origin) Valid() bool {
	return len(o) <= MaxOrigin && Visible(string(o)) && !strings.Contains(string(o), "+") && o != None
}

const upperHex = "0123456789ABCDEF"

// Escape makes any string, also one that came from outside, a value: visible ASCII other than "%" stands for itself, any
// other byte is "%" and two upper-case hexadecimal digits. The empty string is "-" and the string "-" is "%2D".
func Escape(s string) string {
	switch s {
	case "":
		return None
	case None:
		return "%2D"
	}
	var out strings.Builder
	for i := range len(s) {
		if c := s[i]; c <= ' ' || c > '~' || c == '%' {
			out.WriteByte('%')
			out.WriteByte(upperHex[c>>4])
			out.WriteByte(upperHex[c&15])
			continue
		}
		out.WriteByte(s[i])
	}
	return out.String()
}

// Unescape reads what Escape writes and nothing else.
func Unescape(s string) (string, bool) {
	if s == None {
		return "", true
	}
	var out strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '%' {
			out.WriteByte(s[i])
			continue
		}
		if i+2 >= len(s) {
			return "", false
		}
		high, low := strings.IndexByte(upperHex, s[i+1]), strings.IndexByte(upperHex, s[i+2])
		if high < 0 || low < 0 {
			return "", false
		}
		out.WriteByte(byte(high<<4 | low))
		i += 2
	}
	plain := out.String()
	return plain, Escape(plain) == s
}

// UUIDBytes returns the 16 bytes of a string for which UUID holds; zero for any other.
func UUIDBytes(s string) (id [16]byte) {
	if !UUID(s) {
		return id
	}
	raw, err := hex.DecodeString(strings.ReplaceAll(s, "-", ""))
	if err == nil {
		copy(id[:], raw)
	}
	return id
}

// FormatUUID writes a UUID in its usual form.
func FormatUUID(id [16]byte) string {
	s := hex.EncodeToString(id[:])
	return s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:]
}
