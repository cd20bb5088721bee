package shipment

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// electronicMark takes an absent mark as said by the form of the document. Decision 257, box 1, third part.
var electronicMark = &validation.Rule{
	Code: "1-ELECTRONIC", Consequence: customs.Advice,
	Law: "Решение КТС от 20.05.2010 № 257, гр. 1", Since: code,
	Field:  declaration.FieldElectronicMark,
	Inputs: []declaration.Field{declaration.FieldElectronicMark},
	Whole: func(j *validation.Judgement) {
		mark := j.Declaration.ElectronicMark
		if mark != "" && mark != electronic {
			j.Find(validation.Wrong{Found: mark, Expected: electronic})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		// Russia took a lower fee for electronic declarations until 2020, so there the mark moves money too.
		if d.RecipientCountry == "RU" && d.Kind == validation.Import {
			return false
		}
		d.ElectronicMark = "ЕД"
		return true
	},
}

// electronic marks a declaration filed as an electronic document.
const electronic = "ЭД"
