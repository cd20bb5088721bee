package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tamga/customs"
	"tamga/office"
	"tamga/signature"
	"tamga/store/sqlite"
	"tamga/transparency"
)

// auditCommands are the commands that look at what an office has kept and change nothing.
type auditCommands struct {
	Replay replay `cmd:"" help:"Judge kept cases again from their bytes and compare with what was decided."`
	Verify verify `cmd:"" help:"Check an office's whole store, or receipts and proofs, offline."`
}

// kept is where an office keeps its things.
type kept struct {
	Data     string `default:"tamga-data" type:"path" help:"Directory of the key and the embedded database."`
	Database string `env:"TAMGA_DATABASE" help:"Address of a PostgreSQL database; without it the embedded one is used."`
}

func (k kept) config() nodeConfig {
	return nodeConfig{Dir: k.Data, Database: k.Database, Clock: wallClock{}, Home: "10999010"}
}

// there refuses a directory without a database: nothing is to be made by looking.
func (k kept) there() error {
	if k.Database != "" {
		return nil
	}
	if _, err := os.Stat(filepath.Join(k.Data, "tamga.db")); err != nil {
		return fmt.Errorf("find database: %w", err)
	}
	return nil
}

// replay is the command.
type replay struct {
	kept
	All  bool   `help:"Replay every case."`
	Case string `arg:"" optional:"" help:"The case."`
}

// Run replays the cases and prints whether each agrees.
func (c replay) Run(at *terminal) (err error) {
	if c.All == (c.Case != "") {
		return errors.New("give one case, or --all")
	}
	if err := c.there(); err != nil {
		return err
	}
	ctx := context.Background()
	opened, err := openNode(ctx, c.config())
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, opened.Close()) }()
	if c.Case != "" {
		agrees, err := replayOne(ctx, opened, customs.CaseID(c.Case), at)
		return errors.Join(err, refusedUnless(agrees))
	}
	agreed, differ, err := replayAll(ctx, opened, at)
	at.line("%s", at.say("replayed", "agreed", fmt.Sprint(agreed), "differ", fmt.Sprint(differ)))
	return errors.Join(err, refusedUnless(differ == 0))
}

func refusedUnless(good bool) error {
	if good {
		return nil
	}
	return exit(exitRefused)
}

func replayAll(ctx context.Context, opened *node, at *terminal) (agreed, differ int, err error) {
	query := office.Query{Limit: 200}
	for {
		page, err := opened.store.Cases(ctx, query)
		if err != nil || len(page) == 0 {
			return agreed, differ, err
		}
		for i := range page {
			agrees, err := replayOne(ctx, opened, page[i].ID, at)
			if err != nil {
				return agreed, differ, err
			}
			if agrees {
				agreed++
			} else {
				differ++
			}
		}
		query.Before, query.BeforeID = page[len(page)-1].Received, page[len(page)-1].ID
	}
}

func replayOne(ctx context.Context, opened *node, id customs.CaseID, at *terminal) (bool, error) {
	done, err := opened.office.Replay(ctx, id)
	if err != nil {
		return false, err
	}
	outcome := "replay-agrees"
	if !done.Agrees() {
		outcome = "replay-differs"
	}
	at.line("%s %-22s %s", id, done.State, at.say(outcome, "events", fmt.Sprint(done.Events), "papers", fmt.Sprint(done.Papers)))
	if done.Program != "" {
		at.line("    %s", at.say("replay-program", "program", done.Program))
	}
	if done.Rules != "" {
		at.line("    %s", at.say("replay-rules", "rules", done.Rules))
	}
	for _, difference := range done.Differences {
		at.line("    %s", at.say("replay-difference", "what", difference.What, "kept", difference.Kept, "made", difference.Made))
	}
	return done.Agrees(), nil
}

// verify is the command.
type verify struct {
	kept
	Key      []string `help:"Public key of the node, name+hash+key; without it that of the sandbox key in --data."`
	Document string   `type:"existingfile" help:"Document that the receipts or proofs are to be about."`
	Files    []string `arg:"" optional:"" name:"file" help:"Receipts and proofs; without them the store is checked."`
}

// Run checks the files, or the store.
func (c verify) Run(at *terminal) error {
	if len(c.Files) > 0 {
		return c.files(at)
	}
	if err := c.there(); err != nil {
		return err
	}
	keys, err := c.keys()
	if err != nil {
		return err
	}
	ctx := context.Background()
	store, err := c.archive(ctx)
	if err != nil {
		return err
	}
	with := office.Verification{Keys: keys}
	if at.Live {
		with.Progress = func(stage string, done int) { fmt.Fprintf(at.Err, "\r%s %d\x1b[K", stage, done) }
	}
	found, err := office.Verify(ctx, store, with)
	if at.Live {
		fmt.Fprint(at.Err, "\r\x1b[K")
	}
	if err := errors.Join(err, store.Close()); err != nil {
		return err
	}
	return tellVerified(&found, at)
}

// archive opens the store to be looked at, also while its node is at work.
func (k kept) archive(ctx context.Context) (office.Archive, error) {
	if k.Database == "" {
		return sqlite.OpenArchive(ctx, filepath.Join(k.Data, "tamga.db"))
	}
	store, _, err := openStore(ctx, k.config())
	if err != nil {
		return office.Archive{}, err
	}
	return office.ArchiveOf(store), nil
}

func tellVerified(found *office.Verified, at *terminal) error {
	for _, count := range found.Counts {
		at.line("%-24s %d", count.What, count.Number)
	}
	if found.Waiting > 0 {
		at.line("%s", at.say("verify-waiting", "count", fmt.Sprint(found.Waiting)))
	}
	if found.Destroyed > 0 {
		at.line("%s", at.say("verify-destroyed", "count", fmt.Sprint(found.Destroyed)))
	}
	for _, fault := range found.Faults {
		at.line("%s %s: %s", fault.Check, fault.Subject, fault.Detail)
	}
	if found.Sound() {
		at.line("%s", at.say("verify-sound"))
		return nil
	}
	at.line("%s", at.say("verify-faults", "count", fmt.Sprint(len(found.Faults)+found.Omitted)))
	return exit(exitRefused)
}

// keys are those given, else that of the sandbox.
func (c verify) keys() ([]string, error) {
	if len(c.Key) > 0 {
		return c.Key, nil
	}
	path := filepath.Join(c.Data, "sandbox.key")
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return nil, errors.New("give the node's public key with --key")
	}
	seed, err := sandboxSeed(path)
	if err != nil {
		return nil, err
	}
	signer, err := signature.NewSandboxSigner(nodeOrigin, seed)
	if err != nil {
		return nil, err
	}
	return []string{signer.VerifierKey()}, nil
}

// files checks receipts and proofs, each by its form.
func (c verify) files(at *terminal) error {
	keys, err := c.keys()
	if err != nil {
		return err
	}
	var document []byte
	if c.Document != "" {
		if document, err = os.ReadFile(c.Document); err != nil {
			return fmt.Errorf("read document: %w", err)
		}
	}
	good := true
	for _, name := range c.Files {
		body, err := os.ReadFile(name)
		if err != nil {
			return fmt.Errorf("read file: %w", err)
		}
		said, err := verifyFile(body, document, keys)
		if err != nil {
			good = false
			said = at.say("verify-bad", "why", err.Error())
		}
		at.line("%s: %s", name, said)
	}
	return refusedUnless(good)
}

// verifyFile checks one receipt or proof and says what it shows. A nil document is not compared.
func verifyFile(body, document []byte, keys []string) (string, error) {
	if !strings.HasPrefix(string(body), "{") {
		return verifyReceipt(body, document, keys)
	}
	trust, err := transparency.ParseTrust(keys...)
	if err != nil {
		return "", err
	}
	proof, err := transparency.ParseProof(body)
	if err != nil {
		return "", err
	}
	if document != nil {
		proof.Document = transparency.Sum(document)
	}
	proven, err := proof.Verify(trust)
	if err != nil {
		return "", err
	}
	record := proven.Record
	return fmt.Sprintf("%s %s, leaf %d, %s", record.Kind, record.ID, proven.Index, record.At.Format("2006-01-02T15:04:05.000000Z07:00")), nil
}

func verifyReceipt(body, document []byte, keys []string) (string, error) {
	nodes, err := signature.ParseKeys(keys...)
	if err != nil {
		return "", err
	}
	receipt, err := signature.ParseReceipt(body, nodes)
	if err != nil {
		return "", err
	}
	if document != nil {
		if err := receipt.Verify(document); err != nil {
			return "", err
		}
	}
	return fmt.Sprintf("%s, case %s, %d bytes %s, %s", receipt.Node, receipt.Case, receipt.Length, receipt.SHA256,
		receipt.At.Format("2006-01-02T15:04:05.000000Z07:00")), nil
}
