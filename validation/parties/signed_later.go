package parties

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// signedLater allows a day for the difference of zones between the signatory and the office. Decision 257, box 54.
var signedLater = &validation.Rule{
	Code: "54-SIGNED", Consequence: customs.Advice,
	Law: "ТК ЕАЭС ст. 82, 106, 111 п. 5; Решение КТС от 20.05.2010 № 257, гр. 54", Since: code,
	Field:  declaration.FieldSignedAt,
	Inputs: []declaration.Field{declaration.FieldSignedAt},
	Whole: func(j *validation.Judgement) {
		signed := signedOn(j.Declaration.Signatory)
		if j.Day != 0 && signed > j.Day.AddDays(1) {
			j.Find(validation.Wrong{Found: signed.String(), Expected: j.Day.String()})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		d.Signatory.SignedAt = "2099-12-31T00:00:00"
		return true
	},
}

func signedOn(signatory declaration.Signatory) calendar.Date {
	if len(signatory.SignedAt) < 10 {
		return 0
	}
	day, err := calendar.ParseDate(signatory.SignedAt[:10])
	if err != nil {
		return 0
	}
	return day
}
