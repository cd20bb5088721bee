package parties

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// authority: who signs on a power of attorney must hold one that is in force on the day. The head of a company needs
// none, so nothing is asked where none is named. Customs Code of the Union art. 111(5); decision 257, box 54.
var authority = &validation.Rule{
	Code: "54-AUTHORITY", Consequence: customs.RefuseRegistration, Ground: validation.GroundPerson,
	Law: "ТК ЕАЭС ст. 82, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 54", Since: code,
	Field:  declaration.FieldSignatory,
	Inputs: []declaration.Field{declaration.FieldSignatory},
	Whole: func(j *validation.Judgement) {
		authority := j.Declaration.Signatory.Authority
		from := max(authority.Date, authority.ValidFrom)
		if j.Day != 0 && !j.Day.Within(from, authority.ValidTo) {
			j.Find(validation.Wrong{
				Found: authority.Number,
				Args: []customs.Arg{
					{Name: "from", Value: orOpen(from)}, {Name: "to", Value: orOpen(authority.ValidTo)},
					{Name: "day", Value: j.Day.String()},
				},
			})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		authority := &d.Signatory.Authority
		if authority.Number == "" {
			authority.Name, authority.Number, authority.Date = "ДОВЕРЕННОСТЬ", "1", 20170101
		}
		authority.ValidTo = 20171231
		return true
	},
}

// orOpen writes a day, or dots for a side of a term that was not stated.
func orOpen(day calendar.Date) string {
	if day == 0 {
		return "…"
	}
	return day.String()
}
