package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// ownOrigin: goods of the state's own origin come back by re-import (60), not by release for consumption, unless they
// were under another procedure before.
var ownOrigin = &validation.Rule{
	Code: "34-OWN", Consequence: customs.DemandChange, Law: validation.LawOrigin, Since: code,
	Field: declaration.FieldOrigin,
	Inputs: []declaration.Field{
		declaration.FieldKind, declaration.FieldOrigin, declaration.FieldItemProcedure,
		declaration.FieldPrecedingProcedure,
	},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		if j.State == "" || j.Declaration.Kind != "ИМ" || string(item.Origin.Code) != string(j.State) {
			return
		}
		if item.Procedure.Main == "40" && item.Procedure.Preceding == "00" {
			j.Find(validation.Wrong{Found: string(item.Origin.Code)})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Kind != "ИМ" || len(d.Shipment.Goods) != 1 || d.RecipientCountry == "" {
			return false
		}
		item := &d.Shipment.Goods[0]
		if item.Procedure.Main != "40" || item.Procedure.Preceding != "00" || item.Preference.Duty != "ОО" {
			return false
		}
		item.Origin = declaration.CountryName{Code: d.RecipientCountry}
		if d.Shipment.Origin.Name != various {
			d.Shipment.Origin = item.Origin
		}
		return true
	},
}
