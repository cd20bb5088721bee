package customs

import (
	"errors"
	"fmt"
)

// ErrorCode names what the program cannot do. The list is closed.
type ErrorCode string

// The codes.
const (
	// Invalid: a request is malformed.
	Invalid ErrorCode = "invalid"
	// Unauthenticated: it is not known who asks.
	Unauthenticated ErrorCode = "unauthenticated"
	// Forbidden: the asker may not do this.
	Forbidden ErrorCode = "forbidden"
	// NotFound: there is no such thing, or none the asker may know of.
	NotFound ErrorCode = "not-found"
	// Conflict: the same key came with other content.
	Conflict ErrorCode = "conflict"
	// NotAllowed: the law does not allow the act in the present state.
	NotAllowed ErrorCode = "not-allowed"
	// Stale: what the act was decided on has changed meanwhile.
	Stale ErrorCode = "stale"
	// Insufficient: a balance does not cover what was asked of it.
	Insufficient ErrorCode = "insufficient"
	// TooLarge: a limit of size, depth, count or time was passed.
	TooLarge ErrorCode = "too-large"
	// Unavailable: something needed is away for now; try again.
	Unavailable ErrorCode = "unavailable"
	// Corrupt: stored bytes do not agree with their proof.
	Corrupt ErrorCode = "corrupt"
	// Internal: anything else. Its text never leaves the program.
	Internal ErrorCode = "internal"
)

// Error is something the program cannot do. The officer sees the code, the operator the detail.
type Error struct {
	Code ErrorCode
	// Op is what was being done, as a verb and a noun: "lodge declaration".
	Op string
	// Subject is what it was done to: an identifier, never content.
	Subject string
	// Err is the cause, if any.
	Err error
}

// Error writes operation, subject, code and cause.
func (e *Error) Error() string {
	text := e.Op
	if e.Subject != "" {
		text += " " + e.Subject
	}
	text += ": " + string(e.Code)
	if e.Err != nil {
		text = fmt.Sprintf("%s: %v", text, e.Err)
	}
	return text
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// CodeOf returns the code of the first Error in the chain, Internal for any other error, and "" for nil.
func CodeOf(err error) ErrorCode {
	if err == nil {
		return ""
	}
	var known *Error
	if errors.As(err, &known) {
		return known.Code
	}
	return Internal
}

// Is reports whether the error carries the code.
func Is(err error, code ErrorCode) bool { return CodeOf(err) == code }
