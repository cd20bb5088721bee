package tamga_test

import (
	"os"
	"sync"
	"testing"

	"tamga/internal/house"
)

// direction: a package may import the lines above its own; packages on one line do
// not know each other. A subdirectory is part of its parent unless it is listed;
// "validation/*" makes each section of the rules a package of its own.
const direction = `
data
calendar
money
customs
signature classifier transparency
declaration
declaration/album declaration/eec declaration/wco tariff permit
duty
validation risk
validation/*
validation/rulebook
clearance payment transit border postclearance interchange redundancy maturity workgroup
office
access store/storetest
store/sqlite store/postgres api portal
cmd/tamga
`

var plan = house.Plan{
	Order:  house.ParseDirection(direction),
	Office: "office",
	Binary: "cmd/tamga",
	Helpers: map[string]house.Kind{
		"internal/canonical": house.Pure,
		"internal/fiction":   house.Fiction,
		"internal/golden":    house.Tests,
		"internal/house":     house.Tests,
		"internal/markup":    house.Pure,
		"internal/mutate":    house.Tests,
		"internal/need":      house.Tests,
		"internal/shape":     house.Pure,
		"internal/tape":      house.Pure,
		"internal/compose":   house.Pure,
		"internal/wording":   house.Pure,
		"internal/xsd":       house.Pure,

		"internal/xsd/cmd/albumtables": house.Tests,
	},
	Support: []string{"store/storetest"},
	Others:  []string{".ci", "docs", "testdata"},
}

// forbidden is what the law may not touch: the same document, day and reference
// data give the same answer for ever, so any decision can be replayed.
var forbidden = []house.Forbidden{
	{Name: "os", Instead: "an fs.FS, a []byte or an io.Reader as an argument"},
	{Name: "io/ioutil", Instead: "an fs.FS, a []byte or an io.Reader as an argument"},
	{Name: "path/filepath", Instead: "path with an fs.FS"},
	{Name: "net", Instead: "nothing: doors are api and portal; messages leave by office's outbox"},
	{Name: "database/sql", Instead: "values as arguments; store/sqlite and store/postgres keep them"},
	{Name: "log", Instead: "a customs.Finding for the declarant, a *customs.Error for the operator"},
	{Name: "math/rand", Instead: "an io.Reader as an argument"},
	{Name: "crypto/rand", Instead: "an io.Reader as an argument"},
	{Name: "runtime", Instead: "nothing: the law does not know the machine"},
	{Name: "syscall", Instead: "nothing: the law does not know the machine"},
	{Name: "unsafe", Instead: "a plain conversion"},
	{Name: "time.Now", Instead: "the instant or calendar.Date as an argument; office has a customs.Clock"},
	{Name: "time.Since", Instead: "two instants as arguments"},
	{Name: "time.Until", Instead: "two instants as arguments"},
	{Name: "time.Sleep", Instead: "a deadline as data; office wakes up for it"},
	{Name: "time.After", Instead: "a deadline as data; office wakes up for it"},
	{Name: "time.AfterFunc", Instead: "a deadline as data; office wakes up for it"},
	{Name: "time.Tick", Instead: "a deadline as data; office wakes up for it"},
	{Name: "time.NewTimer", Instead: "a deadline as data; office wakes up for it"},
	{Name: "time.NewTicker", Instead: "a deadline as data; office wakes up for it"},
	{Name: "time.Local", Instead: "the zone of the office from package calendar"},
	{Name: "time.LoadLocation", Instead: "the zone of the office from package calendar: dated offsets in data/calendars"},
}

// exact are the packages where amounts, quantities and rates are; a risk score may
// be a binary fraction, money may not.
var exact = []string{
	"data", "calendar", "money", "customs", "classifier", "declaration", "tariff", "permit", "duty", "validation",
	"clearance", "payment",
}

// dependencies are the modules of others: what for, and who may import them. Tests
// may import any of them.
var dependencies = []house.Dependency{
	{Path: "github.com/quagmt/udecimal", Reason: "exact decimals", Importers: []string{"money"}},
	{Path: "golang.org/x/mod", Reason: "hashing tree, tiles and signed notes of the log; go.mod in these tests", Importers: []string{"signature", "transparency", "internal/canonical", "internal/house", "office"}},
	{Path: "golang.org/x/text", Reason: "windows-1251 of received documents; languages of pages", Importers: []string{"internal/markup", "portal"}},
	{Path: "github.com/BurntSushi/toml", Reason: "texts and dated data in files people write", Importers: []string{"internal/wording", "calendar", "classifier", "tariff", "duty", "validation", "clearance", "office", "api", "portal", "cmd/tamga"}},
	{Path: "github.com/klauspost/compress", Reason: "zstd of stored bodies", Importers: []string{"store", "office"}},
	{Path: "modernc.org/sqlite", Reason: "embedded database without cgo", Importers: []string{"store/sqlite"}},
	{Path: "github.com/jackc/pgx/v5", Reason: "PostgreSQL's own protocol, batches and COPY", Importers: []string{"store/postgres", "cmd/tamga"}},
	{Path: "github.com/pressly/goose/v3", Reason: "migrations forward", Importers: []string{"store/sqlite", "store/postgres"}},
	{Path: "github.com/google/uuid", Reason: "identifiers of version 7", Importers: []string{"office", "store", "api", "portal", "cmd/tamga", "internal/fiction"}},
	{Path: "golang.org/x/sync", Reason: "groups of goroutines with one error", Importers: []string{"office", "store", "api", "portal", "cmd/tamga"}},
	{Path: "github.com/danielgtaylor/huma/v2", Reason: "OpenAPI 3.1 and RFC 9457 over net/http", Importers: []string{"api"}},
	{Path: "github.com/prometheus/client_golang", Reason: "metrics", Importers: []string{"api", "cmd/tamga"}},
	{Path: "github.com/alecthomas/kong", Reason: "command line", Importers: []string{"cmd/tamga"}},
	{Path: "github.com/vbauerster/mpb/v8", Reason: "progress in the terminal", Importers: []string{"cmd/tamga"}},
	{Path: "charm.land/lipgloss/v2", Reason: "tables in the terminal", Importers: []string{"cmd/tamga"}},
	{Path: "github.com/google/go-cmp", Reason: "readable differences in tests"},
	{Path: "pgregory.net/rapid", Reason: "properties in tests"},
}

// repository reads the tree once for all tests of the house.
var repository = sync.OnceValues(func() (*house.Tree, error) { return house.Read(os.DirFS(".")) })

func tree(t *testing.T) *house.Tree {
	t.Helper()
	read, err := repository()
	if err != nil {
		t.Fatal(err)
	}
	return read
}

// settle fails the test for each breach no debt answers for, and for each debt of
// this check that is no longer needed.
func settle(t *testing.T, breaches []house.Breach, debts []house.Debt) {
	t.Helper()
	for _, breach := range house.Settle(breaches, debts) {
		t.Error(breach)
	}
}

func TestEveryFileParses(t *testing.T) {
	settle(t, tree(t).Unreadable, nil)
}

func TestDirection(t *testing.T) {
	settle(t, tree(t).Imports(plan), nil)
}

func TestTheLawIsPure(t *testing.T) {
	settle(t, tree(t).Purity(plan, forbidden), nil)
	settle(t, tree(t).Floats(exact), nil)
}

func TestDependencies(t *testing.T) {
	goMod, err := os.ReadFile("go.mod")
	if err != nil {
		t.Fatal(err)
	}
	breaches, err := tree(t).Dependencies(plan, dependencies, goMod)
	if err != nil {
		t.Fatal(err)
	}
	settle(t, breaches, nil)
}

func TestNoTestSkipsItself(t *testing.T) {
	settle(t, tree(t).Skips("internal/need"), nil)
}
