package album

import (
	"tamga/declaration"
	"tamga/internal/compose"
)

// putDetails adds the elements of box 31 that few goods have.
func putDetails(n compose.Node, d *declaration.ItemDetails) {
	for i := range d.Excise {
		putExcise(n.Row("ESADExcise"), &d.Excise[i])
	}
	for i := range d.Deliveries {
		putDelivery(n.Row("CUESADDeliveryTerms"), &d.Deliveries[i])
	}
	putDate(n, "DeliveryTime", d.DeliveredFrom)
	putDate(n, "DeliveryTimeEND", d.DeliveredTo)
	putDate(n, "BeginPeriodDate", d.PeriodFrom)
	putDate(n, "EndPeriodDate", d.PeriodTo)
	putMeasure(n, "QuantityFact", d.ActualQuantity)
	putPower(n, "ElectricalEnergReceived", d.PowerReceived)
	putPower(n, "ElectricalEnergGiven", d.PowerGiven)
	marks := n.Part("CIMIdDetails")
	marks.Text("CIMMarkingFlag", d.FurMarks.Sign)
	putNumber(marks, "CIMQuantity", d.FurMarks.Quantity)
	putTexts(marks.Part("CIMList"), "CIMID", d.FurMarks.IDs)
	for _, r := range d.FurMarks.Ranges {
		row := marks.Row("CIMRange")
		row.Text("FirstCIMID", r.First)
		row.Text("LastCIMID", r.Last)
	}
	putIdentification(n.Part("DTIdentificationMeansDetails"), &d.IdentificationMeans)
	putMeasure(n, "GoodsTraceabilityMeasureDetails", d.TraceableQuantity)
	for i := range d.Woods {
		putWood(n.Row("WoodCodeDetails"), &d.Woods[i])
	}
	for i := range d.WarehousedGoods {
		putWarehoused(n.Row("GoodsSTZ"), &d.WarehousedGoods[i])
	}
	for i := range d.Vehicles {
		putVehicle(n.Row("GoodsAutomobile"), &d.Vehicles[i])
	}
}

func putExcise(n compose.Node, e *declaration.ExciseMarks) {
	putNumber(n, "ExciseQuantity", e.Quantity)
	n.Text("ExciseSerieses", e.Series)
	list := n.Part("ExciseList")
	for _, number := range e.Numbers {
		putNumber(list, "ExciseNumber", number)
	}
	for _, r := range e.Ranges {
		row := n.Row("ExciseRange")
		putNumber(row, "ExciseFirstNumber", r.First)
		putNumber(row, "ExciseLastNumber", r.Last)
	}
}

func putPower(n compose.Node, name string, values []declaration.Power) {
	for _, power := range values {
		row := n.Row(name)
		putNumber(row, "ElectricalEnergyQuantity", power.Quantity)
		row.Text("QualifierCode", string(power.Unit))
	}
}

func putVehicle(n compose.Node, v *declaration.Vehicle) {
	putNumber(n, "RecNumber", v.Record)
	n.Text("Model", v.Model)
	n.Text("Mark", v.Make)
	n.Text("MarkCode", v.MakeCode)
	n.Text("OfftakeYear", v.Year)
	putPhysical(n.Part("EngineVolumeQuanity"), v.EngineVolume)
	n.Text("VINID", v.VIN)
	n.Text("BodyID", v.Body)
	n.Text("EngineID", v.Engine)
	n.Text("ChassisID", v.Chassis)
	n.Text("CabID", v.Cab)
	n.Text("EmergencyDeviceID", v.EmergencyCall)
	n.Text("IdentityCardNumber", v.Passport)
	price := n.Part("CarCostInfo")
	putNumber(price, "CarCost", v.Price)
	price.Text("CarCostCurrencyCode", v.Currency)
	putPhysical(n.Part("PassedKilometerQuantity"), v.Mileage)
}

func putPhysical(n compose.Node, value declaration.Measure) {
	putNumber(n, "MeasuredAmount", value.Quantity)
	n.Text("MeasureUnitQualifierName", value.UnitName)
	n.Text("MeasureUnitQualifierCode", string(value.Unit))
}
