// Package canonical gives a text one spelling, so that a digest or a signature over it can be made again by anyone.
//
// Read form.go for texts of named lines, value.go for the values that stand on them, note.go for signed notes. Everything
// here is strict: what could be written in two ways is refused in all ways but one. The package knows nothing of what the
// lines mean.
package canonical
