package portal

import (
	"net/http"
	"strconv"
	"time"

	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

type paperLine struct {
	Text, Name, Digest string
	At                 stamp
	Length             int64
	Revision           int
}

func (s *sight) papers() []paperLine {
	var lines []paperLine
	for _, paper := range s.dossier.Papers {
		lines = append(lines, paperLine{
			Text: sayIf(s.v.language, "paper.", paper.Kind), Name: paper.Name, Digest: paper.Digest.String(),
			At: stampOf(paper.At, s.zone), Length: paper.Length, Revision: paper.Revision,
		})
	}
	return lines
}

type messageLine struct {
	ID, Text, Digest string
	Position         int64
	At               stamp
}

const (
	// feedPage is how many messages are read at once, feedPages how many times, when those of one case are looked for.
	feedPage  = 500
	feedPages = 20
	// settled is how long after its instant a message may at most be numbered among later ones.
	settled = 10 * time.Minute
)

// feedStart is a position in the feed of the party before every message about the case: positions follow instants but
// for what was numbered a little later.
func (p *portal) feedStart(s *sight) (int64, error) {
	ctx, low := s.v.Context(), int64(0)
	high, err := p.Office.Store.Position(ctx)
	if err != nil {
		return 0, err
	}
	for low < high {
		middle := (low + high) / 2
		next, err := p.Office.Store.Feed(ctx, s.dossier.Case.Party, middle, 1)
		if err != nil {
			return 0, err
		}
		if len(next) > 0 && next[0].At.Before(s.dossier.Received.Add(-settled)) {
			low = next[0].Position
		} else {
			high = middle
		}
	}
	return low, nil
}

// messagesOf are the messages sent about the case, from the feed of its party.
func (p *portal) messagesOf(s *sight) ([]office.Message, error) {
	var found []office.Message
	after, err := p.feedStart(s)
	if err != nil {
		return nil, err
	}
	for range feedPages {
		messages, err := p.Office.Store.Feed(s.v.Context(), s.dossier.Case.Party, after, feedPage)
		if err != nil {
			return nil, err
		}
		for _, message := range messages {
			if message.Case == s.dossier.Case.ID {
				found = append(found, message)
			}
			after = message.Position
		}
		if len(messages) < feedPage || messages[0].At.After(s.dossier.Last.Add(settled)) {
			break
		}
	}
	return found, nil
}

func (p *portal) messages(s *sight) ([]messageLine, error) {
	messages, err := p.messagesOf(s)
	if err != nil {
		return nil, err
	}
	var lines []messageLine
	for _, message := range messages {
		lines = append(lines, messageLine{
			ID: message.ID, Text: sayIf(s.v.language, "message.", message.Kind), Digest: message.Digest.String(),
			Position: message.Position, At: stampOf(message.At, s.zone),
		})
	}
	return lines, nil
}

// download sends bytes as a file. Its type is never one that a browser would run.
func download(w http.ResponseWriter, name string, body []byte) {
	w.Header().Set("Content-Type", "application/octet-stream")
	w.Header().Set("Content-Disposition", `attachment; filename="`+name+`"`)
	w.Header().Set("Content-Length", strconv.Itoa(len(body)))
	_, _ = w.Write(body)
}

func (p *portal) paper(w http.ResponseWriter, v *visit) {
	s, err := p.look(v)
	if err != nil {
		p.fail(w, v, err)
		return
	}
	for _, paper := range s.dossier.Papers {
		if paper.Digest.String() != v.PathValue("digest") {
			continue
		}
		body, err := p.Office.Paper(v.Context(), s.dossier.Case.ID, paper.Digest)
		if err != nil {
			p.fail(w, v, err)
			return
		}
		download(w, paperFile(paper), body)
		return
	}
	p.fail(w, v, &customs.Error{Code: customs.NotFound, Op: "find paper", Subject: v.PathValue("digest")})
}

// paperFile names the file of a paper: what its sender called it is shown, not used.
func paperFile(paper office.Paper) string {
	short := paper.Digest.String()[:12]
	switch paper.Kind {
	case office.PaperDeclaration, office.PaperChange:
		return paper.Kind + "-" + short + ".xml"
	case office.PaperFindings, office.PaperAssessment:
		return paper.Kind + "-" + short + ".json"
	}
	return "paper-" + short + ".bin"
}

func (p *portal) message(w http.ResponseWriter, v *visit) {
	s, err := p.look(v)
	if err != nil {
		p.fail(w, v, err)
		return
	}
	messages, err := p.messagesOf(s)
	if err != nil {
		p.fail(w, v, err)
		return
	}
	for _, message := range messages {
		if message.ID == v.PathValue("message") {
			download(w, messageFile(message), message.Content)
			return
		}
	}
	p.fail(w, v, &customs.Error{Code: customs.NotFound, Op: "find message", Subject: v.PathValue("message")})
}

func messageFile(message office.Message) string {
	if message.Kind == office.MessageNotice {
		return "notice-" + strconv.FormatInt(message.Position, 10) + ".json"
	}
	return message.Kind + "-" + strconv.FormatInt(message.Position, 10) + ".xml"
}

// receiptOf is the signed receipt that the sender of the case was given.
func (p *portal) receiptOf(s *sight) ([]byte, error) {
	key := office.Key{
		Party: s.dossier.Case.Party,
		Name:  "lodge " + string(s.dossier.Case.Document) + " " + strconv.Itoa(s.dossier.Attempt),
	}
	receipt, _, err := p.Office.Store.Answer(s.v.Context(), key)
	return receipt, err
}

func (p *portal) receipt(w http.ResponseWriter, v *visit) {
	s, err := p.look(v)
	if err != nil {
		p.fail(w, v, err)
		return
	}
	receipt, err := p.receiptOf(s)
	if err != nil {
		p.fail(w, v, err)
		return
	}
	digest := transparency.Sum(receipt)
	download(w, "receipt-"+digest.String()[:12]+".txt", receipt)
}
