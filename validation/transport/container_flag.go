package transport

import (
	"tamga/customs"
	"tamga/declaration"
	"tamga/validation"
)

// containerFlag: box 19 says whether box 31 lists containers; a preliminary declaration may not know them yet.
// Decision 257, boxes 19 and 31 (element 3).
var containerFlag = &validation.Rule{
	Code: "19-CONTAINER", Consequence: customs.DemandChange,
	Law: "ТК ЕАЭС ст. 106; Решение КТС от 20.05.2010 № 257, гр. 19, 31", Since: code,
	Field: declaration.FieldContainerised,
	Inputs: []declaration.Field{
		declaration.FieldFeature, declaration.FieldContainerised, declaration.FieldContainer,
	},
	Whole: func(j *validation.Judgement) {
		flag, listed := j.Declaration.Shipment.Consignment.Containerised, 0
		for i := range j.Declaration.Shipment.Goods {
			listed += len(j.Declaration.Shipment.Goods[i].Containers)
		}
		if flag == declaration.Yes && listed == 0 && j.Ordinary() {
			j.Find(validation.Wrong{Found: "1", Expected: "0"})
		}
		if flag == declaration.No && listed > 0 {
			j.Find(validation.Wrong{Found: "0", Expected: "1"})
		}
	},
	Breach: func(d *declaration.Declaration) bool {
		if d.Feature != "" {
			return false
		}
		flag := &d.Shipment.Consignment.Containerised
		switch *flag {
		case declaration.Yes:
			*flag = declaration.No
		case declaration.No:
			*flag = declaration.Yes
		}
		return *flag != declaration.Absent
	},
}
