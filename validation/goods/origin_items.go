package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// originItems leaves the European Union as a whole and unknown origin alone: both stand for several codes.
var originItems = &validation.Rule{
	Code: "16-ITEMS", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldShipmentOrigin,
	Inputs: []declaration.Field{declaration.FieldShipmentOrigin, declaration.FieldOrigin},
	Whole: func(j *validation.Judgement) {
		stated := j.Declaration.Shipment.Origin
		if !single(stated) {
			return
		}
		for i := range j.Declaration.Shipment.Goods {
			item := j.Declaration.Shipment.Goods[i].Origin.Code
			if item != "" && item != stated.Code {
				j.Find(validation.Wrong{Found: string(stated.Code), Expected: expectedOrigin(j.Declaration)})
				return
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		country, same := oneOrigin(d.Shipment.Goods)
		if !same || !single(d.Shipment.Origin) {
			return false
		}
		d.Shipment.Origin = declaration.CountryName{Code: "BR", Name: "БРАЗИЛИЯ"}
		if country == "BR" {
			d.Shipment.Origin = declaration.CountryName{Code: "AR", Name: "АРГЕНТИНА"}
		}
		return true
	},
}

func single(origin declaration.CountryName) bool {
	switch origin.Code {
	case "", "EU", "00", "99":
		return false
	}
	return origin.Name != various
}

func expectedOrigin(d *declaration.Declaration) string {
	if country, same := oneOrigin(d.Shipment.Goods); same {
		return string(country)
	}
	return various
}
