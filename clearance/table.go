package clearance

import "tamga/customs"

// Back stands in Row.To for "where the item still waits, or its base when it waits for nothing".
const Back State = "back"

// Row is one lawful move of one goods item.
type Row struct {
	From  State
	Event EventKind
	// Variant narrows the row: a decision code, or Preliminary. Empty means any.
	Variant string
	// To is the state after; Back when it depends on what else the item waits for.
	To State
	// Opens and Closes are the matters the move begins and ends.
	Opens, Closes State
	// Articles cite the law of the move.
	Articles string
	// Code is the decision the move makes, empty when it is none.
	Code customs.DecisionCode
	// Clock is the term that begins, empty when none does.
	Clock Clock
}

// Preliminary is the variant of a declaration filed before its goods arrive.
const Preliminary = "preliminary"

// control are the states in which the term of release runs or stands still and an official may act.
var control = []State{
	InControl, AwaitingDocuments, AwaitingInspection, AwaitingExpertise, AwaitingChange, AwaitingPayment,
	ConsideringChange,
}

// beforeInspection are the states of control in which no inspection or expertise has been announced.
var beforeInspection = []State{InControl, AwaitingDocuments, AwaitingChange, AwaitingPayment}

// Table is the law of the case: the only ways an item moves. It is read-only.
var Table = build()

func build() []Row {
	rows := intake()
	rows = append(rows, matters()...)
	rows = append(rows, clock()...)
	rows = append(rows, decisions()...)
	return append(rows, afterwards()...)
}

// spread repeats the row for every state it may begin in.
func spread(from []State, row Row) []Row {
	rows := make([]Row, 0, len(from))
	for _, state := range from {
		row.From = state
		rows = append(rows, row)
	}
	return rows
}

func intake() []Row {
	return []Row{
		{From: None, Event: DocumentReceived, To: Received, Articles: "109"},
		{From: Received, Event: DocumentRejected, To: Rejected, Articles: "109, 111(1)"},
		{From: Received, Event: DeclarationFiled, To: Filed, Articles: "109, 111(1)", Clock: ToRegister},
		{From: Filed, Event: RegistrationRefused, To: NotFiled, Articles: "111(5)"},
		{From: Filed, Event: RegistrationHandedOver, To: Filed, Articles: "111(2)"},
		{From: Filed, Event: DeclarationRegistered, To: Registered, Articles: "111(2)", Clock: ToRelease},
		{From: Filed, Event: DeclarationRegistered, Variant: Preliminary, To: AwaitingGoods, Articles: "111(2), 114", Clock: ToPresent},
		{From: AwaitingGoods, Event: GoodsPresented, To: InControl, Articles: "114, 119(2)", Clock: ToRelease},
		{From: AwaitingGoods, Event: PresentationExpired, To: Refused, Articles: "114, 125", Code: "90"},
		{From: Registered, Event: ControlStarted, To: InControl, Articles: "119(1)"},
	}
}

func matters() []Row {
	var rows []Row
	add := func(from []State, row Row) { rows = append(rows, spread(from, row)...) }
	add(control, Row{Event: DocumentsRequested, To: Back, Opens: AwaitingDocuments, Articles: "325(1), 325(4), 325(15)"})
	answering := []State{AwaitingDocuments, AwaitingInspection, AwaitingExpertise, AwaitingChange, ConsideringChange, ConsideringWithdrawal, Suspended}
	add(answering, Row{Event: RequestAnswered, To: Back, Closes: AwaitingDocuments, Articles: "325"})
	add(answering, Row{Event: RequestExpired, To: Back, Closes: AwaitingDocuments, Articles: "325"})
	add(control, Row{Event: ChangeDemanded, To: Back, Opens: AwaitingChange, Articles: "112(2)"})
	demanded := []State{AwaitingChange, AwaitingInspection, AwaitingExpertise, Suspended}
	add(demanded, Row{Event: DemandExpired, To: Back, Closes: AwaitingChange, Articles: "112(2), 125"})
	asking := append([]State{Registered, AwaitingGoods}, beforeInspection...)
	add(asking, Row{Event: ChangeRequested, To: ConsideringChange, Opens: ConsideringChange, Articles: "112(1), 112(2)"})
	rows = append(rows,
		Row{From: ConsideringChange, Event: ChangeGranted, To: Back, Closes: ConsideringChange, Articles: "112(1), 112(2)"},
		Row{From: ConsideringChange, Event: ChangeDenied, To: Back, Closes: ConsideringChange, Articles: "112(1)"},
	)
	add(control, Row{Event: InspectionOrdered, To: AwaitingInspection, Opens: AwaitingInspection, Articles: "327, 328"})
	add([]State{AwaitingInspection, Suspended}, Row{Event: InspectionRecorded, To: Back, Closes: AwaitingInspection, Articles: "327, 328"})
	add(control, Row{Event: ExpertiseOrdered, To: Back, Opens: AwaitingExpertise, Articles: "389"})
	add([]State{AwaitingExpertise, AwaitingInspection, Suspended}, Row{Event: ExpertiseRecorded, To: Back, Closes: AwaitingExpertise, Articles: "389"})
	add(control, Row{Event: PaymentDemanded, To: Back, Opens: AwaitingPayment, Articles: "118"})
	paying := append(append([]State{}, control[1:]...), ConsideringWithdrawal, Suspended)
	add(paying, Row{Event: PaymentCovered, To: Back, Closes: AwaitingPayment, Articles: "118"})
	rows = append(rows,
		Row{From: AwaitingPayment, Event: SecurityAccepted, To: Back, Closes: AwaitingPayment, Articles: "62, 65"},
		Row{From: AwaitingDocuments, Event: SecurityAccepted, To: Back, Closes: AwaitingDocuments, Articles: "121"},
		Row{From: AwaitingExpertise, Event: SecurityAccepted, To: Back, Closes: AwaitingExpertise, Articles: "122"},
		Row{From: InControl, Event: SecurityAccepted, To: InControl, Articles: "62, 65"},
	)
	return rows
}

func clock() []Row {
	var rows []Row
	add := func(from []State, row Row) { rows = append(rows, spread(from, row)...) }
	add(control, Row{Event: TermProlonged, To: Back, Articles: "119(3)", Code: "70", Clock: ToProlong})
	add(control, Row{Event: TermSuspended, To: Suspended, Opens: Suspended, Articles: "124", Code: "60", Clock: ToSuspend})
	rows = append(rows,
		Row{From: Suspended, Event: TermSuspended, To: Suspended, Opens: Suspended, Articles: "124", Code: "61", Clock: ToSuspend},
		Row{From: Suspended, Event: TermResumed, To: Back, Closes: Suspended, Articles: "124", Code: "62"},
	)
	add(append([]State{Registered, ConsideringWithdrawal}, control...), Row{Event: ReleaseTermExpired, To: Back, Articles: "119"})
	return rows
}

func decisions() []Row {
	rows := []Row{
		{From: InControl, Event: GoodsReleased, Variant: "10", To: Released, Articles: "118", Code: "10"},
		{From: InControl, Event: GoodsReleased, Variant: "11", To: ReleasedOnSecurity, Articles: "62, 118", Code: "11"},
		{From: InControl, Event: GoodsReleased, Variant: "12", To: ReleasedOnSecurity, Articles: "121", Code: "12"},
		{From: InControl, Event: GoodsReleased, Variant: "13", To: ReleasedOnSecurity, Articles: "122", Code: "13"},
		{From: InControl, Event: GoodsReleased, Variant: "14", To: ReleasedOnSecurity, Articles: "123", Code: "14"},
		{From: InControl, Event: GoodsReleased, Variant: "20", To: ReleasedConditionally, Articles: "118, 126", Code: "20"},
	}
	add := func(from []State, row Row) { rows = append(rows, spread(from, row)...) }
	add(control, Row{Event: AutomaticReleaseAttempted, To: Back, Articles: "118, 119"})
	add(append([]State{Suspended}, control...), Row{Event: ReleaseRefused, To: Refused, Articles: "125", Code: "90"})
	asking := append([]State{Filed, Registered, AwaitingGoods}, beforeInspection...)
	add(asking, Row{Event: WithdrawalRequested, To: ConsideringWithdrawal, Opens: ConsideringWithdrawal, Articles: "113(1)"})
	return append(rows,
		Row{From: ConsideringWithdrawal, Event: WithdrawalGranted, To: Withdrawn, Articles: "113(1), 113(2)", Code: "40"},
		Row{From: ConsideringWithdrawal, Event: WithdrawalDenied, To: Back, Closes: ConsideringWithdrawal, Articles: "113(3)"},
	)
}

func afterwards() []Row {
	rows := []Row{{From: ReleasedOnSecurity, Event: ReleaseSettled, To: Released, Articles: "121, 122, 123"}}
	for _, from := range []State{Released, ReleasedConditionally, ReleasedOnSecurity} {
		rows = append(rows,
			Row{From: from, Event: ReleaseAnnulled, Variant: "50", To: Annulled, Articles: "113(4), 113(6), 116(9)", Code: "50"},
			Row{From: from, Event: ReleaseAnnulled, Variant: "51", To: Annulled, Articles: "116(10)", Code: "51"},
			Row{From: from, Event: ReleaseAnnulled, Variant: "52", To: Annulled, Articles: "118(4)", Code: "52"},
		)
	}
	return rows
}
