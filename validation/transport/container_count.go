package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// containerCount compares the number of containers with their list, where both are given. Decision 257, box 31
// (element 3).
var containerCount = &validation.Rule{
	Code: "31-CONTAINERS", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 31", Since: code,
	Field:  declaration.FieldContainer,
	Inputs: []declaration.Field{declaration.FieldContainer, declaration.FieldContainerNumber},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		for i, container := range item.Containers {
			listed := len(container.Numbers)
			if container.Quantity.Given && listed > 0 && !container.Quantity.Is(listed) {
				j.Find(validation.Wrong{Row: i + 1, Found: container.Quantity.Text, Expected: declaration.Count(listed).Text})
			}
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			for c := range d.Shipment.Goods[i].Containers {
				container := &d.Shipment.Goods[i].Containers[c]
				if container.Quantity.Given && len(container.Numbers) > 0 {
					container.Quantity = declaration.Count(len(container.Numbers) + 1)
					return true
				}
			}
		}
		return false
	},
}
