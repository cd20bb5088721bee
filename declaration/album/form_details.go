package album

import (
	"tamga/calendar"
	"tamga/customs"
	"tamga/declaration"
)

// detailLinks tie the elements of box 31 that few goods have.
var detailLinks = []link{
	rows("ESADExcise", func(g *item) *[]declaration.ExciseMarks { return &g.Details.Excise }, []link{
		number("ExciseQuantity", func(e *declaration.ExciseMarks) *declaration.Number { return &e.Quantity }),
		text("ExciseSerieses", func(e *declaration.ExciseMarks) *string { return &e.Series }),
		group("ExciseList", numbers("ExciseNumber", func(e *declaration.ExciseMarks) *[]declaration.Number { return &e.Numbers })),
		rows("ExciseRange", func(e *declaration.ExciseMarks) *[]declaration.ExciseRange { return &e.Ranges }, []link{
			number("ExciseFirstNumber", func(r *declaration.ExciseRange) *declaration.Number { return &r.First }),
			number("ExciseLastNumber", func(r *declaration.ExciseRange) *declaration.Number { return &r.Last }),
		}),
	}).is(declaration.FieldDescription),
	rows("CUESADDeliveryTerms", func(g *item) *[]declaration.DeliveryTerms { return &g.Details.Deliveries },
		deliveryLinks).is(declaration.FieldDescription),
	date("DeliveryTime", func(g *item) *calendar.Date { return &g.Details.DeliveredFrom }),
	date("DeliveryTimeEND", func(g *item) *calendar.Date { return &g.Details.DeliveredTo }),
	date("BeginPeriodDate", func(g *item) *calendar.Date { return &g.Details.PeriodFrom }),
	date("EndPeriodDate", func(g *item) *calendar.Date { return &g.Details.PeriodTo }),
	part("QuantityFact", func(g *item) *declaration.Measure { return &g.Details.ActualQuantity },
		measureLinks(declaration.NoField, declaration.NoField)),
	rows("ElectricalEnergReceived", func(g *item) *[]declaration.Power { return &g.Details.PowerReceived }, powerLinks),
	rows("ElectricalEnergGiven", func(g *item) *[]declaration.Power { return &g.Details.PowerGiven }, powerLinks),
	part("CIMIdDetails", func(g *item) *declaration.FurMarks { return &g.Details.FurMarks }, []link{
		text("CIMMarkingFlag", func(m *declaration.FurMarks) *string { return &m.Sign }),
		number("CIMQuantity", func(m *declaration.FurMarks) *declaration.Number { return &m.Quantity }),
		group("CIMList", texts("CIMID", func(m *declaration.FurMarks) *[]string { return &m.IDs })),
		rows("CIMRange", func(m *declaration.FurMarks) *[]declaration.FurMarkRange { return &m.Ranges }, []link{
			text("FirstCIMID", func(r *declaration.FurMarkRange) *string { return &r.First }),
			text("LastCIMID", func(r *declaration.FurMarkRange) *string { return &r.Last }),
		}),
	}),
	part("DTIdentificationMeansDetails", func(g *item) *declaration.IdentificationMeans { return &g.Details.IdentificationMeans },
		identificationLinks),
	part("GoodsTraceabilityMeasureDetails", func(g *item) *declaration.Measure { return &g.Details.TraceableQuantity },
		measureLinks(declaration.NoField, declaration.NoField)),
	rows("WoodCodeDetails", func(g *item) *[]declaration.Wood { return &g.Details.Woods }, woodLinks),
	rows("GoodsSTZ", func(g *item) *[]declaration.WarehousedGoods { return &g.Details.WarehousedGoods }, warehousedLinks),
	rows("GoodsAutomobile", func(g *item) *[]declaration.Vehicle { return &g.Details.Vehicles }, vehicleLinks),
}

var powerLinks = []link{
	number("ElectricalEnergyQuantity", func(p *declaration.Power) *declaration.Number { return &p.Quantity }),
	text("QualifierCode", func(p *declaration.Power) *customs.UnitCode { return &p.Unit }),
}

var vehicleLinks = []link{
	number("RecNumber", func(v *declaration.Vehicle) *declaration.Number { return &v.Record }),
	text("Model", func(v *declaration.Vehicle) *string { return &v.Model }),
	text("Mark", func(v *declaration.Vehicle) *string { return &v.Make }),
	text("MarkCode", func(v *declaration.Vehicle) *string { return &v.MakeCode }),
	text("OfftakeYear", func(v *declaration.Vehicle) *string { return &v.Year }),
	part("EngineVolumeQuanity", func(v *declaration.Vehicle) *declaration.Measure { return &v.EngineVolume }, physicalLinks),
	text("VINID", func(v *declaration.Vehicle) *string { return &v.VIN }),
	text("BodyID", func(v *declaration.Vehicle) *string { return &v.Body }),
	text("EngineID", func(v *declaration.Vehicle) *string { return &v.Engine }),
	text("ChassisID", func(v *declaration.Vehicle) *string { return &v.Chassis }),
	text("CabID", func(v *declaration.Vehicle) *string { return &v.Cab }),
	text("EmergencyDeviceID", func(v *declaration.Vehicle) *string { return &v.EmergencyCall }),
	text("IdentityCardNumber", func(v *declaration.Vehicle) *string { return &v.Passport }),
	group("CarCostInfo",
		number("CarCost", func(v *declaration.Vehicle) *declaration.Number { return &v.Price }),
		text("CarCostCurrencyCode", func(v *declaration.Vehicle) *string { return &v.Currency })),
	part("PassedKilometerQuantity", func(v *declaration.Vehicle) *declaration.Measure { return &v.Mileage }, physicalLinks),
}

// physicalLinks tie a physical quantity with its unit.
var physicalLinks = []link{
	number("MeasuredAmount", func(m *declaration.Measure) *declaration.Number { return &m.Quantity }),
	text("MeasureUnitQualifierName", func(m *declaration.Measure) *string { return &m.UnitName }),
	text("MeasureUnitQualifierCode", func(m *declaration.Measure) *customs.UnitCode { return &m.Unit }),
}
