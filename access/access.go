// Package access says who may do what: principals and their roles, the keys by which programs are known, and one table
// of actions that every door asks.
//
// Read access.go for principals, policy.go for the table, keys.go for keys, sandbox.go for those of a demonstration.
// The law of the package: what someone may not know of is NotFound to them, whether it exists or not; Forbidden is only
// said about what they may see. The package keeps nothing and knows no store.
package access

import (
	"slices"

	"tamga/customs"
)

// Role is what somebody is to the office.
type Role string

// The roles.
const (
	// Declarant files for one party, itself.
	Declarant Role = "declarant"
	// Broker files for several parties under contracts.
	Broker Role = "broker"
	// Officer decides on cases of the offices of its state.
	Officer Role = "officer"
	// Head is the head of an office: an officer whose leave some acts need.
	Head Role = "head"
	// Auditor sees everything and changes nothing.
	Auditor Role = "auditor"
	// Operator runs the node and sees no case.
	Operator Role = "operator"
)

// Roles lists the roles.
var Roles = []Role{Declarant, Broker, Officer, Head, Auditor, Operator}

// Principal is somebody who is known.
type Principal struct {
	// ID names the account; it is written into the events it causes.
	ID   string `json:"id"`
	Role Role   `json:"role"`
	// Parties are those for which a declarant or a broker acts; the first is meant when none is named.
	Parties []customs.PartyID `json:"parties,omitempty"`
	// Office is where an officer or a head serves, Stamp the personal number stamp.
	Office customs.OfficeCode `json:"office,omitempty"`
	Stamp  string             `json:"stamp,omitempty"`
}

// Party returns the party a principal acts for when it names none, "" for those who act for none.
func (p Principal) Party() customs.PartyID {
	if len(p.Parties) == 0 {
		return ""
	}
	return p.Parties[0]
}

// For returns the party the principal means by a name: its first when the name is empty. A party it does not act for is
// NotFound.
func (p Principal) For(party customs.PartyID) (customs.PartyID, error) {
	if party == "" {
		return p.Party(), nil
	}
	if !slices.Contains(p.Parties, party) {
		return "", &customs.Error{Code: customs.NotFound, Op: "act for party", Subject: string(party)}
	}
	return party, nil
}

// Actor is the principal as an act names it, for a case of the party. Those who only look on are no actors: the zero
// Actor, which no act accepts.
func (p Principal) Actor(party customs.PartyID) customs.Actor {
	switch p.Role {
	case Declarant, Broker:
		return customs.Actor{Kind: customs.Declarant, ID: p.ID, Party: party}
	case Officer, Head:
		return customs.Actor{Kind: customs.Officer, ID: p.ID, Stamp: p.Stamp, Office: p.Office}
	}
	return customs.Actor{}
}
