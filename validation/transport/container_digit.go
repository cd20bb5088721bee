package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// containerDigit computes the check digit of a number of the form of ISO 6346. Numbers of another form, for example of
// railways, are left alone. Only advice: containers with a wrongly painted digit do travel.
var containerDigit = &validation.Rule{
	Code: "31-DIGIT", Consequence: customs.Advice,
	Law: "ISO 6346; Решение КТС от 20.05.2010 № 257, гр. 31", Since: code,
	Field:  declaration.FieldContainerNumber,
	Inputs: []declaration.Field{declaration.FieldContainerNumber},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		row := 0
		for _, container := range item.Containers {
			for _, number := range container.Numbers {
				row++
				if expected, of := containerDigitOf(number.ID); of && number.ID[10] != expected {
					j.Find(validation.Wrong{Row: row, Found: number.ID, Expected: number.ID[:10] + string(expected)})
				}
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			for _, container := range d.Shipment.Goods[i].Containers {
				for n := range container.Numbers {
					id := &container.Numbers[n].ID
					if expected, of := containerDigitOf(*id); of && (*id)[10] == expected {
						*id = (*id)[:10] + string('0'+(expected-'0'+1)%10)
						return true
					}
				}
			}
		}
		return false
	},
}

// containerDigitOf returns the check digit that a container number of the form of ISO 6346 must end in. Letters count
// from 10, leaving out the multiples of 11; each place weighs twice the one before.
func containerDigitOf(id string) (digit byte, of bool) {
	if len(id) != 11 {
		return 0, false
	}
	sum := 0
	for i := range 11 {
		letter := i < 4
		if letter && (id[i] < 'A' || id[i] > 'Z') || !letter && (id[i] < '0' || id[i] > '9') {
			return 0, false
		}
		value := int(id[i] - '0')
		if letter {
			value = int(id[i]-'A') + 10
			value += (value - 1) / 10
		}
		if i < 10 {
			sum += value << i
		}
	}
	return '0' + byte(sum%11%10), id[3] == 'U' || id[3] == 'J' || id[3] == 'Z'
}
