package main

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math/rand/v2"
	"net"
	"net/http"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"tamga/clearance"
	"tamga/customs"
	"tamga/declaration/album"
	"tamga/internal/fiction"
	"tamga/internal/need"
	"tamga/office"
)

// The environment of a child process of the crash loop: where its node keeps its things, and when its clock began.
const (
	crashDir      = "TAMGA_CRASH_DIR"
	crashDatabase = "TAMGA_CRASH_DATABASE"
	crashBegan    = "TAMGA_CRASH_BEGAN"
	// crashKills asks for the long loop, on both stores: how many times a process is killed.
	crashKills = "TAMGA_CRASH"
)

// hastyClock runs faster than the machine's, so that leases and holds of the dead end soon.
type hastyClock struct{ began time.Time }

const haste = 20

func (c hastyClock) Now() time.Time { return demoStart.Add(haste * time.Since(c.began)) }

// TestCrashNode is the child process: a node with a door, until it is killed or its parent is gone.
func TestCrashNode(t *testing.T) {
	dir := os.Getenv(crashDir)
	if dir == "" {
		return
	}
	began, err := strconv.ParseInt(os.Getenv(crashBegan), 10, 64)
	if err != nil {
		t.Fatal(err)
	}
	opened, err := openNode(context.Background(), nodeConfig{
		Dir: dir, Database: os.Getenv(crashDatabase), Clock: hastyClock{time.Unix(0, began)}, Home: "10702030",
		Journal: slog.New(slog.NewTextHandler(os.Stderr, nil)),
	})
	if err != nil {
		t.Fatal(err)
	}
	startNode(context.Background(), opened)
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	fmt.Printf("listening %s\n", listener.Addr())
	go func() {
		io.Copy(io.Discard, os.Stdin)
		os.Exit(0)
	}()
	doors := http.NewServeMux()
	doors.HandleFunc("POST /lodge", func(w http.ResponseWriter, r *http.Request) { crashLodge(opened.office, w, r) })
	doors.HandleFunc("GET /feed", func(w http.ResponseWriter, r *http.Request) { crashFeed(opened.office, w, r) })
	t.Fatal(http.Serve(listener, doors))
}

func crashLodge(o *office.Office, w http.ResponseWriter, r *http.Request) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return
	}
	lodged, err := o.Lodge(context.WithoutCancel(r.Context()), crashSubmission(body))
	if customs.Is(err, customs.Unavailable) {
		http.Error(w, err.Error(), http.StatusServiceUnavailable)
		return
	}
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	w.Write(lodged.Receipt)
}

func crashSubmission(body []byte) office.Submission {
	return office.Submission{Party: "crash", Actor: customs.Actor{Kind: customs.Declarant, ID: "caller", Party: "crash"}, Body: body}
}

func crashFeed(o *office.Office, w http.ResponseWriter, r *http.Request) {
	after, err := strconv.ParseInt(r.URL.Query().Get("after"), 10, 64)
	if err != nil {
		return
	}
	page, err := o.Feed(r.Context(), "", after, 100*time.Millisecond)
	if err != nil {
		http.Error(w, err.Error(), http.StatusInternalServerError)
		return
	}
	json.NewEncoder(w).Encode(page)
}

// crashLoop is one run: nodes that are killed, callers that lodge, a reader of the feed.
type crashLoop struct {
	*testing.T
	dir, database string
	began         time.Time
	kills         int
	callers       int
	nodes         []*crashNode
	law           *office.Law
	seeds         atomic.Uint64
	done          chan struct{}

	mu       sync.Mutex
	journal  map[uint64]acknowledged
	messages []office.Message
	// verified counts how often the store was verified meanwhile.
	verified int
}

// acknowledged is what a caller holds in its hands: the bytes it lodged and the receipt it was given.
type acknowledged struct{ body, receipt []byte }

type crashNode struct {
	address atomic.Pointer[string]
	command *exec.Cmd
	stdin   io.Closer
	noise   bytes.Buffer
}

// TestCrash kills nodes at random moments and holds the office to its word: what was acknowledged is there exactly once,
// everything is judged exactly once, nothing in the feed is missing, doubled or reordered, and the whole store verifies.
func TestCrash(t *testing.T) {
	t.Parallel()
	kills, _ := strconv.Atoi(os.Getenv(crashKills))
	if kills == 0 {
		t.Run("sqlite", func(t *testing.T) { crash(t, &crashLoop{kills: 3, callers: 8, nodes: []*crashNode{{}}}) })
		return
	}
	t.Run("sqlite", func(t *testing.T) { crash(t, &crashLoop{kills: kills, callers: 32, nodes: []*crashNode{{}}}) })
	t.Run("postgres", func(t *testing.T) {
		crash(t, &crashLoop{kills: kills, callers: 32, nodes: []*crashNode{{}, {}}, database: need.Postgres(t)})
	})
}

func crash(t *testing.T, l *crashLoop) {
	l.T, l.dir, l.began, l.done = t, t.TempDir(), time.Now(), make(chan struct{})
	l.journal, l.law = map[uint64]acknowledged{}, mustLaw(t)
	for _, n := range l.nodes {
		l.start(n)
	}
	t.Cleanup(func() {
		for _, n := range l.nodes {
			n.end()
		}
	})
	var callers, reader sync.WaitGroup
	for caller := range l.callers {
		callers.Go(func() { l.call(caller) })
	}
	feedDone := make(chan struct{})
	reader.Go(func() { l.readFeed(feedDone) })
	reader.Go(func() { l.keepVerifying(feedDone) })
	random := rand.New(rand.NewPCG(1, uint64(l.kills)))
	for kill := range l.kills {
		time.Sleep(time.Duration(50+random.IntN(400)) * time.Millisecond)
		victim := l.nodes[kill%len(l.nodes)]
		victim.end()
		l.start(victim)
	}
	close(l.done)
	callers.Wait()
	close(feedDone)
	reader.Wait()
	for _, n := range l.nodes {
		n.end()
	}
	l.conclude()
}

// start starts a node's process and waits until it listens.
func (l *crashLoop) start(n *crashNode) {
	n.command = exec.Command(os.Args[0], "-test.run=^TestCrashNode$")
	n.command.Env = append(os.Environ(), crashDir+"="+l.dir, crashDatabase+"="+l.database, fmt.Sprintf("%s=%d", crashBegan, l.began.UnixNano()))
	n.command.Stderr = &n.noise
	stdin, err := n.command.StdinPipe()
	if err != nil {
		l.Fatal(err)
	}
	n.stdin = stdin
	out, err := n.command.StdoutPipe()
	if err != nil {
		l.Fatal(err)
	}
	if err := n.command.Start(); err != nil {
		l.Fatal(err)
	}
	line, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		l.Fatalf("the node did not come up again: %v\n%s\n%s", err, line, n.noise.String())
	}
	address := strings.TrimSpace(strings.TrimPrefix(line, "listening "))
	n.address.Store(&address)
}

// end kills a node's process outright.
func (n *crashNode) end() {
	if n.command == nil || n.command.ProcessState != nil {
		return
	}
	n.command.Process.Kill()
	n.command.Wait()
	n.stdin.Close()
}

// call lodges declarations until the killing is over, each until it is acknowledged; some twice.
func (l *crashLoop) call(caller int) {
	for {
		select {
		case <-l.done:
			return
		default:
		}
		seed := l.seeds.Add(1)
		body, err := l.declaration(seed)
		if err != nil {
			l.Error(err)
			return
		}
		receipt := l.insist(caller, body)
		if seed%4 == 0 {
			if again := l.insist(caller+1, body); !bytes.Equal(again, receipt) {
				l.Errorf("declaration %d was given two receipts:\n%s\n%s", seed, receipt, again)
			}
		}
		l.mu.Lock()
		l.journal[seed] = acknowledged{body, receipt}
		l.mu.Unlock()
	}
}

func (l *crashLoop) declaration(seed uint64) ([]byte, error) {
	made, err := fiction.New(fiction.Options{
		Seed: seed, Day: demoDay, Items: 1 + int(seed%3), Declarant: int(seed % 7), Tariff: l.law.Tariff, Classifiers: l.law.Classifiers,
	})
	if err != nil {
		return nil, err
	}
	if seed%5 == 0 {
		breach(made, refusalBreaches())
	}
	return album.Print(made)
}

// insist sends the bytes until they are acknowledged.
func (l *crashLoop) insist(caller int, body []byte) []byte {
	for try := range 10000 {
		receipt, err := handIn("http://"+*l.nodes[(caller+try)%len(l.nodes)].address.Load()+"/lodge", body)
		if err == nil {
			return receipt
		}
		var refused *saidNo
		if errors.As(err, &refused) {
			l.Errorf("the office refused: %v", err)
			return nil
		}
		time.Sleep(5 * time.Millisecond)
	}
	l.Error("not acknowledged")
	return nil
}

// saidNo is an answer of a living office that is no receipt.
type saidNo struct{ text string }

func (a *saidNo) Error() string { return a.text }

var crashClient = &http.Client{Transport: &http.Transport{MaxIdleConnsPerHost: 64}}

func handIn(address string, body []byte) ([]byte, error) {
	response, err := crashClient.Post(address, "application/xml", bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	answer, err := io.ReadAll(response.Body)
	if err != nil {
		return nil, err
	}
	if response.StatusCode == http.StatusServiceUnavailable {
		return nil, errors.New(string(answer))
	}
	if response.StatusCode != http.StatusOK {
		return nil, &saidNo{string(answer)}
	}
	return answer, nil
}

// readFeed follows the feed by its cursor across all kills.
func (l *crashLoop) readFeed(done chan struct{}) {
	cursor := int64(0)
	for try := 0; ; try++ {
		select {
		case <-done:
			return
		default:
		}
		response, err := crashClient.Get(fmt.Sprintf("http://%s/feed?after=%d", *l.nodes[try%len(l.nodes)].address.Load(), cursor))
		if err != nil {
			time.Sleep(5 * time.Millisecond)
			continue
		}
		var page []office.Message
		err = json.NewDecoder(response.Body).Decode(&page)
		response.Body.Close()
		if err != nil || len(page) == 0 {
			continue
		}
		for _, message := range page {
			if message.Position != cursor+1 {
				l.Errorf("place %d came after %d", message.Position, cursor)
			}
			cursor = message.Position
		}
		l.messages = append(l.messages, page...)
	}
}

// keepVerifying verifies the store while nodes work on it and die.
func (l *crashLoop) keepVerifying(done chan struct{}) {
	key, err := verify{kept: kept{Data: l.dir}}.keys()
	if err != nil {
		l.Error(err)
		return
	}
	for {
		select {
		case <-done:
			return
		case <-time.After(100 * time.Millisecond):
		}
		archive, err := kept{Data: l.dir, Database: l.database}.archive(context.Background())
		if err != nil {
			l.Error(err)
			return
		}
		report, err := office.Verify(context.Background(), archive, office.Verification{Keys: key})
		if err := errors.Join(err, archive.Close()); err != nil {
			l.Error(err)
		}
		for _, fault := range report.Faults {
			l.Errorf("verified at work: %+v", fault)
		}
		l.verified++
	}
}

// conclude opens the office once more, lets it finish what was begun, and checks everything.
func (l *crashLoop) conclude() {
	opened, err := openNode(l.Context(), nodeConfig{Dir: l.dir, Database: l.database, Clock: hastyClock{l.began}, Home: "10702030"})
	if err != nil {
		l.Fatal(err)
	}
	work := startNode(context.Background(), opened)
	defer func() {
		if err := work.stop(); err != nil {
			l.Error(err)
		}
	}()
	seen := len(l.messages)
	l.settle(opened)
	l.receipts(opened)
	l.judged(opened)
	l.sameFeed(opened)
	report, err := office.Verify(l.Context(), office.ArchiveOf(opened.store), office.Verification{Keys: []string{opened.key}})
	if err != nil {
		l.Fatal(err)
	}
	for _, fault := range report.Faults {
		l.Errorf("%s %s: %s", fault.Check, fault.Subject, fault.Detail)
	}
	if report.Waiting > 0 {
		l.Errorf("%d still wait for their place", report.Waiting)
	}
	l.Logf("%d kills, %d acknowledged, %d messages read and %d times verified meanwhile, %s; verified: %v", l.kills, len(l.journal), seen, l.verified, time.Since(l.began).Round(time.Millisecond), report.Counts)
}

// settle waits until everything is judged and numbered.
func (l *crashLoop) settle(opened *node) {
	for deadline := time.Now().Add(60 * time.Second); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		waiting, err := opened.store.Waiting(l.Context(), 1)
		if err != nil {
			l.Fatal(err)
		}
		fresh, err := opened.store.Cases(l.Context(), office.Query{State: string(clearance.Received), Limit: 1})
		if err != nil {
			l.Fatal(err)
		}
		if len(fresh) == 0 && len(waiting.Records)+len(waiting.Messages) == 0 {
			return
		}
	}
	l.Error("the office did not finish what was begun")
}

// receipts: lodging again what was acknowledged gives the same receipt, and there is nothing that nobody lodged.
func (l *crashLoop) receipts(opened *node) {
	before, err := opened.store.Cases(l.Context(), office.Query{})
	if err != nil {
		l.Fatal(err)
	}
	if len(before) != len(l.journal) {
		l.Errorf("%d cases for %d acknowledged declarations", len(before), len(l.journal))
	}
	for seed, known := range l.journal {
		again, err := opened.office.Lodge(l.Context(), crashSubmission(known.body))
		if err != nil || !again.Repeated || !bytes.Equal(again.Receipt, known.receipt) {
			l.Errorf("declaration %d lodged again: %v, repeated %t\n%s\n%s", seed, err, again.Repeated, known.receipt, again.Receipt)
		}
	}
}

// judged: every case was judged once.
func (l *crashLoop) judged(opened *node) {
	all, err := opened.store.Cases(l.Context(), office.Query{})
	if err != nil {
		l.Fatal(err)
	}
	for i := range all {
		events, err := opened.store.Events(l.Context(), all[i].ID)
		if err != nil {
			l.Fatal(err)
		}
		count := map[string]int{}
		for _, event := range events {
			count[event.Kind]++
		}
		once := count[string(clearance.DeclarationFiled)] + count[string(clearance.DocumentRejected)]
		if once != 1 || count[string(clearance.DeclarationRegistered)] > 1 || count[string(clearance.GoodsReleased)] > 1 {
			l.Errorf("case %s: %v", all[i].ID, count)
		}
	}
}

// sameFeed: what was read across the kills is the beginning of the feed as it is now, byte for byte.
func (l *crashLoop) sameFeed(opened *node) {
	whole, err := opened.store.Feed(l.Context(), "", 0, 0)
	if err != nil {
		l.Fatal(err)
	}
	if len(whole) < len(l.messages) {
		l.Fatalf("%d messages were read, %d are there", len(l.messages), len(whole))
	}
	latest := map[customs.CaseID]time.Time{}
	for i := range whole {
		if whole[i].At.Before(latest[whole[i].Case]) {
			l.Errorf("message %s stands after a later one of its case", whole[i].ID)
		}
		latest[whole[i].Case] = whole[i].At
		if i >= len(l.messages) {
			continue
		}
		read := &l.messages[i]
		if read.ID != whole[i].ID || !bytes.Equal(read.Content, whole[i].Content) || !bytes.Equal(read.Signature, whole[i].Signature) {
			l.Errorf("place %d was read as %s and is %s", i+1, read.ID, whole[i].ID)
		}
	}
}
