package validation

import (
	"strings"
	"unicode/utf8"

	"tamga/declaration"
	"tamga/duty"
)

// Differences returns how the declared payments of the item differ from the assessment. There are none when payments
// are not judged, none when a code of box 36 cannot be read, for any item's relief moves the fee, and none for an item
// whose claim to a preference is refused: what differs there follows from that.
func (j *Judgement) Differences(item int) []duty.Difference {
	if j.Assessment == nil || j.refused(item) {
		return nil
	}
	if !j.compared {
		j.compared = true
		j.differences = map[int][]duty.Difference{}
		if misread(j.Declaration) {
			return nil
		}
		for _, difference := range duty.Compare(j.Declaration, j.Assessment) {
			at := difference.Ref.Item
			j.differences[at] = append(j.differences[at], difference)
		}
	}
	return j.differences[item]
}

// Problems returns what kept the item from being assessed in full; those of the whole declaration go with item 1.
func (j *Judgement) Problems(item int) []duty.Problem {
	if j.Assessment == nil {
		return nil
	}
	var list []duty.Problem
	for _, problem := range j.Assessment.Problems {
		if problem.Item == item || problem.Item == 0 && item == 1 {
			list = append(list, problem)
		}
	}
	return list
}

func (j *Judgement) refused(item int) bool {
	for _, problem := range j.Assessment.Problems {
		if problem.Item == item && !problem.Stops {
			return true
		}
	}
	return false
}

// misread reports whether an item has a code of box 36 in Latin letters or of a wrong length.
func misread(d *declaration.Declaration) bool {
	for i := range d.Shipment.Goods {
		claimed := d.Shipment.Goods[i].Preference
		for _, code := range [...]string{claimed.Fee, claimed.Duty, claimed.VAT} {
			if code == "" || code == "-" || code == "--" {
				continue
			}
			if utf8.RuneCountInString(code) != 2 || strings.ContainsAny(code, "ABCDEFGHIJKLMNOPQRSTUVWXYZ") {
				return true
			}
		}
	}
	return false
}

// Row returns the row of box 47 that the difference is about, or nil when it is about none.
func Row(item *declaration.GoodsItem, difference *duty.Difference) *declaration.Calculation {
	at := difference.Ref.Row - 1
	if at < 0 || at >= len(item.Calculations) {
		return nil
	}
	return &item.Calculations[at]
}
