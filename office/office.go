// Package office is the customs office at work: one file per act. Every act loads what it decides on, decides by the
// law, and commits once.
//
// Read commit.go for what an act changes, store.go for what keeps it, then any act: lodge.go, judge.go, release.go. If
// the process dies before a commit nothing happened and nobody was told otherwise; after it, everything did, and
// whatever is still to be sent lies in the outbox.
package office
