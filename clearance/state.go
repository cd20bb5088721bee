package clearance

// State is where a goods item stands. The roll-up of a case is a State too, or Mixed.
type State string

const (
	// None: nothing has been received yet; the state of the zero case.
	None State = ""
	// Received: the bytes are here, nobody has looked at them.
	Received State = "received"
	// Rejected: unreadable or not signed; nothing was filed.
	Rejected State = "rejected"
	// Filed: the declaration is filed and its time fixed, art. 109.
	Filed State = "filed"
	// NotFiled: registration was refused, the declaration counts as not filed and its document id is free, art. 111.
	NotFiled State = "not-filed"
	// Registered: the declaration has its number; control has not begun.
	Registered State = "registered"
	// AwaitingGoods: a preliminary declaration is registered and its goods are not here yet, art. 114.
	AwaitingGoods State = "awaiting-goods"
	// InControl: customs examines; the term of release runs.
	InControl State = "in-control"
	// AwaitingDocuments: documents or explanations were asked for, art. 325.
	AwaitingDocuments State = "awaiting-documents"
	// AwaitingInspection: an inspection or examination was ordered and its act is not there yet, art. 327 and 328.
	AwaitingInspection State = "awaiting-inspection"
	// AwaitingExpertise: samples are with an expert, art. 389 ff.
	AwaitingExpertise State = "awaiting-expertise"
	// AwaitingChange: customs demanded a change of the declaration, art. 112(2).
	AwaitingChange State = "awaiting-change"
	// AwaitingPayment: payments or security are missing.
	AwaitingPayment State = "awaiting-payment"
	// ConsideringChange: customs considers a change the declarant asked for, art. 112(1).
	ConsideringChange State = "considering-change"
	// ConsideringWithdrawal: customs considers a withdrawal, art. 113.
	ConsideringWithdrawal State = "considering-withdrawal"
	// Suspended: the term of release stands still for intellectual property, art. 124.
	Suspended State = "suspended"
	// Released: the goods are released.
	Released State = "released"
	// ReleasedConditionally: released with limits on use or disposal, art. 126.
	ReleasedConditionally State = "released-conditionally"
	// ReleasedOnSecurity: released before a check, an expertise or an offence case ends, or on security.
	ReleasedOnSecurity State = "released-on-security"
	// Refused: release was refused, art. 125.
	Refused State = "refused"
	// Withdrawn: the declaration was withdrawn with leave, art. 113.
	Withdrawn State = "withdrawn"
	// Annulled: the release was annulled.
	Annulled State = "annulled"
	// Mixed: the items of the case stand differently. Never the state of an item.
	Mixed State = "mixed"
)

// States lists the states an item can be in, in the order of its life.
var States = []State{
	None, Received, Rejected, Filed, NotFiled, Registered, AwaitingGoods, InControl, AwaitingDocuments,
	AwaitingInspection, AwaitingExpertise, AwaitingChange, AwaitingPayment, ConsideringChange, ConsideringWithdrawal,
	Suspended, Released, ReleasedConditionally, ReleasedOnSecurity, Refused, Withdrawn, Annulled,
}

// precedence orders what an item waits for: the first that is open is its state, since the later ones can neither
// be answered with effect nor decided before it. An inspection stands before changes because art. 112 bars the
// declarant's own changes once it is announced.
var precedence = []State{
	Suspended, ConsideringWithdrawal, AwaitingInspection, AwaitingExpertise, ConsideringChange, AwaitingChange,
	AwaitingDocuments, AwaitingPayment,
}

// Final reports whether clearance has ended for an item in the state. A release can still be annulled or settled.
func (s State) Final() bool {
	switch s {
	case Rejected, NotFiled, Refused, Withdrawn, Annulled:
		return true
	}
	return s.Out()
}

// Out reports whether the goods have been released.
func (s State) Out() bool {
	return s == Released || s == ReleasedConditionally || s == ReleasedOnSecurity
}

// Waits reports whether the state is one an item waits in for somebody.
func (s State) Waits() bool {
	for _, wait := range precedence {
		if s == wait {
			return true
		}
	}
	return false
}
