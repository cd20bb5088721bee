package api

import (
	"context"
	"errors"
	"io"
	"net/http"
	"strings"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"

	"tamga/customs"
)

type bodyKey struct{}

// documentOf is the body of the request as bytes. They are the request's own and may be kept: nothing is pooled.
func documentOf(ctx context.Context) []byte {
	body, _ := ctx.Value(bodyKey{}).([]byte)
	return body
}

// readBody reads a document in full, at most the bytes the door admits.
func (d *door) readBody(ctx huma.Context, next func(huma.Context)) {
	r, w := humago.Unwrap(ctx)
	release, err := d.reserve(r)
	if err != nil {
		d.refuse(w, r, err)
		return
	}
	defer release()
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, d.MaxBody))
	var large *http.MaxBytesError
	switch {
	case errors.As(err, &large):
		d.refuse(w, r, &customs.Error{Code: customs.TooLarge, Op: "read document", Err: err})
	case err != nil:
		d.refuse(w, r, &customs.Error{Code: customs.Invalid, Op: "read document", Err: errCut})
	case len(body) == 0:
		d.refuse(w, r, &customs.Error{Code: customs.Invalid, Op: "read document", Err: errEmpty})
	default:
		next(huma.WithValue(ctx, bodyKey{}, body))
	}
}

// manyBodies is how many bodies of the greatest length are held at once, or more of smaller ones.
const manyBodies = 8

// queueing is how long a request waits for others to let their bodies go.
const queueing = 5 * time.Second

// reserve takes room for the body of a request, so that many senders at once cannot exhaust the memory. A sender that does
// not tell a length takes the greatest.
func (d *door) reserve(r *http.Request) (release func(), err error) {
	length := r.ContentLength
	if length < 0 || length > d.MaxBody {
		length = d.MaxBody
	}
	ctx, cancel := context.WithTimeout(r.Context(), queueing)
	defer cancel()
	if err := d.room.Acquire(ctx, length); err != nil {
		return nil, &customs.Error{Code: customs.Unavailable, Op: "read document", Err: err}
	}
	return func() { d.room.Release(length) }, nil
}

var (
	errCut   = errors.New("the body ended before its length")
	errEmpty = errors.New("the body is empty")
)

// takesDocument makes an operation one whose body is a document in XML.
func (d *door) takesDocument(op huma.Operation) huma.Operation {
	content := &huma.MediaType{Schema: &huma.Schema{Type: "string", Format: "binary"}}
	op.RequestBody = &huma.RequestBody{
		Required: true, Description: "A declaration or an ED_Container with one, as XML.",
		Content: map[string]*huma.MediaType{"application/xml": content},
	}
	op.Middlewares = append(op.Middlewares, d.readBody)
	op.Errors = append(op.Errors, http.StatusRequestEntityTooLarge)
	return op
}

// visible reports whether a text is 1 to most visible ASCII characters.
func visible(text string, most int) bool {
	return text != "" && len(text) <= most && !strings.ContainsFunc(text, func(r rune) bool { return r <= ' ' || r > '~' })
}
