package signature

import (
	"slices"

	"tamga/customs"
)

// AlgorithmID names an algorithm of signature together with its hash and the encoding of its value.
type AlgorithmID string

// The algorithms that can be verified here.
const (
	// Ed25519: RFC 8032; the value is 64 bytes.
	Ed25519 AlgorithmID = "ed25519"
	// ECDSAP256: on the curve P-256 with SHA-256; the value is r and s, 32 bytes each, as XML signatures have it.
	ECDSAP256 AlgorithmID = "ecdsa-p256-sha256"
	// ECDSAP256DER: the same, the value in DER as certificates and CMS have it.
	ECDSAP256DER AlgorithmID = "ecdsa-p256-sha256-der"
	// RSAPKCS1: RSASSA-PKCS1-v1_5 with SHA-256.
	RSAPKCS1 AlgorithmID = "rsa-pkcs1-sha256"
	// RSAPSS: RSASSA-PSS with SHA-256 for both hashes and a salt of 32 bytes.
	RSAPSS AlgorithmID = "rsa-pss-sha256"
)

// The algorithms that are known, and cannot be verified here.
const (
	// GOST256 and GOST512: GOST R 34.10-2012 with GOST R 34.11-2012, of keys of 256 and 512 bits.
	GOST256 AlgorithmID = "gost-r-34.10-2012-256"
	GOST512 AlgorithmID = "gost-r-34.10-2012-512"
	// BignBelt: STB 34.101.45 (bign) with the hash of STB 34.101.31 (belt).
	BignBelt AlgorithmID = "stb-34.101.45-belt"
	// GOST2004KZ: GOST 34.310-2004 under Kazakhstan's identifiers.
	GOST2004KZ AlgorithmID = "gost-34.310-2004-kz"
	// GOST2015KZ256 and GOST2015KZ512: GOST 34.10-2015 under Kazakhstan's identifiers.
	GOST2015KZ256 AlgorithmID = "gost-34.10-2015-kz-256"
	GOST2015KZ512 AlgorithmID = "gost-34.10-2015-kz-512"
)

// Algorithm is an entry of the registry.
type Algorithm struct {
	ID AlgorithmID
	// Standard names the standard as the states cite it.
	Standard string
	// States are those whose law prescribes it for electronic documents; none for international algorithms, which serve
	// between programs and in the sandbox.
	States []customs.State
	// Identifiers are the object identifiers and URIs under which documents name it.
	Identifiers []string
	// KeyIdentifier is the object identifier of its public keys.
	KeyIdentifier string
	// Unconfirmed: an identifier was taken from the practice of programs, not from the text of an act, and is to be
	// verified before it decides anything.
	Unconfirmed bool

	check check
}

// Verifiable reports whether a signature of this algorithm can be verified here.
func (a Algorithm) Verifiable() bool { return a.check != nil }

const (
	oidEd25519 = "1.3.101.112"
	oidEC      = "1.2.840.10045.2.1"
	oidRSA     = "1.2.840.113549.1.1.1"
	oidPSS     = "1.2.840.113549.1.1.10"
)

var registry = []Algorithm{
	{
		ID: Ed25519, Standard: "RFC 8032 Ed25519", KeyIdentifier: oidEd25519, check: checkEd25519,
		Identifiers: []string{oidEd25519, "http://www.w3.org/2021/04/xmldsig-more#eddsa-ed25519"},
	},
	{
		ID: ECDSAP256, Standard: "FIPS 186 ECDSA P-256, SHA-256", KeyIdentifier: oidEC, check: checkECDSA,
		Identifiers: []string{"http://www.w3.org/2001/04/xmldsig-more#ecdsa-sha256"},
	},
	{
		ID: ECDSAP256DER, Standard: "FIPS 186 ECDSA P-256, SHA-256 (DER)", KeyIdentifier: oidEC, check: checkECDSADER,
		Identifiers: []string{"1.2.840.10045.4.3.2"},
	},
	{
		ID: RSAPKCS1, Standard: "RFC 8017 RSASSA-PKCS1-v1_5, SHA-256", KeyIdentifier: oidRSA, check: checkRSAPKCS1,
		Identifiers: []string{"1.2.840.113549.1.1.11", "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"},
	},
	{
		ID: RSAPSS, Standard: "RFC 8017 RSASSA-PSS, SHA-256", KeyIdentifier: oidRSA, check: checkRSAPSS,
		Identifiers: []string{oidPSS, "http://www.w3.org/2007/05/xmldsig-more#sha256-rsa-MGF1"},
	},
	{
		ID: GOST256, Standard: "ГОСТ Р 34.10-2012 (256), ГОСТ Р 34.11-2012", KeyIdentifier: "1.2.643.7.1.1.1.1",
		States: []customs.State{customs.Russia},
		Identifiers: []string{
			"1.2.643.7.1.1.3.2", "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-256",
		},
	},
	{
		ID: GOST512, Standard: "ГОСТ Р 34.10-2012 (512), ГОСТ Р 34.11-2012", KeyIdentifier: "1.2.643.7.1.1.1.2",
		States: []customs.State{customs.Russia},
		Identifiers: []string{
			"1.2.643.7.1.1.3.3", "urn:ietf:params:xml:ns:cpxmlsec:algorithms:gostr34102012-gostr34112012-512",
		},
	},
	{
		ID: BignBelt, Standard: "СТБ 34.101.45 (bign), СТБ 34.101.31 (belt)", KeyIdentifier: "1.2.112.0.2.0.34.101.45.2.1",
		States: []customs.State{customs.Belarus}, Identifiers: []string{"1.2.112.0.2.0.34.101.45.12"}, Unconfirmed: true,
	},
	{
		ID: GOST2004KZ, Standard: "ГОСТ 34.310-2004 (Казахстан)", KeyIdentifier: "1.2.398.3.10.1.1.1.1",
		States: []customs.State{customs.Kazakhstan}, Identifiers: []string{"1.2.398.3.10.1.1.1.2"}, Unconfirmed: true,
	},
	{
		ID: GOST2015KZ256, Standard: "ГОСТ 34.10-2015 (256, Казахстан)",
		States: []customs.State{customs.Kazakhstan}, Identifiers: []string{"1.2.398.3.10.1.1.2.3.1"}, Unconfirmed: true,
	},
	{
		ID: GOST2015KZ512, Standard: "ГОСТ 34.10-2015 (512, Казахстан)", KeyIdentifier: "1.2.398.3.10.1.1.2.2",
		States: []customs.State{customs.Kazakhstan}, Identifiers: []string{"1.2.398.3.10.1.1.2.3.2"}, Unconfirmed: true,
	},
}

// Algorithms returns the registry, in its own order.
func Algorithms() []Algorithm { return slices.Clone(registry) }

// FindAlgorithm returns the entry with the name, or with the object identifier or URI by which a document names it.
func FindAlgorithm(name string) (Algorithm, bool) {
	for _, a := range registry {
		if string(a.ID) == name || slices.Contains(a.Identifiers, name) {
			return a, true
		}
	}
	return Algorithm{}, false
}
