package validation_test

import (
	"testing"

	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// counting is a rule that finds something wherever it is tried.
func counting(whole bool) *validation.Rule {
	rule := &validation.Rule{
		Code: "35-TRIED", Consequence: customs.Advice, Since: 20180101, Until: 20201231,
		Field: declaration.FieldGrossMass, Inputs: []declaration.Field{declaration.FieldGrossMass},
	}
	if whole {
		rule.Whole = func(j *validation.Judgement) { j.Find(validation.Wrong{}) }
		return rule
	}
	rule.Item = func(j *validation.Judgement, _ *declaration.GoodsItem, _ int) { j.Find(validation.Wrong{}) }
	return rule
}

func judge(rule *validation.Rule, day validation.Facts, defective map[declaration.Ref]bool) *validation.Report {
	d := &declaration.Declaration{}
	d.Shipment.Goods = make([]declaration.GoodsItem, 3)
	document := &declaration.Document{Declaration: d, Defective: defective}
	return validation.Judge(document, []*validation.Rule{rule}, day)
}

func TestRulesAreTriedInTheirDaysOnly(t *testing.T) {
	for _, tried := range []struct {
		day   validation.Facts
		count int
	}{
		{validation.Facts{Day: 20171231}, 0}, {validation.Facts{Day: 20180101}, 3},
		{validation.Facts{Day: 20201231}, 3}, {validation.Facts{Day: 20210101}, 0},
	} {
		if report := judge(counting(false), tried.day, nil); len(report.Findings) != tried.count || report.Tried != tried.count {
			t.Errorf("on %s: %d findings, %d tried", tried.day.Day, len(report.Findings), report.Tried)
		}
	}
}

func TestADefectHoldsBackOnlyWhatReadsIt(t *testing.T) {
	day := validation.Facts{Day: 20190214}
	second := map[declaration.Ref]bool{{Field: declaration.FieldGrossMass, Item: 2}: true}
	report := judge(counting(false), day, second)
	if len(report.Findings) != 2 || report.Findings[0].Item != 1 || report.Findings[1].Item != 3 || report.HeldBack != 1 {
		t.Errorf("items: %d findings, %d held back", len(report.Findings), report.HeldBack)
	}
	if report := judge(counting(true), day, second); len(report.Findings) != 0 || report.HeldBack != 1 {
		t.Errorf("whole: %d findings, %d held back", len(report.Findings), report.HeldBack)
	}
	other := map[declaration.Ref]bool{{Field: declaration.FieldNetMass, Item: 2}: true}
	if report := judge(counting(false), day, other); len(report.Findings) != 3 || report.Barred() {
		t.Errorf("a defect elsewhere: %d findings, barred %v", len(report.Findings), report.Barred())
	}
}

func TestOwnMoney(t *testing.T) {
	if letters, number := (validation.Facts{State: customs.Kazakhstan}).Currency(); letters != "KZT" || number != "398" {
		t.Errorf("Kazakhstan: %s %s", letters, number)
	}
	if letters, number := (validation.Facts{}).Currency(); letters != "" || number != "" {
		t.Errorf("no state: %s %s", letters, number)
	}
}
