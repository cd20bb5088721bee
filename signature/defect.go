package signature

import (
	"strconv"

	"tamga/customs"
)

// Code names what is wrong with a signature, a key or a receipt, or why something could not be proved. The texts are in
// texts.en.toml and texts.ru.toml.
type Code string

// Why a verdict does not prove something.
const (
	// AlgorithmUnknown: the registry has no such algorithm.
	AlgorithmUnknown Code = "algorithm.unknown"
	// AlgorithmNotHere: the algorithm is known and cannot be verified here.
	AlgorithmNotHere Code = "algorithm.not-here"
	// KeyForm: the key is not encoded as it should be.
	KeyForm Code = "key.form"
	// KeyWeak: the key is too short, too long, of a curve that is not allowed, or has a dangerous exponent.
	KeyWeak Code = "key.weak"
	// KeyOther: the key is of another kind than the algorithm.
	KeyOther Code = "key.other"
	// Mismatch: the signature does not fit the bytes and the key.
	Mismatch Code = "signature.mismatch"
	// SignerUnknown: the key is on nobody's name.
	SignerUnknown Code = "signer.unknown"
)

// What is wrong with signing and with receipts.
const (
	// SignerFailed: the token did not sign.
	SignerFailed Code = "signer.failed"
	// ReceiptForm: the bytes are not a receipt in canonical form; Field is the line, empty for the whole.
	ReceiptForm Code = "receipt.form"
	// ReceiptValue: the line Field has a value it cannot have.
	ReceiptValue Code = "receipt.value"
	// ReceiptNode: the key Field is not that of the node that the receipt names.
	ReceiptNode Code = "receipt.node"
	// ReceiptSignature: the node Field is not known, or its signature does not fit the text.
	ReceiptSignature Code = "receipt.signature"
	// ReceiptBytes: the bytes are not those that the receipt Field is for.
	ReceiptBytes Code = "receipt.bytes"
)

// Codes lists all codes.
var Codes = []Code{
	AlgorithmUnknown, AlgorithmNotHere, KeyForm, KeyWeak, KeyOther, Mismatch, SignerUnknown,
	SignerFailed, ReceiptForm, ReceiptValue, ReceiptNode, ReceiptSignature, ReceiptBytes,
}

// Defect is one thing wrong: a code and what it is about, never prose.
type Defect struct {
	Code Code
	// Field is the line, name or key that the code says.
	Field string
	// Err is the cause when a token or a library failed.
	Err error
}

// Error writes the code and what it is about, for the operator.
func (d *Defect) Error() string {
	text := "signature: " + string(d.Code)
	if d.Field != "" {
		text += " " + strconv.Quote(d.Field)
	}
	if d.Err != nil {
		text += ": " + d.Err.Error()
	}
	return text
}

// Unwrap gives the defect its place among the things the program cannot do: Unavailable for a token that did not sign,
// Invalid for a key or value, Corrupt for evidence that does not hold.
func (d *Defect) Unwrap() error {
	code := customs.Invalid
	switch d.Code {
	case SignerFailed:
		code = customs.Unavailable
	case ReceiptForm, ReceiptSignature, ReceiptBytes, Mismatch:
		code = customs.Corrupt
	}
	return &customs.Error{Code: code, Op: "verify signature", Subject: string(d.Code), Err: d.Err}
}
