package api_test

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
	"log/slog"
	"net/http"
	"slices"
	"strings"
	"testing"

	"tamga/api"
	"tamga/customs"
	"tamga/internal/wording"
)

func journalTo(w io.Writer) *slog.Logger { return slog.New(slog.NewJSONHandler(w, nil)) }

func TestWhoMayNotGetsNothing(t *testing.T) {
	b := newBench(t)
	id := b.lodge(declared(t, 5), http.StatusAccepted).Case
	b.run(id)
	own, absent := "/v1/cases/"+string(id), "/v1/cases/00000000-0000-7000-8000-000000000000"
	for _, rest := range []string{"", "/items", "/events", "/findings", "/assessment", "/documents", "/proofs"} {
		for _, secret := range []string{stranger, foreigner} {
			foreign, none := b.ask(secret, "GET "+own+rest, nil), b.ask(secret, "GET "+absent+rest, nil)
			if b.problem(foreign) != customs.NotFound || foreign.Body.String() != none.Body.String() {
				t.Errorf("%s of %s: %d %s", rest, secret, foreign.Code, foreign.Body)
			}
		}
		for secret, want := range map[string]customs.ErrorCode{"": customs.Unauthenticated, "guess": customs.Unauthenticated, operator: customs.Forbidden} {
			if got := b.problem(b.ask(secret, "GET "+own+rest, nil)); got != want {
				t.Errorf("%s of %q: %s", rest, secret, got)
			}
		}
		for _, secret := range []string{declarant, broker, officer, auditor} {
			if answer := b.ask(secret, "GET "+own+rest, nil); answer.Code != http.StatusOK {
				t.Errorf("%s of %s: %d %s", rest, secret, answer.Code, answer.Body)
			}
		}
	}
	for secret, want := range map[string]bool{declarant: false, broker: false, officer: true, auditor: true} {
		events := b.ask(secret, "GET "+own+"/events", nil).Body.String()
		if shown := strings.Contains(events, `"verdict"`); shown != want || strings.Contains(events, `"draw"`) != want {
			t.Errorf("to %s the reasons of decisions are shown: %t", secret, shown)
		}
	}
	var listed struct{ Cases []api.CaseLine }
	b.get(stranger, "/v1/cases", &listed)
	if len(listed.Cases) != 0 {
		t.Error("a stranger's list has cases")
	}
	for path, secret := range map[string]string{"/v1/cases?party=RU:1": stranger, "/v1/cases?office=10999010": foreigner, "/v1/feed?party=RU:1": stranger} {
		if got := b.problem(b.ask(secret, "GET "+path, nil)); got != customs.NotFound {
			t.Errorf("%s: %s", path, got)
		}
	}
	var feed struct{ Messages []api.MessageView }
	b.get(stranger, "/v1/feed", &feed)
	if len(feed.Messages) != 0 {
		t.Error("a stranger's feed has messages")
	}
}

func TestActsAreDoneByThoseWhoMayAndOnce(t *testing.T) {
	b := newBench(t)
	id := b.lodge(declared(t, 6), http.StatusAccepted).Case
	b.run(id)
	path := "/v1/cases/" + string(id) + "/acts/"
	order := []byte(`{"reason":"doubt","note":"look at it"}`)
	for _, try := range []struct {
		secret, act, key string
		want             customs.ErrorCode
	}{
		{declarant, "order-inspection", "1", customs.Forbidden},
		{auditor, "order-inspection", "1", customs.Forbidden},
		{stranger, "order-inspection", "1", customs.NotFound},
		{stranger, "request-withdrawal", "1", customs.NotFound},
		{foreigner, "order-inspection", "1", customs.NotFound},
		{officer, "request-withdrawal", "1", customs.Forbidden},
		{officer, "sell", "1", customs.NotFound},
		{officer, "order-inspection", "", customs.Invalid},
		{officer, "order-inspection", "two words", customs.Invalid},
	} {
		headers := []string{"Content-Type", "application/json"}
		if try.key != "" {
			headers = append(headers, "Idempotency-Key", try.key)
		}
		if got := b.problem(b.ask(try.secret, "POST "+path+try.act, order, headers...)); got != try.want {
			t.Errorf("%s by %s with key %q: %s, want %s", try.act, try.secret, try.key, got, try.want)
		}
	}
	id = b.lodge(declared(t, 8, preliminary), http.StatusAccepted).Case
	b.run(id)
	for secret, want := range map[string]bool{declarant: true, officer: true, auditor: false} {
		var view api.CaseView
		b.get(secret, "/v1/cases/"+string(id), &view)
		if slices.Contains(view.Acts, "present-goods") != want || slices.Contains(view.Acts, "prolong") {
			t.Errorf("%s may now do %v", secret, view.Acts)
		}
	}
	ask := func(body string) (int, string) {
		answer := b.ask(declarant, "POST /v1/cases/"+string(id)+"/acts/present-goods", []byte(body),
			"Idempotency-Key", "k", "Content-Type", "application/json")
		return answer.Code, answer.Body.String()
	}
	first, told := ask(`{"note":"they are here"}`)
	again, same := ask(`{"note":"they are here"}`)
	if first != http.StatusOK || again != first || same != told {
		t.Errorf("%d %s and again %d %s", first, told, again, same)
	}
	if code, told := ask(`{"note":"others"}`); code != http.StatusConflict {
		t.Errorf("another order under the key: %d %s", code, told)
	}
}

func TestProblemsAreToldInTheCallersLanguageAndSayNothingElse(t *testing.T) {
	b := newBench(t)
	b.store.fault = &customs.Error{Code: customs.Internal, Op: "read case", Err: errors.New("disk secret")}
	path := "/v1/cases/00000000-0000-7000-8000-000000000000"
	answer := b.ask(declarant, "GET "+path, nil, "Accept-Language", "en-GB,ru;q=0.5")
	if b.problem(answer) != customs.Internal || strings.Contains(answer.Body.String(), "secret") || !strings.Contains(answer.Body.String(), "fault") {
		t.Errorf("%d %s", answer.Code, answer.Body)
	}
	if answer := b.ask(declarant, "GET "+path, nil); !strings.Contains(answer.Body.String(), "Сбой") {
		t.Errorf("%s", answer.Body)
	}
	if !strings.Contains(b.trail.String(), "disk secret") {
		t.Error("the operator was not told")
	}
	b.store.fault = &customs.Error{Code: customs.Unavailable, Op: "read case"}
	if answer := b.ask(declarant, "GET "+path, nil); answer.Code != http.StatusServiceUnavailable || answer.Header().Get("Retry-After") == "" {
		t.Errorf("%d %v", answer.Code, answer.Header())
	}
	if strings.Contains(b.trail.String(), "00000000-0000-7000") || strings.Contains(b.trail.String(), declarant) {
		t.Error("the journal has identifiers or secrets")
	}
}

func TestWhatIsMalformedIsTold(t *testing.T) {
	b := newBench(t)
	for name, try := range map[string]struct {
		what string
		body []byte
		want customs.ErrorCode
	}{
		"nothing":    {"POST /v1/declarations", nil, customs.Invalid},
		"too large":  {"POST /v1/declarations", make([]byte, 1<<20+1), customs.TooLarge},
		"wait":       {"POST /v1/declarations?wait=soon", []byte("<a/>"), customs.Invalid},
		"party":      {"POST /v1/declarations?party=RU:9", []byte("<a/>"), customs.NotFound},
		"limit":      {"GET /v1/cases?limit=201", nil, customs.Invalid},
		"cursor":     {"GET /v1/cases?cursor=x", nil, customs.Invalid},
		"number":     {"GET /v1/cases?number=x", nil, customs.Invalid},
		"unknown":    {"GET /v1/cases?limits=1", nil, customs.Invalid},
		"no path":    {"GET /v2", nil, customs.NotFound},
		"no tile":    {"GET /tile/0/x999/001", nil, customs.NotFound},
		"wrong tile": {"GET /tile/z", nil, customs.Invalid},
		"day":        {"POST /v1/check?on=today", []byte("<a/>"), customs.Invalid},
		"office":     {"POST /v1/assess?office=1", []byte("<a/>"), customs.Invalid},
	} {
		if got := b.problem(b.ask(declarant, try.what, try.body)); got != try.want {
			t.Errorf("%s: %s, want %s", name, got, try.want)
		}
	}
}

func TestExaminingKeepsNothing(t *testing.T) {
	b := newBench(t)
	for _, path := range []string{"/v1/check?on=2026-03-17", "/v1/assess"} {
		answer := b.ask(operator, "POST "+path, declared(t, 7))
		var report struct{ Document, Verdict string }
		if err := json.Unmarshal(answer.Body.Bytes(), &report); err != nil || report.Document == "" || report.Verdict != "" {
			t.Errorf("%s: %d %.300s", path, answer.Code, answer.Body)
		}
	}
	answer := b.ask(operator, "POST /v1/check", []byte("<a>"))
	if answer.Code != http.StatusOK || !bytes.Contains(answer.Body.Bytes(), []byte(`"verdict":"T"`)) {
		t.Errorf("%d %s", answer.Code, answer.Body)
	}
	if len(b.store.cases)+len(b.store.bodies) != 0 {
		t.Error("something was kept")
	}
}

func TestPagesOfCasesJoinWithoutGapOrOverlap(t *testing.T) {
	b := newBench(t)
	for seed := range uint64(5) {
		b.lodge(declared(t, 20+seed), http.StatusAccepted)
	}
	seen, next := map[customs.CaseID]bool{}, ""
	for pages := 1; ; pages++ {
		var page struct {
			Cases []api.CaseLine
			Next  string
		}
		b.get(declarant, "/v1/cases?limit=2&cursor="+next, &page)
		for _, line := range page.Cases {
			if seen[line.ID] {
				t.Errorf("%s is listed twice", line.ID)
			}
			seen[line.ID] = true
		}
		if next = page.Next; next == "" {
			break
		}
		if pages > 5 {
			t.Fatal("the list does not end")
		}
	}
	if len(seen) != 5 {
		t.Errorf("%d cases of 5", len(seen))
	}
}

func TestEveryProblemHasItsTexts(t *testing.T) {
	catalogue, err := wording.Load(api.Texts)
	if err != nil {
		t.Fatal(err)
	}
	for _, fault := range catalogue.Faults() {
		t.Error(fault)
	}
	for _, code := range []customs.ErrorCode{
		customs.Invalid, customs.Unauthenticated, customs.Forbidden, customs.NotFound, customs.Conflict, customs.NotAllowed,
		customs.Stale, customs.Insufficient, customs.TooLarge, customs.Unavailable, customs.Corrupt, customs.Internal,
	} {
		for _, key := range []string{"title", "text"} {
			if !catalogue.Has("ru", "problem."+string(code), key) {
				t.Errorf("%s has no %s", code, key)
			}
		}
	}
}
