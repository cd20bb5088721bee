package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/validation"
)

// preferenceOrigin stands for the payments that follow from a preference not granted: they are not told again.
var preferenceOrigin = &validation.Rule{
	Code: "36-ORIGIN", Consequence: customs.DemandChange, Law: validation.LawOrigin, Since: code,
	Field:  declaration.FieldPreference,
	Inputs: assessed,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, number int) {
		for _, problem := range j.Problems(number) {
			if problem.Code == duty.NoPreference {
				j.Find(validation.Wrong{Found: item.Preference.Duty, Args: problem.Arguments()})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Goods) != 1 || !claims(&d.Shipment.Goods[0]) || d.Shipment.Origin.Name == "РАЗНЫЕ" {
			return false
		}
		origin := declaration.CountryName{Code: "US", Name: "СОЕДИНЕННЫЕ ШТАТЫ"}
		d.Shipment.Origin, d.Shipment.Goods[0].Origin = origin, origin
		d.Shipment.Goods[0].PreferentialOrigin = declaration.CountryName{}
		return true
	},
}

// claims reports whether the item claims a preference for import duty.
func claims(item *declaration.GoodsItem) bool {
	switch item.Preference.Duty {
	case "", "-", "--", noClaim:
		return false
	}
	return true
}
