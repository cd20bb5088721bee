package office

import (
	"crypto/rand"
	"encoding/binary"
	"slices"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/money"
	"tamga/transparency"
)

// facts are what the automatic decisions look at. What no register tells yet stays unknown; whether that is enough is
// data of the criteria.
func (j *judging) facts() clearance.Facts {
	made, d := j.examined.Document.Declaration, j.desk
	facts := clearance.Facts{
		Day: j.examined.Day, Office: d.dossier.Case.Office, Electronic: clearance.Yes, DocumentNew: clearance.Yes,
		OfficeCompetent:   clearance.AnswerOf(d.dossier.Case.Office.State() == j.examined.State),
		ReservedToOfficer: clearance.No, Validated: clearance.Yes, Findings: map[customs.Consequence]int{},
		AssessmentAgrees: clearance.AnswerOf(j.agrees()),
		NothingOpen:      clearance.Yes,
		Presented:        clearance.AnswerOf(!d.dossier.Case.Preliminary || !d.dossier.Case.Instants.Presented.IsZero()),
		Timed:            true,
		Elapsed:          j.attempt.Elapsed,
	}
	for _, finding := range j.examined.Report.Findings {
		facts.Findings[finding.Consequence]++
	}
	facts.PrecedingWrittenOff = j.attempt.Preceding
	survey(made, &facts)
	facts.ProtectiveDuty = clearance.AnswerOf(protective(j.examined.Assessment))
	return facts
}

// agrees reports whether box 47 is what the assessment gives, row by row.
func (j *judging) agrees() bool {
	if j.examined.Assessment == nil || !j.examined.Assessment.Complete() {
		return false
	}
	return len(duty.Compare(j.examined.Document.Declaration, j.examined.Assessment)) == 0
}

// survey takes from the goods items what the criteria ask of them.
func survey(made *declaration.Declaration, facts *clearance.Facts) {
	restricted, preference, relief, preceding := false, false, false, false
	for i := range made.Shipment.Goods {
		item := &made.Shipment.Goods[i]
		if !slices.Contains(facts.Procedures, item.Procedure.Main) {
			facts.Procedures = append(facts.Procedures, item.Procedure.Main)
		}
		if item.ValuationMethod != "" && !slices.Contains(facts.ValuationMethods, item.ValuationMethod) {
			facts.ValuationMethods = append(facts.ValuationMethods, item.ValuationMethod)
		}
		restricted = restricted || item.ProhibitionMark != ""
		preference = preference || claims(item.Preference.Duty)
		relief = relief || claims(item.Preference.Fee) || claims(item.Preference.Excise) || claims(item.Preference.VAT)
		preceding = preceding || len(item.PreviousDocuments) > 0
	}
	facts.RestrictedMark = clearance.AnswerOf(restricted)
	facts.PreferenceClaimed, facts.ReliefClaimed = clearance.AnswerOf(preference), clearance.AnswerOf(relief)
	if !preceding {
		facts.PrecedingWrittenOff = clearance.Yes
	}
}

// claims reports whether a part of box 36 claims anything: «ОО» and «-» do not.
func claims(code string) bool { return code != "" && code != "ОО" && code != "-" }

func protective(assessment *duty.Assessment) bool {
	if assessment == nil {
		return false
	}
	return slices.ContainsFunc(assessment.Lines, func(line duty.Line) bool {
		switch line.Payment {
		case duty.SpecialDuty, duty.AntiDumping, duty.Countervailing:
			return true
		}
		return false
	})
}

func goodsOf(made *declaration.Declaration) []clearance.Goods {
	goods := make([]clearance.Goods, len(made.Shipment.Goods))
	for i := range made.Shipment.Goods {
		item := &made.Shipment.Goods[i]
		goods[i] = clearance.Goods{
			Ordinal: i + 1, Commodity: item.Commodity, Origin: item.Origin.Code, Procedure: item.Procedure.Main,
		}
	}
	return goods
}

// drawLot is the one random number of a case; it is kept with the decision, so that the choice can be made again.
func drawLot() uint64 {
	var bytes [8]byte
	rand.Read(bytes[:])
	return binary.LittleEndian.Uint64(bytes[:])
}

func countFindings(findings []customs.Finding) map[string]int {
	counts := map[string]int{}
	for _, finding := range findings {
		counts[finding.Consequence.String()]++
	}
	return counts
}

func codes(findings []customs.Finding) []customs.FindingCode {
	var all []customs.FindingCode
	for _, finding := range findings {
		if finding.Consequence.Bars() && !slices.Contains(all, finding.Code) {
			all = append(all, finding.Code)
		}
	}
	return all
}

func grounds(findings []customs.Finding) []string {
	var all []string
	for _, finding := range findings {
		if finding.Ground != "" && !slices.Contains(all, finding.Ground) {
			all = append(all, finding.Ground)
		}
	}
	slices.Sort(all)
	return all
}

// dueTotal is what is to be paid in all, for queues.
func dueTotal(e *Examined) string {
	if e.Assessment == nil || !e.Assessment.Complete() {
		return ""
	}
	sum := money.Zero
	for _, total := range e.Assessment.Totals {
		sum = sum.Add(total.Amount)
	}
	return sum.Fixed(2)
}

// leafKind is how the log of evidence calls an event.
func leafKind(kind clearance.EventKind) transparency.Kind {
	if known, ok := leafKinds[kind]; ok {
		return known
	}
	return transparency.Event
}

var leafKinds = map[clearance.EventKind]transparency.Kind{
	clearance.DocumentReceived:      transparency.Received,
	clearance.DocumentRejected:      transparency.Refused,
	clearance.RegistrationRefused:   transparency.Refused,
	clearance.ReleaseRefused:        transparency.Refused,
	clearance.DeclarationRegistered: transparency.Registered,
	clearance.DocumentsRequested:    transparency.Requested,
	clearance.ChangeDemanded:        transparency.Requested,
	clearance.InspectionOrdered:     transparency.Requested,
	clearance.GoodsReleased:         transparency.Released,
	clearance.WithdrawalGranted:     transparency.Withdrawn,
	clearance.ChangeGranted:         transparency.Corrected,
}
