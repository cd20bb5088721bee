package api_test

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"tamga/access"
	"tamga/api"
	"tamga/calendar"
	"tamga/customs"
	"tamga/data"
	"tamga/declaration/album"
	"tamga/internal/fiction"
	"tamga/office"
	"tamga/signature"
	"tamga/transparency"
)

var law = sync.OnceValues(func() (*office.Law, error) { return office.LoadLaw(data.FS) })

type clock struct{}

func (clock) Now() time.Time { return time.Date(2026, 3, 17, 9, 0, 0, 0, time.UTC) }

// bench is a door on an office in memory. Nothing is judged or numbered but by run.
type bench struct {
	*testing.T
	door   http.Handler
	office *office.Office
	store  *memory
	signer *signature.SandboxSigner
	trail  *bytes.Buffer
}

const (
	declarant = "sandbox-declarant"
	broker    = "sandbox-broker"
	stranger  = "stranger"
	officer   = "sandbox-officer"
	foreigner = "sandbox-officer-39899010"
	auditor   = "sandbox-auditor"
	operator  = "sandbox-operator"
)

func newBench(t *testing.T) *bench {
	t.Helper()
	edition, err := law()
	if err != nil {
		t.Fatal(err)
	}
	signer, err := signature.NewSandboxSigner("tamga.example/api", bytes.Repeat([]byte{3}, signature.SeedSize))
	if err != nil {
		t.Fatal(err)
	}
	b := &bench{T: t, store: newMemory(), signer: signer, trail: &bytes.Buffer{}}
	b.office, err = office.Open(context.Background(), office.Config{
		Store: b.store, Clock: clock{}, Signer: signer, VerifierKey: signer.VerifierKey(), Home: "10999010",
		Origin: "tamga.example/api", Law: edition, Program: "test", Holder: "test", Blind: []byte("blind"),
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(b.office.Close)
	keys, _, err := access.Sandbox([]customs.PartyID{"RU:1", "RU:2"}, []customs.OfficeCode{"10999010", "39899010"})
	if err != nil {
		t.Fatal(err)
	}
	others, err := access.NewKeys(access.EntryOf(stranger, access.Principal{ID: "s", Role: access.Declarant, Parties: []customs.PartyID{"RU:9"}}))
	if err != nil {
		t.Fatal(err)
	}
	b.door = api.New(api.Config{
		Office: b.office, Keys: keys.With(others), MaxBody: 1 << 20, Version: "test",
		Journal: journalTo(b.trail),
	})
	return b
}

// run judges the case and numbers everything.
func (b *bench) run(id customs.CaseID) {
	b.Helper()
	if err := b.office.Judge(b.Context(), id); err != nil {
		b.Fatal(err)
	}
	if _, err := b.office.Sequence(b.Context()); err != nil {
		b.Fatal(err)
	}
}

// ask sends a request, named by its method and path; headers are name and value in turn.
func (b *bench) ask(secret, what string, body []byte, headers ...string) *httptest.ResponseRecorder {
	b.Helper()
	method, path, _ := strings.Cut(what, " ")
	request := httptest.NewRequestWithContext(b.Context(), method, path, bytes.NewReader(body))
	if secret != "" {
		request.Header.Set("Authorization", "Bearer "+secret)
	}
	for i := 0; i+1 < len(headers); i += 2 {
		request.Header.Set(headers[i], headers[i+1])
	}
	answer := httptest.NewRecorder()
	b.door.ServeHTTP(answer, request)
	return answer
}

// get asks for a path and reads the answer as JSON into the value.
func (b *bench) get(secret, path string, into any) {
	b.Helper()
	answer := b.ask(secret, "GET "+path, nil)
	if answer.Code != http.StatusOK {
		b.Fatalf("%s: %d %s", path, answer.Code, answer.Body)
	}
	if err := json.Unmarshal(answer.Body.Bytes(), into); err != nil {
		b.Fatalf("%s: %v", path, err)
	}
}

// problem is the code of the problem an answer tells; it fails when the answer is none or does not say its status.
func (b *bench) problem(answer *httptest.ResponseRecorder) customs.ErrorCode {
	b.Helper()
	var told api.Problem
	if err := json.Unmarshal(answer.Body.Bytes(), &told); err != nil {
		b.Fatalf("%d %q: %v", answer.Code, answer.Body, err)
	}
	if kind := answer.Header().Get("Content-Type"); kind != "application/problem+json" || told.Status != answer.Code || told.Title == "" || told.Detail == "" {
		b.Errorf("%d is told as %s %+v", answer.Code, kind, told)
	}
	return told.Code
}

// preliminary makes it a declaration of goods that are not here yet.
func preliminary(o *fiction.Options) { o.Feature = "ПТД" }

// declared is a fictional declaration of the seed as XML.
func declared(t *testing.T, seed uint64, changes ...func(*fiction.Options)) []byte {
	t.Helper()
	edition, err := law()
	if err != nil {
		t.Fatal(err)
	}
	options := fiction.Options{
		Seed: seed, Day: calendar.MustDate("2026-03-17"), Tariff: edition.Tariff, Classifiers: edition.Classifiers,
	}
	for _, change := range changes {
		change(&options)
	}
	made, err := fiction.New(options)
	if err != nil {
		t.Fatal(err)
	}
	body, err := album.Print(made)
	if err != nil {
		t.Fatal(err)
	}
	return body
}

// lodge lodges for a declarant and returns what was answered.
func (b *bench) lodge(body []byte, want int) api.Lodged {
	b.Helper()
	answer := b.ask(declarant, "POST /v1/declarations", body, "Content-Type", "application/xml")
	if answer.Code != want {
		b.Fatalf("lodging: %d %s", answer.Code, answer.Body)
	}
	var told api.Lodged
	if err := json.Unmarshal(answer.Body.Bytes(), &told); err != nil {
		b.Fatal(err)
	}
	return told
}

func TestADeclarationGoesThroughTheDoor(t *testing.T) {
	b, body := newBench(t), declared(t, 1)
	first := b.lodge(body, http.StatusAccepted)
	again := b.lodge(body, http.StatusOK)
	if again.Receipt != first.Receipt || again.Case != first.Case || !again.Repeated {
		t.Errorf("lodged %+v and then %+v", first, again)
	}
	keys, err := signature.ParseKeys(b.signer.VerifierKey())
	if err != nil {
		t.Fatal(err)
	}
	receipt, err := signature.ParseReceipt([]byte(first.Receipt), keys)
	if err != nil || receipt.Verify(body) != nil || receipt.Party != "RU:1" {
		t.Errorf("receipt %+v: %v", receipt, err)
	}
	other := bytes.Replace(body, []byte("</"), []byte(" </"), 1)
	answer := b.ask(declarant, "POST /v1/declarations", other)
	if got := b.problem(answer); got != customs.Conflict || answer.Code != http.StatusConflict {
		t.Errorf("other bytes: %d %s", answer.Code, got)
	}

	b.run(first.Case)
	path := "/v1/cases/" + string(first.Case)
	var view api.CaseView
	b.get(declarant, path, &view)
	if view.Number == "" || view.Party != "RU:1" || view.State == "received" || len(view.Verdicts) > 0 {
		t.Errorf("the case is %+v", view)
	}
	b.get(officer, path, &view)
	if len(view.Verdicts) == 0 {
		t.Error("an officer sees no verdicts")
	}
	var listed struct {
		Cases []api.CaseLine
		Next  string
	}
	b.get(declarant, "/v1/cases?number="+view.Number, &listed)
	if len(listed.Cases) != 1 || listed.Cases[0].ID != first.Case {
		t.Errorf("listed %+v", listed)
	}
	var assessed office.AssessReport
	b.get(declarant, path+"/assessment", &assessed)
	if len(assessed.Lines) == 0 || assessed.State != customs.Russia {
		t.Errorf("assessed %+v", assessed)
	}
	var found office.CheckReport
	b.get(declarant, path+"/findings", &found)
	var items struct{ Items []json.RawMessage }
	b.get(declarant, path+"/items", &items)
	if len(items.Items) != view.Glance.Items {
		t.Errorf("%d items of %d", len(items.Items), view.Glance.Items)
	}
	digest := transparency.Sum(body).String()
	if kept := b.ask(declarant, "GET "+path+"/documents/"+digest, nil); !bytes.Equal(kept.Body.Bytes(), body) {
		t.Errorf("the document comes back as %d bytes of %d", kept.Body.Len(), len(body))
	}
}

func TestEventsAreProvedUnderTheLatestCheckpoint(t *testing.T) {
	b := newBench(t)
	body := declared(t, 2)
	id := b.lodge(body, http.StatusAccepted).Case
	path := "/v1/cases/" + string(id)
	var proofs struct {
		Checkpoint string
		Proofs     []api.ProofView
		Waiting    int
	}
	b.get(declarant, path+"/proofs", &proofs)
	if proofs.Waiting != 1 || len(proofs.Proofs) != 0 {
		t.Errorf("before numbering: %+v", proofs)
	}
	b.run(id)
	b.get(declarant, path+"/proofs", &proofs)
	trust, err := transparency.ParseTrust(b.signer.VerifierKey())
	if err != nil {
		t.Fatal(err)
	}
	if len(proofs.Proofs) < 2 || proofs.Waiting != 0 {
		t.Fatalf("%d proofs, %d wait", len(proofs.Proofs), proofs.Waiting)
	}
	for _, proof := range proofs.Proofs {
		if _, err := transparency.VerifyProof([]byte(proof.Proof), trust); err != nil {
			t.Errorf("%s: %v", proof.Record, err)
		}
		file := b.ask(declarant, "GET "+path+"/proofs/"+proof.Record, nil)
		if file.Body.String() != proof.Proof {
			t.Errorf("%s is another file alone", proof.Record)
		}
	}
	first, err := transparency.ParseProof([]byte(proofs.Proofs[0].Proof))
	if err != nil || first.Document != transparency.Sum(body) {
		t.Errorf("the first proof is about %v: %v", first.Document, err)
	}
	if latest := b.ask("", "GET /checkpoint", nil); latest.Body.String() != proofs.Checkpoint {
		t.Error("the checkpoint is another one")
	}
	var feed struct{ Messages []api.MessageView }
	b.get(declarant, "/v1/feed", &feed)
	if len(feed.Messages) == 0 {
		t.Fatal("the feed is empty")
	}
	for _, message := range feed.Messages {
		if message.Digest != transparency.Digest(sha256.Sum256(message.Content)) {
			t.Errorf("message %d has another digest", message.Position)
		}
		text := fmt.Sprintf("tamga message v1\n%s\n%s\n%s\n", message.ID, message.Kind, message.Digest)
		if !b.signer.Verifier().Verify([]byte(text), message.Signature) {
			t.Errorf("message %d is not signed", message.Position)
		}
		if file := b.ask(declarant, "GET "+path+"/proofs/"+message.ID, nil); file.Code != http.StatusOK {
			t.Errorf("message %d has no proof: %s", message.Position, file.Body)
		}
	}
	last := feed.Messages[len(feed.Messages)-1].Position
	b.get(declarant, fmt.Sprintf("/v1/feed?after=%d", last), &feed)
	if len(feed.Messages) != 0 {
		t.Error("the feed repeats itself")
	}
}

func TestALodgerMayWaitForTheJudgement(t *testing.T) {
	b := newBench(t)
	ctx, stop := context.WithCancel(t.Context())
	ended := make(chan struct{})
	go func() { defer close(ended); b.office.Run(ctx, 1) }()
	answer := b.ask(declarant, "POST /v1/declarations?wait=20s", declared(t, 3))
	stop()
	<-ended
	var told api.Lodged
	if err := json.Unmarshal(answer.Body.Bytes(), &told); err != nil || told.State == "" || told.Number == "" {
		t.Errorf("%d %s: %v", answer.Code, answer.Body, err)
	}
}

func TestTheContractIsServed(t *testing.T) {
	b := newBench(t)
	var contract struct {
		OpenAPI string
		Paths   map[string]map[string]json.RawMessage
	}
	b.get("", "/openapi.json", &contract)
	if !strings.HasPrefix(contract.OpenAPI, "3.1") || len(contract.Paths) < 13 {
		t.Errorf("%s with %d paths", contract.OpenAPI, len(contract.Paths))
	}
	description := string(contract.Paths["/v1/cases/{id}/acts/{act}"]["post"])
	doors := []access.Action{access.Lodge, access.Examine, access.ListCases, access.ReadCase, access.ReadReasons, access.ReadFeed}
	for _, action := range access.Actions() {
		if !slices.Contains(doors, action) && !strings.Contains(description, string(action)) {
			t.Errorf("the contract has no act %s", action)
		}
	}
	if answer := b.ask("", "GET /healthz", nil); answer.Code != http.StatusOK {
		t.Errorf("healthz %d", answer.Code)
	}
	b.lodge(declared(t, 4), http.StatusAccepted)
	page, err := io.ReadAll(b.ask("", "GET /metrics", nil).Body)
	if err != nil || !bytes.Contains(page, []byte("tamga_lodged_total 1")) ||
		!bytes.Contains(page, []byte(`tamga_http_seconds_count{route="POST /v1/declarations",status="202"} 1`)) {
		t.Errorf("%v, the measures are\n%s", err, page)
	}
}
