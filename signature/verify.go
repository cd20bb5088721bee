package signature

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/rsa"
	"crypto/sha256"
	"errors"
	"math/big"
)

// Signature is a signature as it came with a document.
type Signature struct {
	// Algorithm is the name under which the document has it: an AlgorithmID, an object identifier or a URI.
	Algorithm string
	// Key is the SubjectPublicKeyInfo of the key it is said to be made with.
	Key []byte
	// Value is the signature itself.
	Value []byte
}

// Holder says whose a key is: the reference of a party, an officer or a device.
type Holder string

// Holders tells whose a key is, from a register that customs keeps. A key that merely came with a document is nobody's.
type Holders interface {
	// Holder returns the holder of the key on the register, and whether there is one.
	Holder(key Digest) (Holder, bool)
}

// Verify says what the signature proves of the message: whether it fits (integrity) and whose key made it (signer). Chain,
// authority and time are left not checked; who checks them adds them to the verdict. No holders means that no signer can be
// proved. Verify never fails: what cannot be done is in the verdict.
func Verify(message []byte, s Signature, known Holders) Verdict {
	v := Verdict{Algorithm: AlgorithmID(s.Algorithm), Key: Sum(s.Key)}
	a, found := FindAlgorithm(s.Algorithm)
	if !found {
		v.Integrity = unchecked(AlgorithmUnknown)
		return v
	}
	v.Algorithm = a.ID
	if !a.Verifiable() {
		v.Integrity = unchecked(AlgorithmNotHere)
		return v
	}
	k, err := ParsePublicKey(s.Key)
	if err != nil {
		v.Integrity = refuted(defectCode(err))
		return v
	}
	if k.Identifier != a.KeyIdentifier {
		v.Integrity = refuted(KeyOther)
		return v
	}
	if !a.check(k.key, message, s.Value) {
		v.Integrity = refuted(Mismatch)
		return v
	}
	v.Integrity = Outcome{State: Proved}
	if known == nil {
		return v
	}
	holder, registered := known.Holder(v.Key)
	if !registered {
		v.Signer = refuted(SignerUnknown)
		return v
	}
	v.Holder, v.Signer = holder, Outcome{State: Proved}
	return v
}

// check reports whether a value is the key's signature of a message. A key of another type is no match.
type check func(key crypto.PublicKey, message, value []byte) bool

func checkEd25519(key crypto.PublicKey, message, value []byte) bool {
	k, ok := key.(ed25519.PublicKey)
	return ok && len(value) == ed25519.SignatureSize && ed25519.Verify(k, message, value)
}

func checkECDSA(key crypto.PublicKey, message, value []byte) bool {
	k, ok := key.(*ecdsa.PublicKey)
	if !ok || len(value) != 64 {
		return false
	}
	digest := sha256.Sum256(message)
	return ecdsa.Verify(k, digest[:], new(big.Int).SetBytes(value[:32]), new(big.Int).SetBytes(value[32:]))
}

func checkECDSADER(key crypto.PublicKey, message, value []byte) bool {
	k, ok := key.(*ecdsa.PublicKey)
	digest := sha256.Sum256(message)
	return ok && ecdsa.VerifyASN1(k, digest[:], value)
}

func checkRSAPKCS1(key crypto.PublicKey, message, value []byte) bool {
	k, ok := key.(*rsa.PublicKey)
	digest := sha256.Sum256(message)
	return ok && rsa.VerifyPKCS1v15(k, crypto.SHA256, digest[:], value) == nil
}

func checkRSAPSS(key crypto.PublicKey, message, value []byte) bool {
	k, ok := key.(*rsa.PublicKey)
	digest := sha256.Sum256(message)
	salt := &rsa.PSSOptions{SaltLength: rsa.PSSSaltLengthEqualsHash, Hash: crypto.SHA256}
	return ok && rsa.VerifyPSS(k, crypto.SHA256, digest[:], value, salt) == nil
}

// defectCode returns the code of a defect; another error says nothing better than that the key has no known form.
func defectCode(err error) Code {
	var defect *Defect
	if errors.As(err, &defect) {
		return defect.Code
	}
	return KeyForm
}
