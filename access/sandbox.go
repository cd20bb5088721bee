package access

import "tamga/customs"

// Known is a key together with its secret, for a node that keeps nothing worth protecting.
type Known struct {
	Secret    string
	Principal Principal
}

// Sandbox returns keys with well-known secrets for a demonstration: a declarant of the first party, a broker of all of
// them, an officer and a head at each of the offices, an auditor and an operator. Their secrets are "sandbox-" and the
// account's id: sandbox-declarant, sandbox-broker, sandbox-officer (at the first office), sandbox-officer-10013160,
// sandbox-head, sandbox-auditor, sandbox-operator. A node that takes real declarations must not have them.
func Sandbox(parties []customs.PartyID, offices []customs.OfficeCode) (*Keys, []Known, error) {
	var people []Principal
	if len(parties) > 0 {
		people = append(people,
			Principal{ID: "declarant", Role: Declarant, Parties: parties[:1]}, Principal{ID: "broker", Role: Broker, Parties: parties})
	}
	for i, office := range offices {
		suffix := ""
		if i > 0 {
			suffix = "-" + string(office)
		}
		people = append(people,
			Principal{ID: "officer" + suffix, Role: Officer, Office: office, Stamp: "001"},
			Principal{ID: "head" + suffix, Role: Head, Office: office, Stamp: "002"})
	}
	people = append(people, Principal{ID: "auditor", Role: Auditor}, Principal{ID: "operator", Role: Operator})
	var entries []Entry
	var known []Known
	for _, principal := range people {
		secret := "sandbox-" + principal.ID
		entries, known = append(entries, EntryOf(secret, principal)), append(known, Known{secret, principal})
	}
	keys, err := NewKeys(entries...)
	return keys, known, err
}
