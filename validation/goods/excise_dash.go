package goods

import (
	"strings"

	"tamga/customs"
	"tamga/declaration"
	"tamga/tariff"
	"tamga/validation"
)

// exciseDash is silent when the declaration itself calculates excise: whether it is due is judged in box 47.
var exciseDash = &validation.Rule{
	Code: "36-EXCISE", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: validation.LawRefusal, Since: code,
	Field: declaration.FieldPreference,
	Inputs: []declaration.Field{
		declaration.FieldPreference, declaration.FieldCommodity, declaration.FieldCalculationPayment,
	},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		switch item.Preference.Excise {
		case "", "-", "--":
			return
		}
		if _, known := tariffUnit(j, item); !known || excised(item) {
			return
		}
		if _, due := j.Tariff.Excise(tariff.Key{State: j.State, Commodity: item.Commodity, Day: j.Day}); !due {
			j.Find(validation.Wrong{Found: item.Preference.Excise, Expected: "-"})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			if item := &d.Shipment.Goods[i]; item.Preference.Excise == "-" && !excised(item) {
				item.Preference.Excise = "О"
				return true
			}
		}
		return false
	},
}

func excised(item *declaration.GoodsItem) bool {
	for _, row := range item.Calculations {
		if strings.HasPrefix(string(row.Payment), "40") {
			return true
		}
	}
	return false
}
