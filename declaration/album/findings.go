package album

import (
	"embed"

	"tamga/customs"
	"tamga/declaration"
	"tamga/internal/markup"
	"tamga/internal/shape"
	"tamga/internal/tape"
)

// Texts holds texts.ru.toml and texts.en.toml: for every code of FindingCodes, what is wrong and how to fix it.
//
//go:embed texts.ru.toml texts.en.toml
var Texts embed.FS

// The acts that findings of form rest on.
const (
	lawForm  = "ТК ЕАЭС ст. 111 п. 5"
	lawFiled = "ТК ЕАЭС ст. 104, 111 п. 1"
	// groundForm is the sub-paragraph of art. 111(5): the declaration is not in the set form. verify: from practice.
	groundForm = "4"
)

// kindCodes are the codes of the kinds of defect; values have codes of their own.
var kindCodes = map[tape.Kind]customs.FindingCode{
	tape.UnknownDocument: "FMT-DOCUMENT", tape.OtherVersion: "FMT-VERSION",
	tape.Missing: "FMT-MISSING", tape.TooFew: "FMT-FEW", tape.TooMany: "FMT-MANY", tape.OtherChoice: "FMT-CHOICE",
	tape.TooLate: "FMT-LATE", tape.TooEarly: "FMT-EARLY", tape.Unknown: "FMT-UNKNOWN", tape.WrongSpace: "FMT-NAMESPACE",
	tape.Characters: "FMT-TEXT", tape.Empty: "FMT-EMPTY",
	tape.AttributeMissing: "FMT-ATTRIBUTE", tape.AttributeValue: "FMT-ATTRIBUTE-VALUE", tape.AttributeUnknown: "FMT-ATTRIBUTE-UNKNOWN",
}

// breachCodes are the codes of the conditions a value does not meet; formCodes say which kind of value it should be.
var (
	breachCodes = map[shape.Breach]customs.FindingCode{
		shape.TooShort: "FMT-SHORT", shape.TooLong: "FMT-LONG", shape.TooManyDigits: "FMT-DIGITS",
		shape.TooManyDecimals: "FMT-DECIMALS", shape.TooSmall: "FMT-SMALL", shape.TooLarge: "FMT-LARGE",
		shape.WrongPattern: "FMT-PATTERN", shape.NotListed: "FMT-LIST",
	}
	formCodes = map[shape.ValueKind]customs.FindingCode{
		shape.Boolean: "FMT-FLAG", shape.Decimal: "FMT-NUMBER", shape.Integer: "FMT-NUMBER",
		shape.Date: "FMT-DATE", shape.DateTime: "FMT-DATE", shape.Time: "FMT-DATE", shape.Year: "FMT-DATE",
		shape.YearMonth: "FMT-DATE", shape.Duration: "FMT-DATE", shape.Binary: "FMT-BINARY",
	}
	// formsExpected are the forms of the kinds as people write them.
	formsExpected = map[shape.ValueKind]string{
		shape.Boolean: "true, false, 1, 0", shape.Decimal: "0.00", shape.Integer: "0",
		shape.Date: "YYYY-MM-DD", shape.DateTime: "YYYY-MM-DDThh:mm:ss", shape.Time: "hh:mm:ss", shape.Year: "YYYY",
		shape.YearMonth: "YYYY-MM", shape.Duration: "PnYnMnDTnHnMnS", shape.Binary: "Base64",
	}
)

// faultCodes are the codes of what ends the reading.
var faultCodes = map[markup.FaultCode]customs.FindingCode{
	markup.FaultSize: "XML-SIZE", markup.FaultDepth: "XML-DEPTH", markup.FaultElements: "XML-ELEMENTS",
	markup.FaultAttributes: "XML-ATTRIBUTES", markup.FaultEncoding: "XML-ENCODING", markup.FaultVersion: "XML-VERSION",
	markup.FaultDoctype: "XML-DOCTYPE", markup.FaultInstruction: "XML-INSTRUCTION", markup.FaultEntity: "XML-ENTITY",
	markup.FaultEmpty: "XML-EMPTY", markup.FaultCharacter: "XML-CHARACTER", markup.FaultDeclaration: "XML-DECLARATION",
	markup.FaultSyntax: "XML-SYNTAX", markup.FaultMismatch: "XML-MISMATCH", markup.FaultUnclosed: "XML-UNCLOSED",
	markup.FaultOutside: "XML-OUTSIDE", markup.FaultPrefix: "XML-PREFIX", markup.FaultDuplicate: "XML-DUPLICATE",
}

// The codes that belong to no defect of the tape.
const (
	// codeContainer: the container holds no goods declaration; codeOther: the document is another one of the album.
	codeContainer customs.FindingCode = "FMT-CONTAINER"
	codeOther     customs.FindingCode = "FMT-OTHER"
)

// technical are the codes after which there is no declaration to register or refuse.
var technical = map[customs.FindingCode]bool{"FMT-DOCUMENT": true, "FMT-VERSION": true, codeContainer: true, codeOther: true}

// FindingCodes lists the codes of all findings of this package.
func FindingCodes() []customs.FindingCode {
	codes := []customs.FindingCode{codeContainer, codeOther}
	for _, kind := range tape.Kinds {
		if code, known := kindCodes[kind]; known {
			codes = append(codes, code)
		}
	}
	for breach := shape.TooShort; breach <= shape.NotListed; breach++ {
		codes = append(codes, breachCodes[breach])
	}
	codes = append(codes, "FMT-FLAG", "FMT-NUMBER", "FMT-DATE", "FMT-BINARY")
	for _, fault := range markup.FaultCodes {
		codes = append(codes, faultCodes[fault])
	}
	return codes
}

// newFinding gives a finding the consequence of its code: what cannot be read is rejected, what is not in the set form
// is refused.
func newFinding(code customs.FindingCode, place customs.Place) customs.Finding {
	if technical[code] || code[:4] == "XML-" {
		return customs.Finding{Code: code, Consequence: customs.TechnicalReject, Law: lawFiled, Place: place}
	}
	return customs.Finding{
		Code: code, Consequence: customs.RefuseRegistration, Ground: groundForm, Law: lawForm, Place: place,
	}
}

// valueCode is the code of a value that breaches a condition of its type.
func valueCode(simple *shape.Simple, breach shape.Breach) customs.FindingCode {
	if breach == shape.WrongForm {
		return formCodes[simple.Kind]
	}
	return breachCodes[breach]
}

// unreadable is the finding of what ended the reading.
func unreadable(fault *markup.Fault, at markup.Position) customs.Finding {
	finding := newFinding(faultCodes[fault.Code], customs.Place{
		Line: at.Line, Column: at.Column, Offset: at.Offset, End: at.Offset,
	})
	finding.Found, finding.Expected = fault.Found, fault.Expected
	if fault.Limit > 0 {
		finding.Expected = "≤ " + declaration.Count(fault.Limit).Text
	}
	return finding
}
