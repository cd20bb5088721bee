package payments

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/duty"
	"tamga/validation"
)

// unassessed names what is missing for a comparison, once per item; a commodity code that is no code has its own finding.
var unassessed = &validation.Rule{
	Code: "47-UNASSESSED", Consequence: customs.Advice, Law: validation.LawPayments, Since: code,
	Field:  declaration.FieldCalculation,
	Inputs: assessed,
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, number int) {
		for _, problem := range j.Problems(number) {
			if !problem.Stops || problem.Code == duty.NeedsOther {
				continue
			}
			if problem.Code == duty.UnknownCommodity && impossible(item.Commodity) {
				return
			}
			args := append([]customs.Arg{{Name: "problem", Value: string(problem.Code)}}, problem.Arguments()...)
			j.Find(validation.Wrong{Args: args})
			return
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if len(d.Shipment.Goods) == 0 || len(d.Shipment.Goods[0].Commodity) != 10 {
			return false
		}
		item := &d.Shipment.Goods[0]
		if item.Quantity != (declaration.Measure{}) || noClaim != item.Preference.Duty {
			return false
		}
		item.Commodity = item.Commodity[:4] + "999999"
		return true
	},
}

// noClaim is the code of box 36 by which nothing is claimed.
const noClaim = "ОО"

func impossible(commodity customs.CommodityCode) bool {
	switch commodity.Chapter() {
	case "00", "77", "98", "99":
		return true
	}
	return len(commodity) != 10
}
