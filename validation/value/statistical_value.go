package value

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

var statisticalValue = &validation.Rule{
	Code: "46-RATE", Consequence: customs.DemandChange, Law: validation.LawRates, Since: code,
	Field:  declaration.FieldStatisticalValue,
	Inputs: []declaration.Field{declaration.FieldStatisticalValue, declaration.FieldCustomsValue},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		own, _ := j.Currency()
		if own == "" || j.Tariff == nil || !item.CustomsValue.Given || !item.StatisticalValue.Given {
			return
		}
		dollar, known := j.Tariff.ExchangeRate("USD", own, j.Day)
		if !known {
			return
		}
		worth, err := dollar.Back(item.CustomsValue.Value)
		if err == nil && apart(item.StatisticalValue.Value, rounded(worth), cent) {
			j.Find(validation.Wrong{Found: item.StatisticalValue.Text, Expected: rounded(worth).Fixed(2)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if item.StatisticalValue.Given && item.CustomsValue.Given {
				item.StatisticalValue = declaration.FixedNumber(item.StatisticalValue.Value.Add(money.FromInt(10)), 2)
				return true
			}
		}
		return false
	},
}
