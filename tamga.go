// Package tamga is the customs office as a program: a declaration comes in, the law
// is applied, goods are released or not, the money and the proof are kept.
//
// The root holds no code of its own, only the tests that keep the house:
// arch_test.go says which package may import which and what the law may not touch,
// tidy_test.go how long things may be, first_pages_test.go that the first pages
// are true. Begin with ARCHITECTURE.md; the binary is cmd/tamga.
package tamga
