package value

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

var customsTotal = &validation.Rule{
	Code: "12-SUM", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldCustomsValueTotal,
	Inputs: []declaration.Field{declaration.FieldCustomsValueTotal, declaration.FieldCustomsValue},
	Whole: func(j *validation.Judgement) {
		stated := j.Declaration.Shipment.CustomsValue
		sum, known := customsSum(j.Declaration)
		if known && stated.Given && !stated.Value.Equal(sum) {
			j.Find(validation.Wrong{Found: stated.Text, Expected: sum.Fixed(2)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		sum, known := customsSum(d)
		if !known || !d.Shipment.CustomsValue.Given {
			return false
		}
		d.Shipment.CustomsValue = declaration.FixedNumber(sum.Add(money.FromInt(1)), 2)
		return true
	},
}

func customsSum(d *declaration.Declaration) (sum money.Decimal, known bool) {
	for i := range d.Shipment.Goods {
		if !d.Shipment.Goods[i].CustomsValue.Given {
			return sum, false
		}
		sum = sum.Add(d.Shipment.Goods[i].CustomsValue.Value)
	}
	return sum, len(d.Shipment.Goods) > 0
}
