package goods

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/money"
	"tamga/validation"
)

// groupQuantity is tried only when every line of every group states its quantity in the unit of box 41.
var groupQuantity = &validation.Rule{
	Code: "31-GROUPS", Consequence: customs.DemandChange, Law: validation.LawData, Since: code,
	Field:  declaration.FieldGroup,
	Inputs: []declaration.Field{declaration.FieldGroup, declaration.FieldQuantity, declaration.FieldUnit},
	Item: func(j *validation.Judgement, item *declaration.GoodsItem, _ int) {
		sum, known := grouped(item)
		if known && !sum.Equal(item.Quantity.Quantity.Value) {
			j.Find(validation.Wrong{Found: sum.String(), Expected: item.Quantity.Quantity.Text})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		for i := range d.Shipment.Goods {
			item := &d.Shipment.Goods[i]
			if sum, known := grouped(item); known && sum.Equal(item.Quantity.Quantity.Value) {
				line := firstLine(item)
				line.Quantity.Quantity = declaration.NumberOf(line.Quantity.Quantity.Value.Add(money.FromInt(1)))
				return true
			}
		}
		return false
	},
}

func grouped(item *declaration.GoodsItem) (sum money.Decimal, known bool) {
	if !item.Quantity.Quantity.Given || item.Quantity.Unit == "" {
		return sum, false
	}
	for _, group := range item.Groups {
		for _, line := range group.Goods {
			if !line.Quantity.Quantity.Given || line.Quantity.Unit != item.Quantity.Unit {
				return sum, false
			}
			sum, known = sum.Add(line.Quantity.Quantity.Value), true
		}
	}
	return sum, known
}

func firstLine(item *declaration.GoodsItem) *declaration.GoodsLine {
	for g := range item.Groups {
		if len(item.Groups[g].Goods) > 0 {
			return &item.Groups[g].Goods[0]
		}
	}
	return nil
}

// counted reports whether the lines of the item state quantities.
func counted(item *declaration.GoodsItem) bool {
	line := firstLine(item)
	return line != nil && line.Quantity.Quantity.Given
}
