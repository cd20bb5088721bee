package album

import "tamga/declaration"

// identificationLinks tie the codes on marked goods.
var identificationLinks = []link{
	text("CIMMarkingCode", func(m *declaration.IdentificationMeans) *string { return &m.Sign }),
	number("CIMQuantity", func(m *declaration.IdentificationMeans) *declaration.Number { return &m.Quantity }),
	rows("IdentificationMeansDetails", func(m *declaration.IdentificationMeans) *[]declaration.IdentificationLevel { return &m.Levels }, []link{
		text("AggregationKindCode", func(l *declaration.IdentificationLevel) *string { return &l.Aggregation }),
		group("IdentificationMeansListDetails",
			rows("IdentificationMeansItemDetails", func(l *declaration.IdentificationLevel) *[]declaration.IdentificationCode { return &l.Codes },
				identificationCodeLinks)),
		rows("IdentificationMeansRangeDetails", func(l *declaration.IdentificationLevel) *[]declaration.IdentificationRange { return &l.Ranges }, []link{
			part("FirstIdentificationMeansItemDetails", func(r *declaration.IdentificationRange) *declaration.IdentificationCode { return &r.First },
				identificationCodeLinks),
			part("LastIdentificationMeansItemDetails", func(r *declaration.IdentificationRange) *declaration.IdentificationCode { return &r.Last },
				identificationCodeLinks),
		}),
		text("IdentifacationMeansCustomsId", func(l *declaration.IdentificationLevel) *string { return &l.CustomsID }),
	}),
}

var identificationCodeLinks = []link{
	text("IdentificationMeansKindCode", func(c *declaration.IdentificationCode) *string { return &c.Kind }),
	rows("IdentificationMeansDataUnitDetails", func(c *declaration.IdentificationCode) *[]declaration.IdentificationUnit { return &c.Units }, []link{
		text("AIId", func(u *declaration.IdentificationUnit) *string { return &u.ApplicationID }),
		text("IdentifacationMeansUnitCharacterValueId", func(u *declaration.IdentificationUnit) *string { return &u.Value }),
	}),
}

var woodLinks = []link{
	number("Numeric", func(w *declaration.Wood) *declaration.Number { return &w.Ordinal }),
	text("NationalCommodityCode", func(w *declaration.Wood) *string { return &w.Code }),
	part("VolumeMeasure", func(w *declaration.Wood) *declaration.Measure { return &w.Volume },
		measureLinks(declaration.NoField, declaration.NoField)),
	part("FactVolumeMeasure", func(w *declaration.Wood) *declaration.Measure { return &w.ActualVolume },
		measureLinks(declaration.NoField, declaration.NoField)),
	part("HumidityMeasure", func(w *declaration.Wood) *declaration.Measure { return &w.Humidity },
		measureLinks(declaration.NoField, declaration.NoField)),
	number("ItemQuantity", func(w *declaration.Wood) *declaration.Number { return &w.LabelQuantity }),
	texts("LabelId", func(w *declaration.Wood) *[]string { return &w.Labels }),
	rows("LabelRangeDetails", func(w *declaration.Wood) *[]declaration.LabelRange { return &w.LabelRanges }, []link{
		text("FirstLabelId", func(r *declaration.LabelRange) *string { return &r.First }),
		text("LastLabelId", func(r *declaration.LabelRange) *string { return &r.Last }),
	}),
}

// warehousedLinks tie goods of a free zone or warehouse.
var warehousedLinks = []link{
	number("LineNumber", func(w *declaration.WarehousedGoods) *declaration.Number { return &w.Line }),
	texts("GoodsDescription", func(w *declaration.WarehousedGoods) *[]string { return &w.Descriptions }),
	rows("SupplementaryQuantity", func(w *declaration.WarehousedGoods) *[]declaration.Measure { return &w.Quantities },
		measureLinks(declaration.NoField, declaration.NoField)),
	rows("GoodsGroupDescription", func(w *declaration.WarehousedGoods) *[]declaration.GoodsGroup { return &w.Groups }, groupLinks),
}
