package api

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"tamga/access"
	"tamga/customs"
	"tamga/office"
	"tamga/transparency"
)

type feedAsked struct {
	After int64  `query:"after" minimum:"0" doc:"The position of the last message read; 0 from the beginning."`
	Wait  string `query:"wait" doc:"Wait for a message when there is none, at most this long and at most 30s." example:"20s"`
	Party string `query:"party" doc:"Whose feed, for those who act for several." maxLength:"64"`
}

// MessageView is a message of customs to a party.
type MessageView struct {
	// Position orders the feed; it rises, with gaps where messages are for others.
	Position int64          `json:"position"`
	ID       string         `json:"id"`
	Case     customs.CaseID `json:"case"`
	// Kind is the root element of the document, or "notice" for a notice in JSON.
	Kind string    `json:"kind"`
	At   time.Time `json:"at"`
	// Media is the media type of the content, Content its exact bytes in base64, Digest their SHA-256.
	Media   string              `json:"media"`
	Content []byte              `json:"content"`
	Digest  transparency.Digest `json:"digest"`
	// Signature is the node's, in base64, over four lines, each ended by a newline: "tamga message v1", identifier, kind,
	// digest.
	Signature []byte `json:"signature"`
}

type feedRead struct {
	Body struct {
		Messages []MessageView `json:"messages"`
		// After is where to go on reading.
		After int64 `json:"after"`
	}
}

func (d *door) feed() {
	route(d, access.ReadFeed, huma.Operation{
		OperationID: "read-feed", Method: http.MethodGet, Path: "/v1/feed",
		Summary:     "Read a party's messages in order",
		Description: "One ordered feed per party, the same for ever: read it again from any position, by any number of readers.",
	}, d.readFeed)
}

func (d *door) readFeed(ctx context.Context, in *feedAsked) (*feedRead, error) {
	wait, err := waitOf(in.Wait)
	if err != nil {
		return nil, err
	}
	who, party := callerOf(ctx), customs.PartyID(in.Party)
	if access.ReachOf(who.Role, access.ReadFeed) == access.Party {
		if party, err = who.For(party); err != nil {
			return nil, err
		}
	}
	messages, err := d.Office.Feed(ctx, party, in.After, wait)
	if err != nil {
		return nil, err
	}
	out := &feedRead{}
	out.Body.Messages, out.Body.After = make([]MessageView, 0, len(messages)), in.After
	for _, m := range messages {
		view := MessageView{
			Position: m.Position, ID: m.ID, Case: m.Case, Kind: m.Kind, At: m.At, Media: "application/xml",
			Content: m.Content, Digest: m.Digest, Signature: m.Signature,
		}
		if m.Kind == office.MessageNotice {
			view.Media = "application/json"
		}
		out.Body.Messages, out.Body.After = append(out.Body.Messages, view), m.Position
	}
	return out, nil
}
