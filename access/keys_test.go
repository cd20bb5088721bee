package access_test

import (
	"bytes"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tamga/access"
	"tamga/customs"
)

func TestAnIssuedKeyIsKnownByItsSecretOnly(t *testing.T) {
	want := access.Principal{ID: "b", Role: access.Broker, Parties: []customs.PartyID{"RU:1", "KZ:2"}}
	secret, entry, err := access.Issue(bytes.NewReader(bytes.Repeat([]byte{7}, 32)), want)
	if err != nil {
		t.Fatal(err)
	}
	keys, err := access.NewKeys(access.EntryOf("another", access.Principal{ID: "a", Role: access.Auditor}), entry)
	if err != nil {
		t.Fatal(err)
	}
	got, err := keys.Authenticate(secret)
	if diff := cmp.Diff(want, got); err != nil || diff != "" {
		t.Errorf("%v %s", err, diff)
	}
	for _, wrong := range []string{"", entry.SHA256, secret + " ", secret[:len(secret)-1], strings.Repeat("x", 1<<20)} {
		if _, err := keys.Authenticate(wrong); !customs.Is(err, customs.Unauthenticated) {
			t.Errorf("%.20q: %v", wrong, err)
		}
	}
}

func TestKeysThatSayTooMuchOrTooLittleAreRefused(t *testing.T) {
	digest := access.EntryOf("secret", access.Principal{}).SHA256
	for name, body := range map[string]string{
		"no id":                   `{"keys":[{"sha256":"` + digest + `","role":"auditor"}]}`,
		"no role":                 `{"keys":[{"sha256":"` + digest + `","id":"a"}]}`,
		"short digest":            `{"keys":[{"sha256":"00","id":"a","role":"auditor"}]}`,
		"declarant without party": `{"keys":[{"sha256":"` + digest + `","id":"a","role":"declarant"}]}`,
		"declarant with two":      `{"keys":[{"sha256":"` + digest + `","id":"a","role":"declarant","parties":["RU:1","RU:2"]}]}`,
		"officer with a party":    `{"keys":[{"sha256":"` + digest + `","id":"a","role":"officer","office":"10013160","parties":["RU:1"]}]}`,
		"officer of nowhere":      `{"keys":[{"sha256":"` + digest + `","id":"a","role":"officer","office":"99"}]}`,
		"auditor at an office":    `{"keys":[{"sha256":"` + digest + `","id":"a","role":"auditor","office":"10013160"}]}`,
		"misspelt":                `{"keys":[{"sha256":"` + digest + `","id":"a","role":"auditor","partys":[]}]}`,
		"the same twice":          `{"keys":[{"sha256":"` + digest + `","id":"a","role":"auditor"},{"sha256":"` + digest + `","id":"b","role":"auditor"}]}`,
		"not JSON":                `keys`,
	} {
		if _, err := access.ReadKeys([]byte(body)); !customs.Is(err, customs.Invalid) {
			t.Errorf("%s: %v", name, err)
		}
	}
	if _, err := access.ReadKeys([]byte(`{"keys":[{"sha256":"` + digest + `","id":"a","role":"auditor"}]}`)); err != nil {
		t.Error(err)
	}
}

func TestTheSandboxHasEveryRole(t *testing.T) {
	keys, known, err := access.Sandbox([]customs.PartyID{"RU:1", "RU:2"}, []customs.OfficeCode{"10013160", "39857201"})
	if err != nil {
		t.Fatal(err)
	}
	roles := map[access.Role]int{}
	for _, key := range known {
		principal, err := keys.Authenticate(key.Secret)
		if diff := cmp.Diff(key.Principal, principal); err != nil || diff != "" {
			t.Errorf("%s: %v %s", key.Secret, err, diff)
		}
		roles[principal.Role]++
	}
	if len(roles) != len(access.Roles) || roles[access.Officer] != 2 {
		t.Errorf("roles %v", roles)
	}
}
