// Package clearance is the life of a case: where each goods item of one declaration stands, what may happen to it
// next, by which article and within which time, and what must hold before the system decides without an official.
//
// Read state.go for the states, event.go for what happens, table.go for the only way a case moves, apply.go for the
// move itself, term.go for deadlines, criteria.go for automatic decisions, selection.go for the choice of controls.
// The law: Customs Code of the Union art. 109–126 and 325–328; every row of the table and of the data cites its own
// article. Nothing here knows a clock, a file or a store: instants, hours and reference data are arguments.
package clearance
