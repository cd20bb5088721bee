package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// kind asks for the direction of the goods: decision 257 knows ИМ and ЭК for a goods declaration. A transit
// declaration (ТТ) is another document.
var kind = &validation.Rule{
	Code: "1-KIND", Consequence: customs.RefuseRegistration, Ground: validation.GroundForm,
	Law: validation.LawRefusal, Since: code,
	Field:  declaration.FieldKind,
	Inputs: []declaration.Field{declaration.FieldKind},
	Whole: func(j *validation.Judgement) {
		kind := j.Declaration.Kind
		if kind != validation.Import && kind != validation.Export {
			j.Find(validation.Wrong{Found: kind, Expected: validation.Import + ", " + validation.Export})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		switch d.Kind {
		case validation.Export:
			d.Kind = "ЭK" // the second letter is Latin
		default:
			d.Kind = "ИM"
		}
		return true
	},
}
