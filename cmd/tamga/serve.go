package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"os"
	"os/signal"
	"syscall"
	"time"

	"tamga/access"
	"tamga/customs"
)

// serve is the command.
type serve struct {
	Listen   string `default:"127.0.0.1:8080" help:"Address and port to listen at."`
	Data     string `default:"tamga-data" type:"path" help:"Directory of the key and the embedded database."`
	Database string `env:"TAMGA_DATABASE" help:"Address of a PostgreSQL database; without it the embedded one is used."`
	Office   string `default:"10999010" help:"Office of submissions that name none."`
	Keys     string `type:"existingfile" help:"File of API keys (JSON). Without it the well-known keys of the sandbox hold."`
	Clock    string `help:"Sandbox: begin at this instant (RFC 3339) instead of now."`
}

// Run serves the doors until it is interrupted, then finishes what was begun.
func (c serve) Run(at *terminal) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	config := nodeConfig{
		Dir: c.Data, Database: c.Database, Clock: wallClock{}, Home: customs.OfficeCode(c.Office),
		Journal: slog.New(slog.NewJSONHandler(at.Err, nil)),
	}
	if c.Clock != "" {
		from, err := time.Parse(time.RFC3339, c.Clock)
		if err != nil {
			return fmt.Errorf("--clock: %w", err)
		}
		config.Clock = newShiftedClock(from)
	}
	who, err := c.people()
	if err != nil {
		return err
	}
	opened, err := openNode(ctx, config)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return errors.Join(fmt.Errorf("listen: %w", err), opened.Close())
	}
	work := startNode(context.WithoutCancel(ctx), opened)
	address := "http://" + listener.Addr().String()
	at.line("portal   %s/\nAPI      %s/openapi.json\nverifier %s", address, address, opened.key)
	served := serveUntil(ctx, listener, doors(opened, who, config.Journal))
	return errors.Join(served, work.stop())
}

func (c serve) people() (people, error) {
	if c.Keys == "" {
		return sandboxPeople()
	}
	body, err := os.ReadFile(c.Keys)
	if err != nil {
		return people{}, fmt.Errorf("read keys: %w", err)
	}
	keys, err := access.ReadKeys(body)
	return people{keys: keys}, err
}
