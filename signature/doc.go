// Package signature says what a signature proves, and gives the sender of a document its signed receipt.
//
// What a signature proves is a Verdict, not a yes or no: integrity, signer, chain, authority and time are each proved, not
// proved or not checked, and whatever was not proved counts for nothing. Algorithms differ by state; the registry names
// also those that cannot be verified here, so that a document signed with one is held for a person and never passed or
// refused by accident. Which algorithms a state prescribes is the law of that state on electronic signatures.
//
// Read algorithm.go, key.go, verify.go, verdict.go; signer.go for how an office signs; receipt.go for the receipt;
// defect.go for the codes. The receipt's format is told in plain words, with vectors, in docs/proof.md.
//
// The package draws no random numbers, reads no files and tells no time: keys and instants are arguments.
package signature

import "tamga/internal/canonical"

// Origin names a node, and the key that signs for it: a web address without its scheme, at most 60 visible ASCII characters
// without "+". It is also the origin of the node's log.
type Origin = canonical.Origin

// Digest is a SHA-256 hash; zero means none. It prints as 64 hexadecimal digits.
type Digest = canonical.Digest

// Sum returns the digest of data.
func Sum(data []byte) Digest { return canonical.Sum(data) }
