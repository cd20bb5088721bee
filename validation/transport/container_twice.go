package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// containerTwice: one container carries the goods of an item once. Decision 257, box 31 (element 3).
var containerTwice = &validation.Rule{
	Code: "31-TWICE", Consequence: customs.Advice,
	Law: "Решение КТС от 20.05.2010 № 257, гр. 31", Since: code,
	Field:  declaration.FieldContainerNumber,
	Inputs: []declaration.Field{declaration.FieldContainerNumber},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		seen, row := map[string]bool{}, 0
		for _, container := range item.Containers {
			for _, number := range container.Numbers {
				row++
				if number.ID != "" && seen[number.ID] {
					j.Find(validation.Wrong{Row: row, Found: number.ID})
				}
				seen[number.ID] = true
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			for c := range d.Shipment.Goods[i].Containers {
				container := &d.Shipment.Goods[i].Containers[c]
				if len(container.Numbers) == 0 || container.Numbers[0].ID == "" {
					continue
				}
				container.Numbers = append(container.Numbers[:len(container.Numbers):len(container.Numbers)], container.Numbers[0])
				if container.Quantity.Given {
					container.Quantity = declaration.Count(len(container.Numbers))
				}
				return true
			}
		}
		return false
	},
}
