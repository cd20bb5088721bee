package declaration

import "tamga/customs"

// Field names an element of the model that a rule reads. Its box is Box.
type Field uint16

// The fields, by section.
const (
	NoField Field = iota
	FieldDocumentID
	FieldCreated
	FieldKind
	FieldProcedure
	FieldElectronicMark
	FieldFeature
	FieldRecipientCountry
	FieldDeclarant
	FieldDeclarantTaxID
	FieldRepresentative
	FieldSignatory
	FieldSignedAt
	FieldShipmentOrigin
	FieldItemCount
	FieldPackageCount
	FieldSheetCount
	FieldCustomsValueTotal
	FieldCustomsValueCurrency
	FieldConsignor
	FieldConsignee
	FieldFinanciallyResponsible
	FieldLocation
	FieldLocationKind
	FieldLocationOffice
	FieldLocationWarehouse
	FieldContainerised
	FieldDispatchCountry
	FieldDestinationCountry
	FieldBorderOffice
	FieldArrivalMode
	FieldArrivalTransport
	FieldBorderMode
	FieldBorderTransport
	FieldBorderQuantity
	FieldArrivalQuantity
	FieldContractCurrency
	FieldInvoiceTotal
	FieldExchangeRate
	FieldTradingCountry
	FieldDealNature
	FieldDealFeature
	FieldDelivery
	FieldPayment
	FieldPaymentAmount
	FieldPaymentPayer
	FieldDeferral
	FieldGuarantee
	FieldItem
	FieldOrdinal
	FieldDescription
	FieldGroup
	FieldGrossMass
	FieldNetMass
	FieldCleanNetMass
	FieldInvoiceValue
	FieldInvoiceCurrency
	FieldCustomsValue
	FieldStatisticalValue
	FieldCommodity
	FieldProhibitionMark
	FieldIPMark
	FieldOrigin
	FieldPreferentialOrigin
	FieldValuationMethod
	FieldPreference
	FieldItemProcedure
	FieldPrecedingProcedure
	FieldMovementFeature
	FieldQuantity
	FieldUnit
	FieldQuota
	FieldPackages
	FieldPackageKind
	FieldContainer
	FieldContainerNumber
	FieldPreviousDocument
	FieldPresentedDocument
	FieldDocumentKind
	FieldDocumentNumber
	FieldDocumentDate
	FieldDocumentValidTo
	FieldCalculation
	FieldCalculationPayment
	FieldCalculationBase
	FieldCalculationRate
	FieldCalculationAmount
	FieldCalculationFeature
	// FieldCount is how many fields there are.
	FieldCount
)

// Box returns the box of the form in which the field stands, or "" for technical fields.
func (f Field) Box() string {
	if f >= FieldCount {
		return ""
	}
	return boxes[f]
}

var boxes = [FieldCount]string{
	FieldKind: "1", FieldProcedure: "1", FieldElectronicMark: "1", FieldFeature: "7",
	FieldDeclarant: "14", FieldDeclarantTaxID: "14", FieldRepresentative: "54", FieldSignatory: "54", FieldSignedAt: "54",
	FieldShipmentOrigin: "16", FieldItemCount: "5", FieldPackageCount: "6", FieldSheetCount: "3",
	FieldCustomsValueTotal: "12", FieldCustomsValueCurrency: "12",
	FieldConsignor: "2", FieldConsignee: "8", FieldFinanciallyResponsible: "9",
	FieldLocation: "30", FieldLocationKind: "30", FieldLocationOffice: "30", FieldLocationWarehouse: "30",
	FieldContainerised: "19", FieldDispatchCountry: "15", FieldDestinationCountry: "17", FieldBorderOffice: "29",
	FieldArrivalMode: "26", FieldArrivalTransport: "18", FieldArrivalQuantity: "18",
	FieldBorderMode: "25", FieldBorderTransport: "21", FieldBorderQuantity: "21",
	FieldContractCurrency: "22", FieldInvoiceTotal: "22", FieldExchangeRate: "23", FieldTradingCountry: "11",
	FieldDealNature: "24", FieldDealFeature: "24", FieldDelivery: "20",
	FieldPayment: "B", FieldPaymentAmount: "B", FieldPaymentPayer: "B", FieldDeferral: "48", FieldGuarantee: "52",
	FieldItem: "31", FieldOrdinal: "32", FieldDescription: "31", FieldGroup: "31",
	FieldGrossMass: "35", FieldNetMass: "38", FieldCleanNetMass: "38",
	FieldInvoiceValue: "42", FieldInvoiceCurrency: "42", FieldCustomsValue: "45", FieldStatisticalValue: "46",
	FieldCommodity: "33", FieldProhibitionMark: "33", FieldIPMark: "33", FieldOrigin: "34", FieldPreferentialOrigin: "34",
	FieldValuationMethod: "43", FieldPreference: "36",
	FieldItemProcedure: "37", FieldPrecedingProcedure: "37", FieldMovementFeature: "37",
	FieldQuantity: "41", FieldUnit: "41", FieldQuota: "39", FieldPackages: "31", FieldPackageKind: "31",
	FieldContainer: "31", FieldContainerNumber: "31", FieldPreviousDocument: "40",
	FieldPresentedDocument: "44", FieldDocumentKind: "44", FieldDocumentNumber: "44", FieldDocumentDate: "44", FieldDocumentValidTo: "44",
	FieldCalculation: "47", FieldCalculationPayment: "47", FieldCalculationBase: "47", FieldCalculationRate: "47",
	FieldCalculationAmount: "47", FieldCalculationFeature: "47",
}

// Ref points at one field of one document: Item counts goods items from 1 in document order (0 for the header), Row
// counts rows of a repeated element from 1 (0 when it is not repeated, or for the whole).
type Ref struct {
	Field Field
	Item  int
	Row   int
}

// Places finds where a field stands in the received bytes. The place of a missing element is the end of its parent.
type Places interface{ Place(Ref) customs.Place }

// Document is a declaration together with where everything in it stands and what the reader already found wrong.
type Document struct {
	Declaration *Declaration
	Places      Places
	// Findings are the structural findings.
	Findings []customs.Finding
	// More counts structural findings beyond those listed.
	More int
	// Defective holds the fields that have a structural finding, so that rules reading them are held back. Row is 0
	// in its keys.
	Defective map[Ref]bool
}

// Sound reports whether the field of the item has no structural finding.
func (d *Document) Sound(field Field, item int) bool {
	return !d.Defective[Ref{Field: field, Item: item}]
}
