package album

import (
	"tamga/calendar"
	"tamga/declaration"
	"tamga/internal/compose"
)

// putNumber adds a number as it was written, or as it writes itself when it was made here.
func putNumber(n compose.Node, name string, value declaration.Number) {
	switch {
	case !value.Given:
	case value.Text != "":
		n.Text(name, value.Text)
	default:
		n.Text(name, value.Value.String())
	}
}

// putFlag adds a flag as a word, sign as a digit: both are truth values, and the album's documents use each where it is
// used here.
func putFlag(n compose.Node, name string, value declaration.Flag) {
	switch value {
	case declaration.Yes:
		n.Text(name, "true")
	case declaration.No:
		n.Text(name, "false")
	}
}

func putSign(n compose.Node, name string, value declaration.Flag) {
	switch value {
	case declaration.Yes:
		n.Text(name, "1")
	case declaration.No:
		n.Text(name, "0")
	}
}

// putDemandedSign adds a flag that must stand; what was not said is no.
func putDemandedSign(n compose.Node, name string, value declaration.Flag) {
	putSign(n, name, max(value, declaration.No))
}

func putDate(n compose.Node, name string, value calendar.Date) {
	if !value.IsZero() {
		n.Text(name, value.String())
	}
}

func putTexts(n compose.Node, name string, values []string) {
	for _, value := range values {
		n.Text(name, value)
	}
}

// putMeasure adds a quantity with its unit as a part of that name.
func putMeasure(n compose.Node, name string, value declaration.Measure) {
	if !value.Quantity.Given && value.Unit == "" && value.UnitName == "" {
		return
	}
	part := n.Row(name)
	putNumber(part, "GoodsQuantity", value.Quantity)
	part.Text("MeasureUnitQualifierName", value.UnitName)
	part.Text("MeasureUnitQualifierCode", string(value.Unit))
}

// putNamed adds name, number and date of a document.
func putNamed(n compose.Node, value declaration.DocumentReference) {
	n.Text("PrDocumentName", value.Name)
	n.Text("PrDocumentNumber", value.Number)
	putDate(n, "PrDocumentDate", value.Date)
}

// putReference adds a document with its term and, as an element of that name, its kind.
func putReference(n compose.Node, value declaration.DocumentReference, kind string) {
	putNamed(n, value)
	n.Text(kind, string(value.Kind))
	putDate(n, "DocStartDate", value.ValidFrom)
	putDate(n, "DocValidityDate", value.ValidTo)
}
