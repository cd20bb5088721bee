package declaration

// IdentificationMeans are the codes on marked goods, box 31 element 13.
type IdentificationMeans struct {
	// Sign is «ПВ» when the goods are marked after release; Quantity is how many codes there are.
	Sign     string
	Quantity Number
	Levels   []IdentificationLevel
}

// IdentificationLevel is the codes of one level of packing: listed one by one and by ranges.
type IdentificationLevel struct {
	Aggregation string
	Codes       []IdentificationCode
	Ranges      []IdentificationRange
	// CustomsID is the aggregated customs code that stands for the others.
	CustomsID string
}

// IdentificationCode is one code, made of blocks of data.
type IdentificationCode struct {
	Kind  string
	Units []IdentificationUnit
}

// IdentificationUnit is a block of data with the identifier of what it says.
type IdentificationUnit struct{ ApplicationID, Value string }

// IdentificationRange is a range of codes, both ends included.
type IdentificationRange struct{ First, Last IdentificationCode }

// WarehousedGoods are goods under the free zone or free warehouse procedure that the item was made of, box 31
// element 11.
type WarehousedGoods struct {
	// Line is the row of box 40 they are declared in.
	Line         Number
	Descriptions []string
	Quantities   []Measure
	Groups       []GoodsGroup
}

// Wood is what is said of timber by its code.
type Wood struct {
	Ordinal Number
	// Code is that of the national classification of products.
	Code string
	// Volume is without bark and allowances, ActualVolume with them.
	Volume, ActualVolume, Humidity Measure
	// LabelQuantity is how many labels there are, Labels and LabelRanges which.
	LabelQuantity Number
	Labels        []string
	LabelRanges   []LabelRange
}

// LabelRange is a range of labels, both ends included.
type LabelRange struct{ First, Last string }
