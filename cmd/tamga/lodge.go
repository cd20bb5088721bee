package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"time"

	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"

	"tamga/clearance"
)

// lodge hands declarations in with an office over its API. The office answers the same bytes with the same receipt
// however often they come, so whatever gets lost on the way is sent again.
type lodge struct {
	Server   string        `default:"http://localhost:8080" env:"TAMGA_SERVER" help:"Address of the office."`
	Key      string        `env:"TAMGA_KEY" help:"API key of the party."`
	Office   string        `placeholder:"CODE" help:"Office to file with. By default the one the document names."`
	Party    string        `placeholder:"ID" help:"Party to file for, such as RU:9901000010, for those who act for several."`
	Wait     time.Duration `default:"10s" help:"How long the office may take to judge before it only acknowledges."`
	Patience time.Duration `default:"2m" help:"How long a file is tried again after lost connections and failures of the server."`
	Receipts string        `default:"." placeholder:"DIR" help:"Folder for receipts, each as FILE.receipt."`
	Files    []string      `arg:"" name:"file" help:"Declarations as XML; - reads standard input."`
}

// lodgedAnswer is what the office answers to a declaration: api.Lodged, of which an older program may know less.
type lodgedAnswer struct {
	Case    string `json:"case"`
	Receipt string `json:"receipt"`
	// Repeated tells that these bytes had been lodged before.
	Repeated bool   `json:"repeated"`
	State    string `json:"state"`
	Number   string `json:"number"`
}

// Run lodges the files one after another and says what became of each.
func (l *lodge) Run(at *terminal) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := os.MkdirAll(l.Receipts, 0o755); err != nil {
		return err
	}
	sender := newPost(l)
	drawn, step := at.progress(len(l.Files))
	var said []string
	worst := 0
	for _, name := range l.Files {
		line, code := l.file(ctx, at, sender, name)
		said = append(said, line)
		worst = max(worst, code)
		step()
		if ctx.Err() != nil {
			break
		}
	}
	drawn()
	for _, line := range said {
		at.line("%s", line)
	}
	if worst > 0 {
		return exit(worst)
	}
	return ctx.Err()
}

// file lodges one file, keeps its receipt, and returns what to say of it.
func (l *lodge) file(ctx context.Context, at *terminal, sender *post, name string) (line string, code int) {
	body, err := at.open(name)
	if err != nil {
		return at.say("not-lodged", "file", name, "why", err.Error()), exitUnreadable
	}
	answer, err := sender.send(ctx, at, body)
	if err != nil {
		code = exitUnreadable
		if refused := (*refusal)(nil); errors.As(err, &refused) {
			code = exitRefused
		}
		return at.say("not-lodged", "file", name, "why", err.Error()), code
	}
	kept, err := l.keep(name, answer.Receipt)
	if err != nil {
		return at.say("not-lodged", "file", name, "why", err.Error()), exitUnreadable
	}
	sentence, state, number := "lodged", answer.State, answer.Number
	if answer.Repeated {
		sentence = "lodged-again"
	}
	if state == "" {
		state = at.say("pending")
	}
	if number != "" {
		number = ", " + number
	}
	if answer.State == string(clearance.Rejected) || answer.State == string(clearance.NotFiled) {
		code = exitRefused
	}
	return at.say(sentence, "file", name, "case", answer.Case, "state", state, "number", number, "receipt", kept), code
}

// keep writes the receipt beside those of other files.
func (l *lodge) keep(name, receipt string) (string, error) {
	base := filepath.Base(name)
	if name == "-" {
		base = "stdin"
	}
	path := filepath.Join(l.Receipts, base+".receipt")
	return path, os.WriteFile(path, []byte(receipt), 0o644)
}

// progress draws a bar where it can be drawn over; the first function ends it, the second counts one file.
func (t *terminal) progress(total int) (end, step func()) {
	if !t.Live || total < 2 {
		return func() {}, func() {}
	}
	drawing := mpb.New(mpb.WithOutput(t.Err), mpb.WithWidth(40))
	bar := drawing.AddBar(int64(total),
		mpb.PrependDecorators(decor.Name(t.say("lodging")+" "), decor.CountersNoUnit("%d / %d")),
		mpb.AppendDecorators(decor.AverageETA(decor.ET_STYLE_GO)),
	)
	return func() { bar.Abort(false); drawing.Wait() }, func() { bar.Increment() }
}

// problemOf says a problem document (RFC 9457) in one line, whatever the body is.
func problemOf(body []byte) string {
	var problem struct{ Title, Detail string }
	if json.Unmarshal(body, &problem) != nil || problem.Title == "" {
		return ""
	}
	return strings.TrimSpace(fmt.Sprintf("%s. %s", problem.Title, problem.Detail))
}
