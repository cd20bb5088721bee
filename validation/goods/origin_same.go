package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

const various = "РАЗНЫЕ"

var originSame = &validation.Rule{
	Code: "16-SAME", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldShipmentOrigin,
	Inputs: []declaration.Field{declaration.FieldShipmentOrigin, declaration.FieldOrigin},
	Whole: func(j *validation.Judgement) {
		shipment := &j.Declaration.Shipment
		if shipment.Origin.Name != various {
			return
		}
		if country, same := oneOrigin(shipment.Goods); same {
			j.Find(validation.Wrong{Found: various, Expected: string(country)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if _, same := oneOrigin(d.Shipment.Goods); !same {
			return false
		}
		d.Shipment.Origin = declaration.CountryName{Name: various}
		return true
	},
}

// oneOrigin returns the origin that all items name; an item without one leaves the question open.
func oneOrigin(goods []declaration.GoodsItem) (country customs.Country, same bool) {
	for i := range goods {
		code := goods[i].Origin.Code
		if code == "" || country != "" && code != country {
			return "", false
		}
		country = code
	}
	return country, country != ""
}
