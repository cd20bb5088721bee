package customs

import "time"

// ActorKind says whose time an act took.
type ActorKind string

// The kinds of actor.
const (
	System    ActorKind = "system"
	Officer   ActorKind = "officer"
	Declarant ActorKind = "declarant"
	Agency    ActorKind = "agency"
	Device    ActorKind = "device"
)

// Actor is who did an act.
type Actor struct {
	Kind ActorKind `json:"kind"`
	// ID names the actor: an account, an API key's owner, or "АВТОМАТ" for the system.
	ID string `json:"id"`
	// Stamp is the officer's personal number stamp (ЛНП); "000" for the system.
	Stamp string `json:"stamp,omitempty"`
	// Party is the party for which a declarant acts.
	Party PartyID `json:"party,omitempty"`
	// Office is where an officer serves.
	Office OfficeCode `json:"office,omitempty"`
}

// Automaton is the information system acting without an official.
var Automaton = Actor{Kind: System, ID: "АВТОМАТ", Stamp: "000"}

// Clock tells the time. The sandbox moves it; the law never sees it.
type Clock interface{ Now() time.Time }
