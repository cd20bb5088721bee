package access_test

import (
	"fmt"
	"testing"

	"tamga/access"
	"tamga/customs"
)

// people has one principal of every role, all around the same party and state.
var people = map[access.Role]access.Principal{
	access.Declarant: {ID: "d", Role: access.Declarant, Parties: []customs.PartyID{"RU:1"}},
	access.Broker:    {ID: "b", Role: access.Broker, Parties: []customs.PartyID{"RU:2", "RU:1"}},
	access.Officer:   {ID: "o", Role: access.Officer, Office: "10013160", Stamp: "7"},
	access.Head:      {ID: "h", Role: access.Head, Office: "10013160", Stamp: "8"},
	access.Auditor:   {ID: "a", Role: access.Auditor},
	access.Operator:  {ID: "p", Role: access.Operator},
}

// things are a case of the party in the state, one of another party there, one of the party in another state, and one
// that is foreign in both.
var things = map[string]access.Thing{
	"own":           {Party: "RU:1", Office: "10702030"},
	"other party":   {Party: "RU:9", Office: "10702030"},
	"other state":   {Party: "RU:1", Office: "39857201"},
	"all foreign":   {Party: "KZ:9", Office: "39857201"},
	"nobody's":      {},
	"unknown place": {Party: "RU:9", Office: "1"},
}

// mayKnow says in words independent of the table who may know of which thing.
func mayKnow(role access.Role, thing string) bool {
	switch role {
	case access.Declarant, access.Broker:
		return thing == "own" || thing == "other state"
	case access.Officer, access.Head:
		return thing == "own" || thing == "other party"
	}
	return role == access.Auditor
}

// mayDo says in words independent of the table which acts are whose.
func mayDo(role access.Role, action access.Action) bool {
	switch action {
	case access.Examine:
		return true
	case access.ListCases, access.ReadCase:
		return role != access.Operator
	case access.ReadReasons:
		return role != access.Operator && role != access.Declarant && role != access.Broker
	case access.ReadFeed:
		return role == access.Declarant || role == access.Broker || role == access.Auditor
	case access.Lodge, access.AnswerRequest, access.RequestChange, access.RequestWithdrawal:
		return role == access.Declarant || role == access.Broker
	case access.PresentGoods:
		return role != access.Auditor && role != access.Operator
	case access.Prolong, access.AnnulRelease:
		return role == access.Head
	}
	return role == access.Officer || role == access.Head
}

// matrix is every action of every role.
func matrix(yield func(access.Action, access.Role) bool) {
	for _, action := range access.Actions() {
		for _, role := range access.Roles {
			if !yield(action, role) {
				return
			}
		}
	}
}

// answer is what is said to a role that asks for an action on a thing.
func answer(role access.Role, action access.Action, thing string) customs.ErrorCode {
	switch {
	case action == access.Examine:
		return ""
	case !mayKnow(role, thing):
		return customs.NotFound
	case !mayDo(role, action):
		return customs.Forbidden
	}
	return ""
}

func TestEveryActionOfEveryRoleOnOwnAndForeign(t *testing.T) {
	tried := 0
	for action, role := range matrix {
		for name, thing := range things {
			tried++
			if got, want := customs.CodeOf(people[role].Allow(action, thing)), answer(role, action, name); got != want {
				t.Errorf("%s of %s on %s: %q, want %q", action, role, name, got, want)
			}
		}
		if got := people[role].Permit(action) == nil; got != mayDo(role, action) {
			t.Errorf("%s of %s at all: %t", action, role, got)
		}
	}
	if least := 25 * len(access.Roles) * len(things); tried < least {
		t.Errorf("only %d tried, at least %d", tried, least)
	}
}

func TestWhoIsNotInTheTableMayNothing(t *testing.T) {
	stranger := access.Principal{Role: "root", Parties: []customs.PartyID{"RU:1"}, Office: "10013160"}
	for _, action := range access.Actions() {
		if err := stranger.Allow(action, things["own"]); !customs.Is(err, customs.NotFound) {
			t.Errorf("%s: %v", action, err)
		}
	}
	if err := people[access.Officer].Allow("sell", things["own"]); !customs.Is(err, customs.Forbidden) {
		t.Errorf("an unknown action: %v", err)
	}
}

func TestAnotherPartyIsNotFound(t *testing.T) {
	broker := people[access.Broker]
	for asked, want := range map[customs.PartyID]customs.PartyID{"": "RU:2", "RU:1": "RU:1", "RU:9": ""} {
		got, err := broker.For(asked)
		if got != want || customs.Is(err, customs.NotFound) != (want == "") {
			t.Errorf("for %q: %q, %v", asked, got, err)
		}
	}
}

func ExamplePrincipal_Allow() {
	declarant := access.Principal{ID: "d", Role: access.Declarant, Parties: []customs.PartyID{"RU:1"}}
	own, foreign := access.Thing{Party: "RU:1", Office: "10013160"}, access.Thing{Party: "RU:2", Office: "10013160"}
	fmt.Println(declarant.Allow(access.ReadCase, own))
	fmt.Println(declarant.Allow(access.Release, own))
	fmt.Println(declarant.Allow(access.Release, foreign))
	// Output:
	// <nil>
	// release: forbidden
	// release: not-found
}
