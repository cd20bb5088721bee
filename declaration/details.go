package declaration

import (
	"tamga/calendar"
	"tamga/customs"
)

// ItemDetails are elements of box 31 that few goods have.
type ItemDetails struct {
	// Excise are the excise marks, element 4.
	Excise []ExciseMarks
	// Deliveries are the terms of delivery of the item, element 5.
	Deliveries []DeliveryTerms
	// DeliveredFrom and DeliveredTo bound the delivery, PeriodFrom and PeriodTo the period, element 7.
	DeliveredFrom, DeliveredTo, PeriodFrom, PeriodTo calendar.Date
	// ActualQuantity is the quantity actually moved, element 8.
	ActualQuantity Measure
	// PowerReceived and PowerGiven are electricity, element 9.
	PowerReceived, PowerGiven []Power
	// FurMarks are control marks of fur goods, element 10.
	FurMarks FurMarks
	// IdentificationMeans are the codes on marked goods, element 13; TraceableQuantity is how much is traced.
	IdentificationMeans IdentificationMeans
	TraceableQuantity   Measure
	// Woods are the codes of timber, WarehousedGoods the goods of a free zone or warehouse, element 11.
	Woods           []Wood
	WarehousedGoods []WarehousedGoods
	// Vehicles are the vehicles that are the goods.
	Vehicles []Vehicle
}

// ExciseMarks are excise marks of one series: listed one by one and by ranges.
type ExciseMarks struct {
	Quantity Number
	Series   string
	Numbers  []Number
	Ranges   []ExciseRange
}

// ExciseRange is a range of numbers of excise marks, both ends included.
type ExciseRange struct{ First, Last Number }

// Power is an amount of electricity in a unit.
type Power struct {
	Quantity Number
	Unit     customs.UnitCode
}

// FurMarks are control (identification) marks: how many, listed one by one and by ranges.
type FurMarks struct {
	// Sign says whether the goods are marked.
	Sign     string
	Quantity Number
	IDs      []string
	Ranges   []FurMarkRange
}

// FurMarkRange is a range of control marks, both ends included.
type FurMarkRange struct{ First, Last string }

// Vehicle is a vehicle declared as goods.
type Vehicle struct {
	Record                                         Number
	Model, Make, MakeCode, Year                    string
	VIN, Body, Engine, Chassis, Cab, EmergencyCall string
	// Passport is the number of its passport or certificate.
	Passport string
	// EngineVolume and Mileage are in their units; Price is in Currency.
	EngineVolume, Mileage Measure
	Price                 Number
	Currency              string
}
