package api

import (
	"context"
	"fmt"
	"net/http"
	"runtime/debug"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"tamga/access"
	"tamga/customs"
)

// caller is what is known of who asks: in every request's context.
type caller struct {
	access.Principal
	known    bool
	language string
}

type callerKey struct{}

func callerOf(ctx context.Context) caller {
	known, _ := ctx.Value(callerKey{}).(caller)
	return known
}

// route offers an operation to those whom the table permits it. What the work returns as an error is told as a problem.
func route[In, Out any](d *door, action access.Action, op huma.Operation, work func(context.Context, *In) (*Out, error)) {
	op.Security = []map[string][]string{{"key": {}}}
	op.Errors = append(op.Errors, http.StatusBadRequest, http.StatusUnauthorized, http.StatusForbidden, http.StatusNotFound,
		http.StatusServiceUnavailable)
	op.Middlewares = append(huma.Middlewares{d.admit(action)}, op.Middlewares...)
	huma.Register(d.api, op, func(ctx context.Context, in *In) (*Out, error) {
		out, err := work(ctx, in)
		if err != nil {
			return nil, d.problem(ctx, err)
		}
		return out, nil
	})
}

// admit lets those pass who are known and may do the action at all, before anything they send is read.
func (d *door) admit(action access.Action) func(huma.Context, func(huma.Context)) {
	return func(ctx huma.Context, next func(huma.Context)) {
		r, w := humago.Unwrap(ctx)
		who := callerOf(r.Context())
		if !who.known {
			d.refuse(w, r, &customs.Error{Code: customs.Unauthenticated, Op: string(action)})
			return
		}
		if err := who.Permit(action); err != nil {
			d.refuse(w, r, err)
			return
		}
		next(ctx)
	}
}

// attend is what every request passes: who asks, how long it took, what came out.
func (d *door) attend(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		started := time.Now()
		who := caller{language: languageOf(r.Header.Get("Accept-Language"))}
		if principal, err := d.Keys.Authenticate(secretOf(r)); err == nil {
			who.Principal, who.known = principal, true
		}
		r = r.WithContext(context.WithValue(r.Context(), callerKey{}, who))
		answer := &answer{ResponseWriter: w}
		defer func() {
			if fault := recover(); fault != nil {
				d.fault(answer, r, fault)
			}
			d.note(r, answer, who, time.Since(started))
		}()
		w.Header().Set("X-Content-Type-Options", "nosniff")
		next.ServeHTTP(answer, r)
	})
}

// secretOf is the key a request brings, "" when it brings none.
func secretOf(r *http.Request) string {
	scheme, secret, _ := strings.Cut(r.Header.Get("Authorization"), " ")
	if !strings.EqualFold(scheme, "bearer") {
		return ""
	}
	return strings.TrimSpace(secret)
}

// fault tells the operator of a fault of the program, and the caller that there was one.
func (d *door) fault(w *answer, r *http.Request, fault any) {
	d.Journal.Error("api", "fault", fmt.Sprint(fault), "route", r.Pattern, "stack", string(debug.Stack()))
	if w.status == 0 {
		d.refuse(w, r, &customs.Error{Code: customs.Internal, Op: "answer request"})
	}
}

// note writes the request down: its route and not its path, the account and not the address.
func (d *door) note(r *http.Request, w *answer, who caller, took time.Duration) {
	route := r.Pattern
	if route == "" {
		route = "none"
	}
	d.measures.observe(route, w.code(), took)
	d.Journal.InfoContext(r.Context(), "request", "method", r.Method, "route", route, "status", w.code(),
		"bytes", w.bytes, "seconds", took.Seconds(), "account", who.ID, "role", string(who.Role))
}

// answer remembers what was answered.
type answer struct {
	http.ResponseWriter
	status int
	bytes  int64
}

// WriteHeader implements http.ResponseWriter.
func (a *answer) WriteHeader(status int) {
	if a.status == 0 {
		a.status = status
	}
	a.ResponseWriter.WriteHeader(status)
}

// Write implements http.ResponseWriter.
func (a *answer) Write(body []byte) (int, error) {
	if a.status == 0 {
		a.status = http.StatusOK
	}
	n, err := a.ResponseWriter.Write(body)
	a.bytes += int64(n)
	return n, err
}

// Unwrap lets http.ResponseController reach the connection.
func (a *answer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

func (a *answer) code() int {
	if a.status == 0 {
		return http.StatusOK
	}
	return a.status
}
