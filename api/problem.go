package api

import (
	"context"
	"embed"
	"encoding/json"
	"errors"
	"net/http"
	"sync"

	"github.com/danielgtaylor/huma/v2"

	"tamga/customs"
	"tamga/internal/wording"
)

// Texts holds texts.en.toml and texts.ru.toml: a title and a sentence for every code of customs.ErrorCode.
//
//go:embed texts.en.toml texts.ru.toml
var Texts embed.FS

// texts are embedded and held by a test, so that a program that starts has them all.
var texts = sync.OnceValue(func() *wording.Catalogue { return wording.MustLoad(Texts) })

// Problem is what cannot be done, as RFC 9457 has it. Code is for programs, Title and Detail are for people.
type Problem struct {
	// Type is "urn:tamga:problem:" and the code.
	Type   string `json:"type"`
	Title  string `json:"title"`
	Status int    `json:"status"`
	Detail string `json:"detail"`
	// Code is one of the codes of problems.
	Code customs.ErrorCode `json:"code"`
	// Subject is what it was about: an identifier, never content.
	Subject string `json:"subject,omitempty"`
	// Cause says more to whoever wrote the request.
	Cause string `json:"cause,omitempty"`
	// Errors are the parts of the request that are wrong.
	Errors []Wrong `json:"errors,omitempty"`
}

// Wrong is one part of a request that is wrong.
type Wrong struct {
	Location string `json:"location"`
	Message  string `json:"message"`
}

// Error implements error.
func (p *Problem) Error() string { return p.Detail }

// GetStatus gives the status of the answer.
func (p *Problem) GetStatus() int { return p.Status }

// ContentType gives the media type of the answer.
func (p *Problem) ContentType(string) string { return problemType }

const problemType = "application/problem+json"

// GetHeaders gives what else the answer says: when to come again, how to say who asks.
func (p *Problem) GetHeaders() http.Header {
	headers := http.Header{}
	switch p.Code {
	case customs.Unavailable:
		headers.Set("Retry-After", "2")
	case customs.Unauthenticated:
		headers.Set("WWW-Authenticate", `Bearer realm="tamga"`)
	}
	return headers
}

var statuses = map[customs.ErrorCode]int{
	customs.Invalid: http.StatusUnprocessableEntity, customs.Unauthenticated: http.StatusUnauthorized,
	customs.Forbidden: http.StatusForbidden, customs.NotFound: http.StatusNotFound,
	customs.Conflict: http.StatusConflict, customs.NotAllowed: http.StatusConflict, customs.Stale: http.StatusConflict,
	customs.Insufficient: http.StatusConflict, customs.TooLarge: http.StatusRequestEntityTooLarge,
	customs.Unavailable: http.StatusServiceUnavailable,
	customs.Corrupt:     http.StatusInternalServerError, customs.Internal: http.StatusInternalServerError,
}

// open are the codes whose cause helps the caller and tells of nothing but the caller's own request and case.
var open = map[customs.ErrorCode]bool{
	customs.Invalid: true, customs.NotAllowed: true, customs.Conflict: true, customs.TooLarge: true,
}

// problem tells an error as a problem in the caller's language. What the program or the store could not do is told to the
// operator, and to the caller only that it was so.
func (d *door) problem(ctx context.Context, err error) *Problem {
	if ctx.Err() != nil {
		err = &customs.Error{Code: customs.Unavailable, Op: "answer request", Err: err}
	}
	code := customs.CodeOf(err)
	status, known := statuses[code]
	if !known {
		code, status = customs.Internal, http.StatusInternalServerError
	}
	if status == http.StatusInternalServerError {
		d.Journal.Error("api", "code", string(code), "error", err.Error())
	}
	made := problemOf(code, status, callerOf(ctx).language)
	var fault *customs.Error
	if open[code] && errors.As(err, &fault) {
		made.Subject = fault.Subject
		if fault.Err != nil {
			made.Cause = fault.Err.Error()
		}
	}
	return made
}

func problemOf(code customs.ErrorCode, status int, language string) *Problem {
	none := func(string) string { return "" }
	return &Problem{
		Type: "urn:tamga:problem:" + string(code), Status: status, Code: code,
		Title:  texts().Say(language, "problem."+string(code), "title", none),
		Detail: texts().Say(language, "problem."+string(code), "text", none),
	}
}

// translate tells the problems that are found before an operation begins in the same way as all others.
func (d *door) translate(ctx huma.Context, _ string, body any) (any, error) {
	found, ok := body.(*huma.ErrorModel)
	if !ok {
		return body, nil
	}
	code := codeOf(found.Status)
	made := problemOf(code, found.Status, callerOf(ctx.Context()).language)
	for _, wrong := range found.Errors {
		if code == customs.Invalid && wrong != nil {
			made.Errors = append(made.Errors, Wrong{wrong.Location, wrong.Message})
		}
	}
	return made, nil
}

func codeOf(status int) customs.ErrorCode {
	for code, of := range statuses {
		if of == status && of != http.StatusConflict && of != http.StatusInternalServerError {
			return code
		}
	}
	if status >= http.StatusInternalServerError {
		return customs.Internal
	}
	return customs.Invalid
}

// refuse tells a problem outside of the contract's operations.
func (d *door) refuse(w http.ResponseWriter, r *http.Request, err error) {
	told := d.problem(r.Context(), err)
	for name, values := range told.GetHeaders() {
		w.Header()[name] = values
	}
	w.Header().Set("Content-Type", problemType)
	w.WriteHeader(told.Status)
	_ = json.NewEncoder(w).Encode(told)
}

func (d *door) noSuchPath(w http.ResponseWriter, r *http.Request) {
	d.refuse(w, r, &customs.Error{Code: customs.NotFound, Op: "find path"})
}
