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
		if _, known := tariffUnit(j, item); !known || excised(item) || mayBearExcise[item.Commodity.Chapter()] {
			return
		}
		if _, due := j.Tariff.Excise(tariff.Key{State: j.State, Commodity: item.Commodity, Day: j.Day}); !due {
			j.Find(validation.Wrong{Found: item.Preference.Excise, Expected: "-"})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if item.Preference.Excise == "-" && !excised(item) && !mayBearExcise[item.Commodity.Chapter()] {
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

// mayBearExcise are the chapters with goods that some state charges excise on: spirits, tobacco, fuels, chemicals,
// cosmetics with spirit, heating devices for tobacco, vehicles. Which codes exactly is known only where the data are
// complete.
var mayBearExcise = map[string]bool{
	"21": true, "22": true, "24": true, "27": true, "28": true, "29": true, "30": true, "33": true, "34": true,
	"38": true, "39": true, "84": true, "85": true, "87": true,
}
