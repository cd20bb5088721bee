package clearance

import (
	"testing"
	"time"

	"tamga/calendar"
	"tamga/customs"
	"tamga/data"
)

func clean() Facts {
	return Facts{
		Day: calendar.MustDate("2019-02-14"), Office: "10702030", Procedures: []customs.ProcedureCode{"40"},
		Electronic: Yes, SignatureProved: Yes, SignerAuthorised: Yes, OfficeCompetent: Yes, DocumentNew: Yes,
		ReservedToOfficer: No, RegistryRead: Yes, Validated: Yes, AssessmentAgrees: Yes, PaymentsCovered: Yes,
		NothingOpen: Yes, Presented: Yes, RestrictedMark: No, Prohibited: No, ValuationMethods: []string{"1"},
		PreferenceClaimed: No, ReliefClaimed: No, ProtectiveDuty: No, Selected: Yes, Drawn: No,
		IntellectualProperty: No, PrecedingWrittenOff: Yes, Screening: No, Elapsed: time.Second, Timed: true,
	}
}

func TestJudge(t *testing.T) {
	criteria, err := LoadCriteria(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	for _, stage := range []Stage{Registration, Release} {
		if v := criteria.Judge(stage, clean()); !v.Automatic {
			t.Errorf("clean facts: %+v", v)
		}
		unknown := criteria.Judge(stage, Facts{Day: calendar.MustDate("2019-02-14")})
		for _, checked := range unknown.Criteria {
			if checked.Passed != (checked.Value == NotRequiredYet) {
				t.Errorf("unknown: %+v", checked)
			}
		}
	}
	for reason, spoil := range map[string]func(*Facts){
		"findings":                func(f *Facts) { f.Findings = map[customs.Consequence]int{customs.DemandChange: 1} },
		"payments-not-covered":    func(f *Facts) { f.PaymentsCovered = No },
		"procedure-not-automatic": func(f *Facts) { f.Procedures = []customs.ProcedureCode{"53"} },
		"selected":                func(f *Facts) { f.Measures = []Measure{{Reason: "r"}} },
		"valuation-method":        func(f *Facts) { f.ValuationMethods = nil },
		"assessment-differs":      func(f *Facts) { f.AssessmentAgrees = Unknown },
		"out-of-time":             func(f *Facts) { f.Elapsed = time.Hour },
	} {
		facts := clean()
		spoil(&facts)
		if v := criteria.Judge(Release, facts); v.Automatic || v.HandOver != reason {
			t.Errorf("%s: %+v", reason, v.HandOver)
		}
	}
}

func TestSelect(t *testing.T) {
	selection, err := LoadSelection(data.FS)
	if err != nil {
		t.Fatal(err)
	}
	goods := []Goods{{Ordinal: 1, Commodity: "0901210008", Procedure: "10"}, {Ordinal: 2, Commodity: "9706100000", Procedure: "10"}}
	got := selection.Select(calendar.MustDate("2019-02-14"), goods, 7)
	if len(got) != 1 || got[0].Kind != Inspect || len(got[0].Items) != 1 || got[0].Items[0] != 2 {
		t.Errorf("%+v", got)
	}
}
