package clearance

import (
	"strconv"
	"strings"

	"tamga/customs"
)

// input is what a predicate may look at.
type input struct {
	Facts
	row      Criterion
	criteria Criteria
}

// predicate returns the value it saw and whether that is good; the empty value means it is not known.
type predicate func(in input) (value string, passed bool)

// predicates are the criteria by their ID; every one has a row in data/criteria/automatic.toml.
var predicates = map[CriterionID]predicate{
	"registration.switch":     switchedOn(Registration),
	"registration.electronic": wants(Yes, func(f Facts) Answer { return f.Electronic }),
	"registration.signature":  wants(Yes, func(f Facts) Answer { return f.SignatureProved }),
	"registration.authority":  wants(Yes, func(f Facts) Answer { return f.SignerAuthorised }),
	"registration.office":     wants(Yes, func(f Facts) Answer { return f.OfficeCompetent }),
	"registration.new":        wants(Yes, func(f Facts) Answer { return f.DocumentNew }),
	"registration.reserved":   wants(No, func(f Facts) Answer { return f.ReservedToOfficer }),
	"registration.registry":   wants(Yes, func(f Facts) Answer { return f.RegistryRead }),
	"registration.findings":   without(customs.TechnicalReject, customs.RefuseRegistration),

	"release.switch":       switchedOn(Release),
	"release.electronic":   wants(Yes, func(f Facts) Answer { return f.Electronic }),
	"release.open":         wants(Yes, func(f Facts) Answer { return f.NothingOpen }),
	"release.presented":    wants(Yes, func(f Facts) Answer { return f.Presented }),
	"release.procedure":    listed(func(f Facts) []string { return texts(f.Procedures) }),
	"release.findings":     without(customs.TechnicalReject, customs.RefuseRegistration, customs.DemandChange, customs.RequestDocuments),
	"release.assessment":   wants(Yes, func(f Facts) Answer { return f.AssessmentAgrees }),
	"release.payments":     wants(Yes, func(f Facts) Answer { return f.PaymentsCovered }),
	"release.restricted":   wants(No, func(f Facts) Answer { return f.RestrictedMark }),
	"release.prohibited":   wants(No, func(f Facts) Answer { return f.Prohibited }),
	"release.valuation":    listed(func(f Facts) []string { return f.ValuationMethods }),
	"release.preference":   wants(No, func(f Facts) Answer { return f.PreferenceClaimed }),
	"release.relief":       wants(No, func(f Facts) Answer { return f.ReliefClaimed }),
	"release.protective":   wants(No, func(f Facts) Answer { return f.ProtectiveDuty }),
	"release.selection":    unselected,
	"release.draw":         wants(No, func(f Facts) Answer { return f.Drawn }),
	"release.intellectual": wants(No, func(f Facts) Answer { return f.IntellectualProperty }),
	"release.preceding":    wants(Yes, func(f Facts) Answer { return f.PrecedingWrittenOff }),
	"release.screening":    wants(No, func(f Facts) Answer { return f.Screening }),
	"release.budget":       inTime,
}

func wants(good Answer, of func(Facts) Answer) predicate {
	return func(in input) (string, bool) {
		got := of(in.Facts)
		return string(got), got == good
	}
}

func without(bad ...customs.Consequence) predicate {
	return func(in input) (string, bool) {
		if in.Validated != Yes {
			return string(in.Validated), false
		}
		var counts []string
		none := true
		for _, consequence := range bad {
			counts = append(counts, consequence.String()+"="+strconv.Itoa(in.Findings[consequence]))
			none = none && in.Findings[consequence] == 0
		}
		return strings.Join(counts, " "), none
	}
}

func listed(of func(Facts) []string) predicate {
	return func(in input) (string, bool) {
		values := of(in.Facts)
		for _, value := range values {
			if !in.row.lists(value) {
				return value, false
			}
		}
		return strings.Join(values, " "), true
	}
}

func switchedOn(stage Stage) predicate {
	return func(in input) (string, bool) {
		for _, procedure := range in.Procedures {
			if !in.criteria.on(stage, in.Facts, procedure) {
				return "off " + string(procedure), false
			}
		}
		if len(in.Procedures) == 0 {
			return "", false
		}
		return "on", true
	}
}

func unselected(in input) (string, bool) {
	if in.Selected != Yes {
		return string(in.Selected), false
	}
	var reasons []string
	for _, measure := range in.Measures {
		reasons = append(reasons, measure.Reason)
	}
	if len(reasons) == 0 {
		return "none", true
	}
	return strings.Join(reasons, " "), false
}

func inTime(in input) (string, bool) {
	if !in.Timed || len(in.row.Values) == 0 {
		return "", false
	}
	limit, err := strconv.ParseInt(in.row.Values[0], 10, 64)
	spent := in.Elapsed.Milliseconds()
	return strconv.FormatInt(spent, 10), err == nil && spent >= 0 && spent <= limit
}

func texts(procedures []customs.ProcedureCode) []string {
	values := make([]string, len(procedures))
	for i, procedure := range procedures {
		values[i] = string(procedure)
	}
	return values
}
