package access

import (
	"slices"

	"tamga/customs"
)

// Action is something a door offers.
type Action string

// The actions. Those named like an act of the office are that act.
const (
	Lodge     Action = "lodge"
	Examine   Action = "examine"
	ListCases Action = "list-cases"
	ReadCase  Action = "read-case"
	// ReadReasons is to see how controls were chosen and which criteria an automatic decision tried.
	ReadReasons Action = "read-reasons"
	ReadFeed    Action = "read-feed"

	PresentGoods      Action = "present-goods"
	AnswerRequest     Action = "answer-request"
	RequestChange     Action = "request-change"
	RequestWithdrawal Action = "request-withdrawal"

	Register         Action = "register"
	Refuse           Action = "refuse"
	RequestDocuments Action = "request-documents"
	DemandChange     Action = "demand-change"
	GrantChange      Action = "grant-change"
	DenyChange       Action = "deny-change"
	OrderInspection  Action = "order-inspection"
	RecordInspection Action = "record-inspection"
	OrderExpertise   Action = "order-expertise"
	RecordExpertise  Action = "record-expertise"
	Prolong          Action = "prolong"
	Suspend          Action = "suspend"
	Resume           Action = "resume"
	AcceptSecurity   Action = "accept-security"
	Release          Action = "release"
	RefuseRelease    Action = "refuse-release"
	GrantWithdrawal  Action = "grant-withdrawal"
	AnnulRelease     Action = "annul-release"
)

// Reach is how far a role may do an action.
type Reach uint8

// The reaches, the narrowest first.
const (
	// Nowhere: not at all.
	Nowhere Reach = iota
	// Party: on what belongs to a party the principal acts for.
	Party
	// State: on cases of the offices of the state where the principal serves.
	State
	// Everywhere: on everything.
	Everywhere
)

// rule is a row of the table: how far each role may do an action, in the order of Roles.
type rule struct {
	action Action
	reach  [6]Reach
}

var policy = []rule{
	//                  declarant broker officer head auditor operator
	{Lodge, [6]Reach{Party, Party, Nowhere, Nowhere, Nowhere, Nowhere}},
	{Examine, [6]Reach{Everywhere, Everywhere, Everywhere, Everywhere, Everywhere, Everywhere}},
	{ListCases, [6]Reach{Party, Party, State, State, Everywhere, Nowhere}},
	{ReadCase, [6]Reach{Party, Party, State, State, Everywhere, Nowhere}},
	{ReadReasons, [6]Reach{Nowhere, Nowhere, State, State, Everywhere, Nowhere}},
	{ReadFeed, [6]Reach{Party, Party, Nowhere, Nowhere, Everywhere, Nowhere}},

	{PresentGoods, [6]Reach{Party, Party, State, State, Nowhere, Nowhere}},
	{AnswerRequest, [6]Reach{Party, Party, Nowhere, Nowhere, Nowhere, Nowhere}},
	{RequestChange, [6]Reach{Party, Party, Nowhere, Nowhere, Nowhere, Nowhere}},
	{RequestWithdrawal, [6]Reach{Party, Party, Nowhere, Nowhere, Nowhere, Nowhere}},

	{Register, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{Refuse, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{RequestDocuments, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{DemandChange, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{GrantChange, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{DenyChange, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{OrderInspection, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{RecordInspection, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{OrderExpertise, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{RecordExpertise, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{Prolong, [6]Reach{Nowhere, Nowhere, Nowhere, State, Nowhere, Nowhere}},
	{Suspend, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{Resume, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{AcceptSecurity, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{Release, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{RefuseRelease, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{GrantWithdrawal, [6]Reach{Nowhere, Nowhere, State, State, Nowhere, Nowhere}},
	{AnnulRelease, [6]Reach{Nowhere, Nowhere, Nowhere, State, Nowhere, Nowhere}},
}

// Actions lists the actions of the table.
func Actions() []Action {
	actions := make([]Action, len(policy))
	for i := range policy {
		actions[i] = policy[i].action
	}
	return actions
}

// ReachOf returns how far the role may do the action, Nowhere for what the table does not know.
func ReachOf(role Role, action Action) Reach {
	column := slices.Index(Roles, role)
	if column < 0 {
		return Nowhere
	}
	for i := range policy {
		if policy[i].action == action {
			return policy[i].reach[column]
		}
	}
	return Nowhere
}

// Thing is what an action is done to: whose it is and which office has it.
type Thing struct {
	Party  customs.PartyID
	Office customs.OfficeCode
}

// Permit tells whether the principal may do the action at all, before it is known to what. Else Forbidden.
func (p Principal) Permit(action Action) error {
	if ReachOf(p.Role, action) == Nowhere {
		return &customs.Error{Code: customs.Forbidden, Op: string(action)}
	}
	return nil
}

// Allow tells whether the principal may do the action to the thing. NotFound when it may not know of the thing, as if
// there were none; Forbidden when it may see the thing and not do this.
func (p Principal) Allow(action Action, thing Thing) error {
	if p.reaches(ReachOf(p.Role, action), thing) {
		return nil
	}
	code := customs.NotFound
	if p.reaches(ReachOf(p.Role, ReadCase), thing) {
		code = customs.Forbidden
	}
	return &customs.Error{Code: code, Op: string(action)}
}

// May reports whether Allow allows.
func (p Principal) May(action Action, thing Thing) bool { return p.Allow(action, thing) == nil }

func (p Principal) reaches(reach Reach, thing Thing) bool {
	switch reach {
	case Party:
		return thing.Party != "" && slices.Contains(p.Parties, thing.Party)
	case State:
		return thing.Office.State() != "" && thing.Office.State() == p.Office.State()
	case Everywhere:
		return true
	}
	return false
}
