package payments

import (
	"slices"
	"strings"

	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/validation"
)

// preferenceProof stands for the payments that follow from origin not proved: they are not told again.
var preferenceProof = &validation.Rule{
	Code: "36-PROOF", Consequence: customs.DemandChange, Law: validation.LawOrigin, Since: code,
	Field:  declaration.FieldPreference,
	Inputs: assessed,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, number int) {
		for _, problem := range j.Problems(number) {
			if problem.Code == duty.NoProof {
				j.Find(validation.Wrong{Found: item.Preference.Duty, Args: problem.Arguments()})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if !claims(item) || !slices.ContainsFunc(item.Documents, provesOrigin) {
				continue
			}
			item.Documents = slices.DeleteFunc(slices.Clone(item.Documents), provesOrigin)
			return true
		}
		return false
	},
}

func provesOrigin(document declaration.PresentedDocument) bool {
	return strings.HasPrefix(string(document.Kind), "06")
}
