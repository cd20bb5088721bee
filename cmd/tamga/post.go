package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// post carries declarations to a server, again and again while that may help.
type post struct {
	client   *http.Client
	address  string
	key      string
	patience time.Duration
	// first is the pause before the second attempt; each further one is twice as long, up to longestPause.
	first time.Duration
}

const longestPause = 15 * time.Second

// mostAnswer bounds what is read of an answer.
const mostAnswer = 16 << 20

// refusal is an answer that sending again would not change.
type refusal struct{ says string }

func (r *refusal) Error() string { return r.says }

func newPost(l *lodge) *post {
	asked := url.Values{"wait": {l.Wait.String()}}
	if l.Office != "" {
		asked.Set("office", l.Office)
	}
	if l.Party != "" {
		asked.Set("party", l.Party)
	}
	return &post{
		client:  &http.Client{Timeout: l.Wait + 30*time.Second},
		address: strings.TrimRight(l.Server, "/") + "/v1/declarations?" + asked.Encode(),
		key:     l.Key, patience: l.Patience, first: 200 * time.Millisecond,
	}
}

// send returns the office's answer. After a lost connection, a failure of the server or a plea to wait it sends again.
func (p *post) send(ctx context.Context, at *terminal, body []byte) (lodgedAnswer, error) {
	deadline := time.Now().Add(p.patience)
	pause := p.first
	for {
		answer, err := p.once(ctx, at, body)
		var refused *refusal
		if err == nil || errors.As(err, &refused) || ctx.Err() != nil || time.Now().Add(pause).After(deadline) {
			return answer, err
		}
		select {
		case <-ctx.Done():
			return answer, ctx.Err()
		case <-time.After(pause):
		}
		pause = min(2*pause, longestPause)
	}
}

func (p *post) once(ctx context.Context, at *terminal, body []byte) (lodgedAnswer, error) {
	var answer lodgedAnswer
	request, err := http.NewRequestWithContext(ctx, http.MethodPost, p.address, bytes.NewReader(body))
	if err != nil {
		return answer, &refusal{err.Error()}
	}
	request.Header.Set("Content-Type", "application/xml")
	request.Header.Set("Accept", "application/json")
	request.Header.Set("Accept-Language", at.language)
	if p.key != "" {
		request.Header.Set("Authorization", "Bearer "+p.key)
	}
	response, err := p.client.Do(request)
	if err != nil {
		return answer, errors.New(at.say("no-answer", "why", err.Error()))
	}
	defer response.Body.Close()
	content, err := io.ReadAll(io.LimitReader(response.Body, mostAnswer))
	if err != nil {
		return answer, errors.New(at.say("no-answer", "why", err.Error()))
	}
	if response.StatusCode >= http.StatusMultipleChoices {
		says := strings.TrimSpace(at.say("answered", "status", response.Status, "why", problemOf(content)))
		if response.StatusCode >= http.StatusInternalServerError || response.StatusCode == http.StatusTooManyRequests {
			return answer, errors.New(says)
		}
		return answer, &refusal{says}
	}
	if err := json.Unmarshal(content, &answer); err != nil || answer.Receipt == "" {
		return answer, &refusal{at.say("no-receipt")}
	}
	return answer, nil
}
