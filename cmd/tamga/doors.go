package main

import (
	"context"
	"log/slog"
	"net"
	"net/http"
	"time"

	"tamga/access"
	"tamga/api"
	"tamga/customs"
	"tamga/internal/fiction"
	"tamga/portal"
)

// Limits of the doors: a peer that sends or reads slower than this is let go.
const (
	headerPatience = 10 * time.Second
	bodyPatience   = 60 * time.Second
	answerPatience = 120 * time.Second
	idlePatience   = 120 * time.Second
	closePatience  = 10 * time.Second
	mostHeader     = 64 << 10
)

// serveUntil serves a handler at the listener until the context ends, then lets the requests under way finish.
func serveUntil(ctx context.Context, listener net.Listener, handler http.Handler) error {
	server := &http.Server{
		Handler: handler, ReadHeaderTimeout: headerPatience, ReadTimeout: bodyPatience, WriteTimeout: answerPatience,
		IdleTimeout: idlePatience, MaxHeaderBytes: mostHeader,
	}
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), closePatience)
	defer cancel()
	return server.Shutdown(closing)
}

// people are who may come to the doors of a node.
type people struct {
	keys *access.Keys
	// known are the well-known accounts of a sandbox; a real office has none.
	known []access.Known
}

// sandboxPeople are the accounts of a sandbox: a fictional declarant, a broker, officers and heads of the fictional
// offices.
func sandboxPeople() (people, error) {
	var parties []customs.PartyID
	for _, state := range customs.States {
		parties = append(parties, fiction.TaxIDs(state, 0).PartyID())
	}
	parties = append([]customs.PartyID{fiction.TaxIDs(customs.Russia, 0).PartyID()}, parties[:len(parties)-1]...)
	keys, known, err := access.Sandbox(parties, []customs.OfficeCode{"10999010", "39899010", "11299010", "41799010", "05199010"})
	return people{keys: keys, known: known}, err
}

// doors are all that a node answers: the API at its paths, the portal at all others.
func doors(opened *node, who people, journal *slog.Logger) http.Handler {
	programs := api.New(api.Config{Office: opened.office, Keys: who.keys, Journal: journal, Version: revision()})
	pages := portal.New(portal.Config{Office: opened.office, Keys: who.keys, Accounts: who.known, Program: revision()})
	mux := http.NewServeMux()
	for _, path := range []string{"/v1/", "/openapi.json", "/openapi.yaml", "/checkpoint", "/tile/", "/healthz", "/metrics"} {
		mux.Handle(path, programs)
	}
	mux.Handle("/", pages)
	return mux
}
