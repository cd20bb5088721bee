package portal_test

import (
	"bytes"
	"io"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tamga/access"
	"tamga/calendar"
	"tamga/clearance"
	"tamga/customs"
	"tamga/data"
	"tamga/declaration/album"
	"tamga/internal/fiction"
	"tamga/office"
	"tamga/portal"
	"tamga/signature"
)

const (
	party   = customs.PartyID("RU:9901000010")
	another = customs.PartyID("RU:9901000028")
	place   = customs.OfficeCode("10013160")
	hostile = `"><script>alert(1)</script><b x='`
)

var law = sync.OnceValues(func() (*office.Law, error) { return office.LoadLaw(data.FS) })

type noon struct{}

func (noon) Now() time.Time { return time.Date(2026, 3, 17, 9, 0, 0, 0, time.UTC) }

// hall is a portal over an office with one case of the party.
type hall struct {
	t      *testing.T
	office *office.Office
	site   *httptest.Server
	id     customs.CaseID
	body   []byte
}

func open(t *testing.T) *hall {
	t.Helper()
	loaded, err := law()
	if err != nil {
		t.Fatal(err)
	}
	signer, err := signature.NewSandboxSigner("tamga.example/test", make([]byte, signature.SeedSize))
	if err != nil {
		t.Fatal(err)
	}
	opened, err := office.Open(t.Context(), office.Config{
		Store: newShelf(), Clock: noon{}, Signer: signer, VerifierKey: signer.VerifierKey(), Home: place,
		Origin: "tamga.example/test", Law: loaded, Program: "test", Holder: "test", Writers: 1, Blind: make([]byte, 32),
		Lots: func() uint64 { return 999 },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(opened.Close)
	keys, known, err := access.Sandbox([]customs.PartyID{party, another}, []customs.OfficeCode{place})
	if err != nil {
		t.Fatal(err)
	}
	site := httptest.NewServer(portal.New(portal.Config{Office: opened, Keys: keys, Accounts: known}))
	t.Cleanup(site.Close)
	h := &hall{t: t, office: opened, site: site}
	h.lodge(loaded)
	return h
}

// lodge brings a declaration that goes to an officer, with text in it that a careless page would run.
func (h *hall) lodge(loaded *office.Law) {
	h.t.Helper()
	made, err := fiction.New(fiction.Options{
		Seed: 1, Items: 2, Day: calendar.MustDate("2026-03-17"), Tariff: loaded.Tariff, Classifiers: loaded.Classifiers, Office: place,
	})
	if err != nil {
		h.t.Fatal(err)
	}
	made.Shipment.Goods[0].ValuationMethod = "6"
	made.Shipment.Goods[0].Descriptions = []string{hostile}
	made.Declarant.Name = hostile
	if h.body, err = album.PrintFaulty(made); err != nil {
		h.t.Fatal(err)
	}
	actor := customs.Actor{Kind: customs.Declarant, ID: "declarant", Party: party}
	lodged, err := h.office.Lodge(h.t.Context(), office.Submission{Party: party, Actor: actor, Body: h.body})
	if err != nil {
		h.t.Fatal(err)
	}
	h.id = lodged.Case
	if err := h.office.Judge(h.t.Context(), h.id); err != nil {
		h.t.Fatal(err)
	}
}

// ask sends a request as the holder of the key and returns the answer with its page; it follows no redirect.
func (h *hall) ask(key string, request *http.Request) (*http.Response, string) {
	h.t.Helper()
	if key != "" {
		request.AddCookie(&http.Cookie{Name: "tamga_key", Value: key})
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	response, err := client.Do(request)
	if err != nil {
		h.t.Fatal(err)
	}
	defer func() { _ = response.Body.Close() }()
	body, err := io.ReadAll(response.Body)
	if err != nil {
		h.t.Fatal(err)
	}
	return response, string(body)
}

func (h *hall) get(key, path string) (*http.Response, string) {
	h.t.Helper()
	request, err := http.NewRequestWithContext(h.t.Context(), http.MethodGet, h.site.URL+path, nil)
	if err != nil {
		h.t.Fatal(err)
	}
	return h.ask(key, request)
}

func (h *hall) post(path string, form url.Values) *http.Request {
	h.t.Helper()
	var body bytes.Buffer
	writer := multipart.NewWriter(&body)
	for name, values := range form {
		for _, value := range values {
			if err := writer.WriteField(name, value); err != nil {
				h.t.Fatal(err)
			}
		}
	}
	_ = writer.Close()
	request, err := http.NewRequestWithContext(h.t.Context(), http.MethodPost, h.site.URL+path, &body)
	if err != nil {
		h.t.Fatal(err)
	}
	request.Header.Set("Content-Type", writer.FormDataContentType())
	return request
}

func TestNobodyUnknownSeesACase(t *testing.T) {
	h := open(t)
	for _, path := range []string{"/", "/cases", "/cases/" + string(h.id), "/lodge", "/check"} {
		response, page := h.get("", path)
		if response.StatusCode != http.StatusSeeOther || response.Header.Get("Location") != "/sign-in" || strings.Contains(page, "10013160/") {
			t.Errorf("%s: %d to %q", path, response.StatusCode, response.Header.Get("Location"))
		}
	}
	if response, _ := h.get("", "/status"); response.StatusCode != http.StatusOK {
		t.Errorf("status: %d", response.StatusCode)
	}
	if response, _ := h.get("guessed", "/cases"); response.StatusCode != http.StatusSeeOther {
		t.Errorf("a guessed key: %d", response.StatusCode)
	}
}

func TestACaseOfAnotherPartyIsNotThere(t *testing.T) {
	h := open(t)
	actor := customs.Actor{Kind: customs.Declarant, ID: "broker", Party: another}
	body := bytes.Replace(h.body, []byte("<cat_ru:DocumentID>"), []byte("<cat_ru:DocumentID>0"), 1)
	lodged, err := h.office.Lodge(t.Context(), office.Submission{Party: another, Actor: actor, Body: body})
	if err != nil {
		t.Fatal(err)
	}
	for _, part := range []string{"", "/receipt", "/acts/request-withdrawal", "/papers/00"} {
		there, _ := h.get("sandbox-declarant", "/cases/"+string(lodged.Case)+part)
		nowhere, _ := h.get("sandbox-declarant", "/cases/01890000-0000-7000-8000-000000000000"+part)
		if there.StatusCode != http.StatusNotFound || nowhere.StatusCode != there.StatusCode {
			t.Errorf("%q: %d, for no case at all %d", part, there.StatusCode, nowhere.StatusCode)
		}
	}
	if _, page := h.get("sandbox-declarant", "/cases"); strings.Contains(page, string(lodged.Case)) || !strings.Contains(page, string(h.id)) {
		t.Error("the list shows the case of another party, or not the own one")
	}
	if _, page := h.get("sandbox-broker", "/cases"); !strings.Contains(page, string(lodged.Case)) || !strings.Contains(page, string(h.id)) {
		t.Error("the broker's list does not show both parties")
	}
}

func TestNothingHandedInIsRun(t *testing.T) {
	h := open(t)
	hostileQuery := "/cases?q=" + url.QueryEscape(hostile)
	for _, path := range []string{"/cases", hostileQuery, "/cases/" + string(h.id), "/cases/" + string(h.id) + "?done=" + url.QueryEscape(hostile)} {
		response, page := h.get("sandbox-officer", path)
		if strings.Contains(page, "<script") || strings.Contains(page, "<b x=") {
			t.Errorf("%s: hostile text stands as markup", path)
		}
		policy := response.Header.Get("Content-Security-Policy")
		if !strings.Contains(policy, "default-src 'none'") || !strings.Contains(policy, "frame-ancestors 'none'") || response.Header.Get("X-Content-Type-Options") != "nosniff" {
			t.Errorf("%s: headers %v", path, response.Header)
		}
	}
	if _, page := h.get("sandbox-officer", "/cases"); !strings.Contains(page, "&lt;script&gt;") {
		t.Error("the hostile text is not shown at all, so the test shows nothing")
	}
	if response, _ := h.get("", "/language/en?back="+url.QueryEscape("//elsewhere.example/")); response.Header.Get("Location") != "/cases" {
		t.Errorf("leads to %q", response.Header.Get("Location"))
	}
}

func TestAnOfficerActsByAForm(t *testing.T) {
	h := open(t)
	path := "/cases/" + string(h.id) + "/acts/request-documents"
	_, page := h.get("sandbox-officer", path+"?lang=en")
	if !strings.Contains(page, `name="reason"`) || !strings.Contains(page, `value="04021"`) || !strings.Contains(page, `lang="en"`) {
		t.Fatal("the form lacks its fields")
	}
	form := url.Values{"key": {"k1"}, "items": {"1"}, "documents": {"04021", "03011"}, "note": {hostile}}
	response, page := h.ask("sandbox-officer", h.post(path, form))
	if response.StatusCode != http.StatusUnprocessableEntity || !strings.Contains(page, `href="#reason"`) || !strings.Contains(page, `role="alert"`) {
		t.Fatalf("without a ground: %d", response.StatusCode)
	}
	form.Set("reason", "valuation-method")
	elsewhere := h.post(path, form)
	elsewhere.Header.Set("Sec-Fetch-Site", "cross-site")
	if response, _ := h.ask("sandbox-officer", elsewhere); response.StatusCode != http.StatusForbidden {
		t.Errorf("from another site: %d", response.StatusCode)
	}
	if response, _ := h.ask("sandbox-declarant", h.post(path, form)); !strings.HasSuffix(response.Header.Get("Location"), "?failed=forbidden#top") {
		t.Errorf("a declarant: %d %s", response.StatusCode, response.Header.Get("Location"))
	}
	for range 2 {
		response, _ = h.ask("sandbox-officer", h.post(path, form))
		if !strings.HasSuffix(response.Header.Get("Location"), "?done=request-documents#top") {
			t.Fatalf("%d %s", response.StatusCode, response.Header.Get("Location"))
		}
	}
	dossier, err := h.office.Dossier(t.Context(), h.id)
	if err != nil {
		t.Fatal(err)
	}
	if item, _ := dossier.Case.Item(1); item.State != clearance.AwaitingDocuments || len(dossier.Case.Matters) != 1 {
		t.Errorf("item 1 is %s with %d matters", item.State, len(dossier.Case.Matters))
	}
	_, page = h.get("sandbox-declarant", "/cases/"+string(h.id))
	if strings.Count(page, "/messages/") != 2 {
		t.Errorf("%d messages are shown, want the registration and the request", strings.Count(page, "/messages/"))
	}
	if item, _ := dossier.Case.Item(2); item.State != clearance.InControl {
		t.Errorf("item 2 is %s", item.State)
	}
}

func TestReasonsAreForThoseWhoMaySeeThem(t *testing.T) {
	h := open(t)
	_, officers := h.get("sandbox-officer", "/cases/"+string(h.id))
	_, declarants := h.get("sandbox-declarant", "/cases/"+string(h.id))
	for _, mark := range []string{`id="measures"`, `<td class="law">ТК ЕАЭС`} {
		if !strings.Contains(officers, mark) || strings.Contains(declarants, mark) {
			t.Errorf("%q: officer %v, declarant %v", mark, strings.Contains(officers, mark), strings.Contains(declarants, mark))
		}
	}
	if !strings.Contains(declarants, "/acts/request-withdrawal") || strings.Contains(declarants, "/acts/release") {
		t.Error("the declarant is not offered its own acts only")
	}
	if _, heads := h.get("sandbox-head", "/cases/"+string(h.id)); !strings.Contains(heads, "/acts/prolong") || strings.Contains(officers, "/acts/prolong") {
		t.Error("prolonging is for the head alone")
	}
}

func TestLodgingGivesTheSameReceiptAgain(t *testing.T) {
	h := open(t)
	response, page := h.ask("sandbox-declarant", h.post("/lodge", url.Values{"text": {string(h.body)}}))
	if response.StatusCode != http.StatusOK || !strings.Contains(page, "/cases/"+string(h.id)) {
		t.Errorf("lodged again: %d", response.StatusCode)
	}
	if response, _ := h.ask("sandbox-declarant", h.post("/lodge", nil)); response.StatusCode != http.StatusUnprocessableEntity {
		t.Errorf("nothing: %d", response.StatusCode)
	}
	if response, _ := h.ask("sandbox-officer", h.post("/lodge", url.Values{"text": {string(h.body)}})); response.StatusCode != http.StatusNotFound && response.StatusCode != http.StatusForbidden {
		t.Errorf("an officer: %d", response.StatusCode)
	}
	response, page = h.ask("sandbox-declarant", h.post("/check", url.Values{"text": {"<a>"}}))
	if response.StatusCode != http.StatusOK || !strings.Contains(page, "finding-T") {
		t.Errorf("a broken document: %d", response.StatusCode)
	}
}

// next finds the link to the next cases, link the cases of a list.
var (
	next = regexp.MustCompile(`href="(/cases\?[^"]+)" rel="next"`)
	link = regexp.MustCompile(`<a href="/cases/([0-9a-f-]{36})"`)
)

func TestTheListLeadsToEveryCaseOnce(t *testing.T) {
	h := open(t)
	actor := customs.Actor{Kind: customs.Declarant, ID: "declarant", Party: party}
	for n := range 119 {
		body := []byte("<a>" + strings.Repeat("b", n))
		if _, err := h.office.Lodge(t.Context(), office.Submission{Party: party, Actor: actor, Body: body}); err != nil {
			t.Fatal(err)
		}
	}
	for group, want := range map[string]int{"": 120, "?group=new": 119, "?group=released": 0} {
		listed, pages := h.walk("/cases" + group)
		once := slices.Compact(slices.Sorted(slices.Values(listed)))
		if len(listed) != want || len(once) != want || pages != max(1, (want+49)/50) {
			t.Errorf("%q: %d cases, %d of them once, on %d pages", group, len(listed), len(once), pages)
		}
	}
}

// walk follows the list from page to page and returns the cases it names.
func (h *hall) walk(path string) (listed []string, pages int) {
	h.t.Helper()
	for ; path != "" && pages < 10; pages++ {
		_, page := h.get("sandbox-declarant", path)
		for _, match := range link.FindAllStringSubmatch(page, -1) {
			listed = append(listed, match[1])
		}
		path = ""
		if match := next.FindStringSubmatch(page); match != nil {
			path = strings.ReplaceAll(match[1], "&amp;", "&")
		}
	}
	return listed, pages
}

// codes finds the sentences that pages and code name.
var codes = regexp.MustCompile(`(?:\{\{|\()t "([a-z0-9.-]+)"|\{\{t "([a-z0-9.-]+)"|say\((?:[a-z.]*anguage, )?"([a-z0-9.-]+)"[,)]`)

func TestEverySentenceIsInBothLanguages(t *testing.T) {
	for _, fault := range portal.Faults() {
		t.Error(fault)
	}
	for _, code := range slices.Concat(named(t, "."), named(t, "pages")) {
		if !portal.Says(code) {
			t.Errorf("no sentence %q", code)
		}
	}
	for _, code := range portal.ActCodes() {
		if !portal.Says(code) {
			t.Errorf("no sentence %q", code)
		}
	}
	for _, kind := range clearance.Clocks {
		if !portal.Says("clock." + string(kind)) {
			t.Errorf("no sentence for the term %s", kind)
		}
	}
}

// named lists the sentences that the files of the directory name.
func named(t *testing.T, dir string) []string {
	t.Helper()
	files, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	for _, file := range files {
		if file.IsDir() || strings.HasSuffix(file.Name(), "_test.go") {
			continue
		}
		text, err := os.ReadFile(filepath.Join(dir, file.Name()))
		if err != nil {
			t.Fatal(err)
		}
		for _, match := range codes.FindAllStringSubmatch(string(text), -1) {
			found = append(found, match[1]+match[2]+match[3])
		}
	}
	if len(found) < 10 {
		t.Errorf("%s: only %d sentences named", dir, len(found))
	}
	return found
}
