package portal

import (
	"net/http"
	"strconv"

	"tamga/customs"
)

type failureView struct {
	Code          customs.ErrorCode
	Heading, Text string
}

func (failureView) trouble() bool { return true }

func (f failureView) title(string) string { return f.Heading }

// statusOf is the answer of the web to what the program cannot do.
func statusOf(code customs.ErrorCode) int {
	switch code {
	case customs.Invalid:
		return http.StatusUnprocessableEntity
	case customs.Unauthenticated:
		return http.StatusUnauthorized
	case customs.Forbidden:
		return http.StatusForbidden
	case customs.NotFound:
		return http.StatusNotFound
	case customs.Conflict, customs.NotAllowed, customs.Stale, customs.Insufficient:
		return http.StatusConflict
	case customs.TooLarge:
		return http.StatusRequestEntityTooLarge
	case customs.Unavailable:
		return http.StatusServiceUnavailable
	}
	return http.StatusInternalServerError
}

// explain says an error in words; what the operator needs goes to the journal, never to the page.
func explain(language string, err error) string {
	return say(language, "failure."+string(customs.CodeOf(err)))
}

// fail shows the page of an error.
func (p *portal) fail(w http.ResponseWriter, v *visit, err error) {
	code := customs.CodeOf(err)
	status := statusOf(code)
	if status >= http.StatusInternalServerError {
		p.Office.Journal.Error("portal", "address", v.URL.Path, "code", string(code), "error", err.Error())
	}
	heading := say(v.language, "failure.heading")
	if code == customs.NotFound {
		heading = say(v.language, "failure.heading.not-found")
	}
	v.status = status
	p.show(w, v, "failure", failureView{Code: code, Heading: heading, Text: explain(v.language, err)})
}

// nowhere answers for addresses that do not exist.
func (p *portal) nowhere(w http.ResponseWriter, r *http.Request) {
	who, _ := p.who(r)
	p.fail(w, &visit{Request: r, who: who, language: languageOf(w, r)}, &customs.Error{Code: customs.NotFound, Op: "find page"})
}

type statusView struct {
	Edition, Rules   string
	Figures          []figure
	Origin, Verifier string
}

type figure struct{ Name, Value string }

func (p *portal) status(w http.ResponseWriter, r *http.Request) {
	v := &visit{Request: r, language: languageOf(w, r)}
	v.who, _ = p.who(r)
	law := p.Office.CurrentLaw()
	p.show(w, v, "status", statusView{
		Edition: law.Edition, Rules: law.Rules, Figures: p.figures(v.language),
		Origin: string(p.Office.Origin), Verifier: p.Office.VerifierKey,
	})
}

// figures are what this process did since it began.
func (p *portal) figures(language string) []figure {
	measures := &p.Office.Measures
	count := func(n int64) string { return grouped(language, strconv.FormatInt(n, 10)) }
	judged := measures.Judged.Load()
	all := []figure{
		{say(language, "figure.lodged"), count(measures.Lodged.Load())},
		{say(language, "figure.judged"), count(judged)},
		{say(language, "figure.registered"), count(measures.RegisteredAlone.Load())},
		{say(language, "figure.released"), count(measures.ReleasedAlone.Load())},
	}
	if judged > 0 {
		mean := measures.JudgedTime.Load() / judged
		all = append(all, figure{say(language, "figure.time"), say(language, "figure.ms", "n", grouped(language, strconv.FormatInt((mean+999)/1000, 10)))})
	}
	return all
}
