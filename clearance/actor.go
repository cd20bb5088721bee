package clearance

import "tamga/customs"

// Acts tells who may cause each kind of event. It is read-only.
var Acts = map[EventKind][]customs.ActorKind{
	DocumentReceived:          {customs.System, customs.Declarant},
	DocumentRejected:          {customs.System},
	DeclarationFiled:          {customs.System},
	RegistrationRefused:       {customs.System, customs.Officer},
	RegistrationHandedOver:    {customs.System},
	DeclarationRegistered:     {customs.System, customs.Officer},
	GoodsPresented:            {customs.Declarant, customs.Officer, customs.System},
	PresentationExpired:       {customs.System},
	ControlStarted:            {customs.System, customs.Officer},
	DocumentsRequested:        {customs.System, customs.Officer},
	RequestAnswered:           {customs.Declarant},
	RequestExpired:            {customs.System},
	ChangeDemanded:            {customs.System, customs.Officer},
	DemandExpired:             {customs.System},
	ChangeRequested:           {customs.Declarant},
	ChangeGranted:             {customs.System, customs.Officer},
	ChangeDenied:              {customs.System, customs.Officer},
	InspectionOrdered:         {customs.System, customs.Officer},
	InspectionRecorded:        {customs.Officer},
	ExpertiseOrdered:          {customs.Officer},
	ExpertiseRecorded:         {customs.Officer, customs.Agency},
	PaymentDemanded:           {customs.System, customs.Officer},
	PaymentCovered:            {customs.System},
	SecurityAccepted:          {customs.System, customs.Officer},
	TermProlonged:             {customs.Officer},
	TermSuspended:             {customs.Officer},
	TermResumed:               {customs.System, customs.Officer},
	ReleaseTermExpired:        {customs.System},
	AutomaticReleaseAttempted: {customs.System},
	GoodsReleased:             {customs.System, customs.Officer},
	ReleaseRefused:            {customs.Officer},
	WithdrawalRequested:       {customs.Declarant},
	WithdrawalGranted:         {customs.System, customs.Officer},
	WithdrawalDenied:          {customs.Officer},
	ReleaseSettled:            {customs.System, customs.Officer},
	ReleaseAnnulled:           {customs.Officer},
}

// Kinds lists the kinds of event in the order in which the table first names them.
var Kinds = kinds()

func kinds() []EventKind {
	var all []EventKind
	seen := map[EventKind]bool{}
	for _, row := range Table {
		if !seen[row.Event] {
			seen[row.Event] = true
			all = append(all, row.Event)
		}
	}
	return all
}

// Allowed lists what an actor of the kind may now cause in at least one item of the case, in the order of Kinds.
func Allowed(c Case, actor customs.ActorKind) []EventKind {
	var allowed []EventKind
	for _, kind := range Kinds {
		if mayCause(actor, kind) && possible(c, kind) {
			allowed = append(allowed, kind)
		}
	}
	return allowed
}

func mayCause(actor customs.ActorKind, kind EventKind) bool {
	for _, who := range Acts[kind] {
		if who == actor {
			return true
		}
	}
	return false
}

func possible(c Case, kind EventKind) bool {
	if len(c.Items) == 0 {
		return kind == DocumentReceived
	}
	for _, item := range c.Items {
		for _, row := range Table {
			if row.From == item.State && row.Event == kind && c.bears(item, row) {
				return true
			}
		}
	}
	return false
}

// bears reports whether the item has what the row ends, whether a term that is to expire runs, and whether a suspension may still be prolonged.
func (c Case) bears(item Item, row Row) bool {
	if row.Closes != None && !c.openFor(item.Ordinal, row.Closes) {
		return false
	}
	if row.Event == ReleaseTermExpired && !item.runs() {
		return false
	}
	return row.From != Suspended || row.Opens != Suspended || c.timesSuspended(item.Ordinal) < 2
}
