package album

import (
	"tamga/declaration"
	"tamga/internal/compose"
)

func putIdentification(n compose.Node, m *declaration.IdentificationMeans) {
	n.Text("CIMMarkingCode", m.Sign)
	putNumber(n, "CIMQuantity", m.Quantity)
	for i := range m.Levels {
		level := &m.Levels[i]
		row := n.Row("IdentificationMeansDetails")
		row.Text("AggregationKindCode", level.Aggregation)
		list := row.Part("IdentificationMeansListDetails")
		for j := range level.Codes {
			putIdentificationCode(list.Row("IdentificationMeansItemDetails"), &level.Codes[j])
		}
		for j := range level.Ranges {
			bounds := row.Row("IdentificationMeansRangeDetails")
			putIdentificationCode(bounds.Part("FirstIdentificationMeansItemDetails"), &level.Ranges[j].First)
			putIdentificationCode(bounds.Part("LastIdentificationMeansItemDetails"), &level.Ranges[j].Last)
		}
		row.Text("IdentifacationMeansCustomsId", level.CustomsID)
	}
}

func putIdentificationCode(n compose.Node, c *declaration.IdentificationCode) {
	n.Text("IdentificationMeansKindCode", c.Kind)
	for _, unit := range c.Units {
		row := n.Row("IdentificationMeansDataUnitDetails")
		row.Text("AIId", unit.ApplicationID)
		row.Text("IdentifacationMeansUnitCharacterValueId", unit.Value)
	}
}

func putWood(n compose.Node, w *declaration.Wood) {
	putNumber(n, "Numeric", w.Ordinal)
	n.Text("NationalCommodityCode", w.Code)
	putMeasure(n, "VolumeMeasure", w.Volume)
	putMeasure(n, "FactVolumeMeasure", w.ActualVolume)
	putMeasure(n, "HumidityMeasure", w.Humidity)
	putNumber(n, "ItemQuantity", w.LabelQuantity)
	putTexts(n, "LabelId", w.Labels)
	for _, r := range w.LabelRanges {
		row := n.Row("LabelRangeDetails")
		row.Text("FirstLabelId", r.First)
		row.Text("LastLabelId", r.Last)
	}
}

func putWarehoused(n compose.Node, w *declaration.WarehousedGoods) {
	putNumber(n, "LineNumber", w.Line)
	putTexts(n, "GoodsDescription", w.Descriptions)
	for _, quantity := range w.Quantities {
		putMeasure(n, "SupplementaryQuantity", quantity)
	}
	for i := range w.Groups {
		putGroup(n.Row("GoodsGroupDescription"), &w.Groups[i])
	}
}
