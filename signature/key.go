package signature

import (
	"crypto"
	"crypto/ecdsa"
	"crypto/ed25519"
	"crypto/elliptic"
	"crypto/rsa"
	"crypto/x509"
	"encoding/asn1"
	"math/big"
)

// Limits of RSA keys: shorter ones can be broken, longer ones only cost time; a small exponent has a history of forgeries.
const (
	minRSABits     = 2048
	maxRSABits     = 8192
	minRSAExponent = 65537
)

// maxKeyBytes bounds the encoding of a key.
const maxKeyBytes = 4096

// PublicKey is a key as its owner publishes it.
type PublicKey struct {
	// DER is its SubjectPublicKeyInfo, as in a certificate.
	DER []byte
	// Identifier is the object identifier of its kind.
	Identifier string

	key crypto.PublicKey
}

// ParsePublicKey reads a SubjectPublicKeyInfo. A key of a kind that cannot be used here is read all the same, so that it
// can be named. The error is a *Defect with KeyForm or KeyWeak.
func ParsePublicKey(der []byte) (PublicKey, error) {
	var info struct {
		Algorithm struct {
			ID         asn1.ObjectIdentifier
			Parameters asn1.RawValue `asn1:"optional"`
		}
		Key asn1.BitString
	}
	rest, err := asn1.Unmarshal(der, &info)
	if err != nil || len(rest) > 0 || len(der) > maxKeyBytes {
		return PublicKey{}, &Defect{Code: KeyForm}
	}
	k := PublicKey{DER: der, Identifier: info.Algorithm.ID.String()}
	switch k.Identifier {
	case oidEd25519, oidEC, oidRSA:
	default:
		return k, nil
	}
	if k.key, err = x509.ParsePKIXPublicKey(der); err != nil {
		return PublicKey{}, &Defect{Code: KeyForm}
	}
	if err := k.strength(); err != nil {
		return PublicKey{}, err
	}
	return k, nil
}

// Ed25519Key makes a public key of the 32 bytes of RFC 8032.
func Ed25519Key(raw []byte) (PublicKey, error) {
	if len(raw) != ed25519.PublicKeySize {
		return PublicKey{}, &Defect{Code: KeyForm}
	}
	der, err := x509.MarshalPKIXPublicKey(ed25519.PublicKey(raw))
	if err != nil {
		return PublicKey{}, &Defect{Code: KeyForm, Err: err}
	}
	return ParsePublicKey(der)
}

// ID returns the digest of the key's encoding; it is the key's name everywhere.
func (k PublicKey) ID() Digest { return Sum(k.DER) }

func (k PublicKey) strength() error {
	switch key := k.key.(type) {
	case *ecdsa.PublicKey:
		if key.Curve != elliptic.P256() {
			return &Defect{Code: KeyWeak, Field: key.Curve.Params().Name}
		}
	case *rsa.PublicKey:
		bits := key.N.BitLen()
		if bits < minRSABits || bits > maxRSABits || key.E < minRSAExponent || key.N.Bit(0) == 0 {
			return &Defect{Code: KeyWeak, Field: "RSA " + big.NewInt(int64(bits)).String()}
		}
	}
	return nil
}
