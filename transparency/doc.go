// Package transparency is the log of evidence: what an office did, recorded so that nothing recorded can be changed,
// removed or moved without it showing to anyone who kept a checkpoint.
//
// A Record says that something happened; it holds digests, never content. Records are the leaves of a Merkle tree as RFC
// 6962 defines it. A Checkpoint is the size and root of the tree, signed by the node. A Proof shows a stranger, offline,
// that one record stands under a checkpoint; a Consistency shows that a later tree only added to an earlier one; an Audit
// recomputes everything. The tree is read in the layout of C2SP tlog-tiles.
//
// Read record.go, tree.go, checkpoint.go, proof.go, tile.go, audit.go; defect.go lists all that can be wrong. The formats
// are told in plain words, with vectors, in docs/proof.md.
//
// The package keeps nothing, signs only with a signer given to it and reads only through a Source. If the process dies
// between computing an Append and storing it, nothing happened: the same Append can be computed again.
package transparency

import (
	"golang.org/x/mod/sumdb/tlog"

	"tamga/internal/canonical"
)

// Origin names a log, and the key that signs for it: a web address without its scheme, at most 60 visible ASCII
// characters without "+".
type Origin = canonical.Origin

// Digest is a SHA-256 hash of bytes outside the log; zero means none. It prints as 64 hexadecimal digits.
type Digest = canonical.Digest

// Hash is a node of the tree: SHA-256 of 0x00 and a record, or of 0x01 and two nodes. It prints as base64.
type Hash = tlog.Hash

// Sum returns the digest of data.
func Sum(data []byte) Digest { return canonical.Sum(data) }
