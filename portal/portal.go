// Package portal is the pages of the office: what a declarant or an officer sees of cases in a browser, and the forms
// by which they act. Pages are rendered here, whole, in Russian or English; nothing needs a script.
//
// Read portal.go for the addresses, entry.go for who is signed in, cases.go and sight.go for the two main pages, act.go
// for the forms of acts, render.go for how a page is made. Sentences are in texts.ru.toml and texts.en.toml, pages in
// pages/, the look in pages/style.css. The portal decides nothing: every act is one call of package office, and what is
// allowed is what clearance.Allowed says.
package portal

import (
	"net/http"

	"tamga/access"
	"tamga/office"
)

// Config is what a portal is made with.
type Config struct {
	Office *office.Office
	// Keys are by whom the portal may be entered. They must not be nil.
	Keys *access.Keys
	// Accounts are those of a sandbox that anyone may sign in as. A real office has none.
	Accounts []access.Known
	// Program is the version of the program, shown at the foot of every page.
	Program string
}

// portal answers the requests.
type portal struct {
	Config
	pages *pages
}

// New returns the portal as a handler of every address under "/". Requests that change something are refused when they
// come from another site. It panics when its embedded pages are malformed, which a test of the package would show.
func New(config Config) http.Handler {
	p := &portal{Config: config, pages: loadPages()}
	mux := http.NewServeMux()
	mux.HandleFunc("GET /style.css", p.style)
	mux.HandleFunc("GET /status", p.status)
	mux.HandleFunc("GET /language/{language}", p.language)
	mux.HandleFunc("GET /sign-in", p.signInPage)
	mux.HandleFunc("POST /sign-in", p.signIn)
	mux.HandleFunc("POST /sign-out", p.signOut)
	mux.Handle("GET /{$}", p.signedIn(p.casesPage))
	mux.Handle("GET /cases", p.signedIn(p.casesPage))
	mux.Handle("GET /cases/{id}", p.signedIn(p.casePage))
	mux.Handle("GET /cases/{id}/acts/{act}", p.signedIn(p.actPage))
	mux.Handle("POST /cases/{id}/acts/{act}", p.signedIn(p.act))
	mux.Handle("GET /cases/{id}/papers/{digest}", p.signedIn(p.paper))
	mux.Handle("GET /cases/{id}/messages/{message}", p.signedIn(p.message))
	mux.Handle("GET /cases/{id}/proofs/{event}", p.signedIn(p.proof))
	mux.Handle("GET /cases/{id}/receipt", p.signedIn(p.receipt))
	mux.Handle("GET /lodge", p.signedIn(p.lodgePage))
	mux.Handle("POST /lodge", p.signedIn(p.lodge))
	mux.Handle("GET /check", p.signedIn(p.checkPage))
	mux.Handle("POST /check", p.signedIn(p.check))
	mux.HandleFunc("/", p.nowhere)
	return guard(http.NewCrossOriginProtection().Handler(mux))
}

// policy lets a page load its own style and send forms to its own site, and nothing else.
const policy = "default-src 'none'; style-src 'self'; img-src 'self' data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"

func guard(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		head := w.Header()
		head.Set("Content-Security-Policy", policy)
		head.Set("X-Content-Type-Options", "nosniff")
		head.Set("Referrer-Policy", "same-origin")
		head.Set("Cache-Control", "no-store")
		r.Body = http.MaxBytesReader(w, r.Body, mostBody)
		next.ServeHTTP(w, r)
	})
}

// mostBody bounds what a form may bring: a declaration of 999 items is some 10 MB.
const mostBody = 64 << 20
