// Package api is the door for programs: declarations in, everything known about them out, over HTTP with JSON and the
// documents' own XML. The contract is served at /openapi.json; docs/api.md leads through it.
//
// Read api.go for how the door is made, route.go for what every request passes, problem.go for how it is told that
// something cannot be done, then one file per resource: declarations.go, cases.go, acts.go, feed.go, proofs.go and so on.
// The package decides nothing: it asks access who may, and the office for all else. What a request is waiting for when
// the process dies it can ask again: lodging and acts are idempotent by document and by key.
package api

import (
	"context"
	"log/slog"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humago"
	"golang.org/x/sync/semaphore"

	"tamga/access"
	"tamga/office"
)

// Config is what a door is opened with.
type Config struct {
	Office *office.Office
	Keys   *access.Keys
	// Journal receives one line per request: route, status, time, account; never content or addresses. Nil keeps silent.
	Journal *slog.Logger
	// MaxBody bounds a body in bytes; 0 means 64 MiB.
	MaxBody int64
	// Version is the version of the program, told in the contract.
	Version string
}

// door is the office as programs see it.
type door struct {
	Config
	measures *measures
	// api is where operations are offered.
	api huma.API
	// room is how many bytes of documents may be held at once.
	room *semaphore.Weighted
}

// longestWait bounds how long a request may ask to be kept waiting. A server's time to write must be longer.
const longestWait = 30 * time.Second

const defaultMaxBody = 64 << 20

// New returns the handler of all paths of the door: /v1/…, /openapi.json, /checkpoint, /tile/…, /healthz, /metrics.
func New(config Config) http.Handler {
	if config.Journal == nil {
		config.Journal = slog.New(slog.DiscardHandler)
	}
	if config.MaxBody <= 0 {
		config.MaxBody = defaultMaxBody
	}
	d := &door{Config: config, measures: newMeasures(config.Office), room: semaphore.NewWeighted(manyBodies * config.MaxBody)}
	mux := http.NewServeMux()
	d.api = humago.New(mux, d.contract())
	d.declarations()
	d.cases()
	d.papers()
	d.proofs()
	d.acts()
	d.feed()
	d.examination()
	d.log(mux)
	mux.HandleFunc("GET /healthz", d.health)
	mux.Handle("GET /metrics", d.measures.page())
	mux.HandleFunc("/", d.noSuchPath)
	return d.attend(mux)
}

func (d *door) contract() huma.Config {
	registry := huma.NewMapRegistry("#/components/schemas/", huma.DefaultSchemaNamer)
	aliases(registry)
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title: "Tamga", Version: d.Version,
				Description: "Goods declarations in, findings, numbers, assessments, decisions and proofs out. Every problem is " +
					"told as RFC 9457, in Russian or English by Accept-Language. /checkpoint and /tile/ serve the log of evidence " +
					"as C2SP tlog-tiles.",
			},
			Components: &huma.Components{
				Schemas: registry,
				SecuritySchemes: map[string]*huma.SecurityScheme{
					"key": {Type: "http", Scheme: "bearer", Description: "An API key."},
				},
			},
		},
		OpenAPIPath: "/openapi", Formats: huma.DefaultFormats, DefaultFormat: "application/json",
		RejectUnknownQueryParameters: true,
		Transformers:                 []huma.Transformer{d.translate},
	}
}

// pause waits for a while or until the context ends, and reports whether the while is over.
func pause(ctx context.Context, while time.Duration) bool {
	timer := time.NewTimer(while)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}
