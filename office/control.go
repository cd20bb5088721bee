package office

import (
	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/transparency"
)

// register gives the declaration its number and tells the declarant.
func (d *desk) register(serial int64, verdict *clearance.Verdict, assessed transparency.Digest) error {
	number := declaration.NewNumber(d.dossier.Case.Office, d.zone.Day(d.now), serial)
	event := clearance.Event{
		Kind: clearance.DeclarationRegistered, Law: "ТК ЕАЭС ст. 111 п. 2",
		Payload: clearance.Payload{Number: &number, Verdict: verdict},
	}
	if err := d.record(event, assessed); err != nil {
		return err
	}
	return d.tellRegistration()
}

// apply opens what a measure of selection asks for.
func (d *desk) apply(measure clearance.Measure) error {
	event := clearance.Event{Items: measure.Items, Reason: measure.Reason}
	notice := &clearance.MatterNotice{ID: newID(), Note: measure.Instruction}
	switch measure.Kind {
	case clearance.Inspect:
		event.Kind, event.Law = clearance.InspectionOrdered, "ТК ЕАЭС ст. 327, 328"
	case clearance.AskDocuments:
		event.Kind, event.Law = clearance.DocumentsRequested, "ТК ЕАЭС ст. 325 п. 4"
		notice.Regime = clearance.Regime4
		notice.Documents = []customs.DocumentKind{"03011", "04021"}
	default:
		return nil
	}
	event.Payload.Matter = notice
	return d.open(event)
}

// open records an event that opens a matter and tells the declarant of it.
func (d *desk) open(event clearance.Event) error {
	if err := d.record(event, transparency.Digest{}); err != nil {
		return err
	}
	switch event.Kind {
	case clearance.DocumentsRequested:
		return d.tellRequest(event)
	case clearance.ChangeDemanded:
		return d.tellDemand(event)
	}
	return d.tellNotice(event)
}

// release releases the goods items under the decision code; no items means all that are not decided yet.
func (d *desk) release(code customs.DecisionCode, items []int, verdict *clearance.Verdict) error {
	event := clearance.Event{
		Kind: clearance.GoodsReleased, Code: code, Items: items, Law: releaseLaw[code],
		Payload: clearance.Payload{Verdict: verdict},
	}
	before := d.dossier.Case
	if err := d.record(event, transparency.Digest{}); err != nil {
		return err
	}
	d.put(before)
	return d.tellDecision()
}

// releaseLaw cites the article of each kind of release.
var releaseLaw = map[customs.DecisionCode]string{
	"10": "ТК ЕАЭС ст. 118", "11": "ТК ЕАЭС ст. 118, 62", "12": "ТК ЕАЭС ст. 121", "13": "ТК ЕАЭС ст. 122",
	"14": "ТК ЕАЭС ст. 123", "20": "ТК ЕАЭС ст. 126",
}

// end records an event that decides items without releasing them, and tells of the decision.
func (d *desk) end(event clearance.Event) error {
	if err := d.record(event, transparency.Digest{}); err != nil {
		return err
	}
	d.giveBack()
	return d.tellDecision()
}
