package need

import (
	"crypto/rand"
	"encoding/hex"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"os/exec"
	"os/user"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// Postgres returns the URL of an empty database made for this test and dropped
// after it, or skips the test. Each call makes another database; two clients of
// one database share the URL of one call.
//
// The server is the one of TAMGA_POSTGRES (a URL of a role that may create
// databases), or else a private cluster on a Unix socket in a temporary folder,
// one per test binary, made from the binaries on PATH or under
// /usr/lib/postgresql. The private cluster keeps fsync on, so what a test learns
// about durability holds. It ends when the test binary ends, however it ends.
func Postgres(t testing.TB) string {
	t.Helper()
	if without(PostgreSQL) {
		absent(t, PostgreSQL, "left out by TAMGA_WITHOUT")
	}
	server, err := running()
	if errors.Is(err, errNoServer) {
		absent(t, PostgreSQL, err.Error())
	}
	if err != nil {
		t.Fatalf("PostgreSQL is installed but does not serve: %v", err)
	}
	name := "t" + token()
	if err := server.do("create database " + name + " template template0 encoding 'UTF8' locale 'C'"); err != nil {
		t.Fatalf("PostgreSQL: %v", err)
	}
	t.Cleanup(func() {
		if err := server.do("drop database if exists " + name + " with (force)"); err != nil {
			t.Errorf("PostgreSQL: %v", err)
		}
	})
	record(t, "checked", PostgreSQL, server.psql)
	own := *server.address
	own.Path = "/" + name
	return own.String()
}

// cluster is a server tests may make databases in.
type cluster struct {
	address *url.URL
	psql    string
}

var errNoServer = errors.New("no initdb, postgres and psql on PATH or under /usr/lib/postgresql")

// running starts the server of this test binary once. A failure is kept: the
// second test must not wait for what failed in the first.
var running = sync.OnceValues(func() (*cluster, error) {
	bin, err := binaries()
	if given := os.Getenv("TAMGA_POSTGRES"); given != "" {
		return external(given, bin)
	}
	if err != nil {
		return nil, err
	}
	return private(bin)
})

// external checks a server started by someone else.
func external(given, bin string) (*cluster, error) {
	address, err := url.Parse(given)
	if err != nil || !strings.HasPrefix(address.Scheme, "postgres") {
		return nil, errors.New("TAMGA_POSTGRES is not a postgres:// URL")
	}
	psql, err := exec.LookPath("psql")
	if err != nil {
		psql = filepath.Join(bin, "psql")
	}
	server := &cluster{address: address, psql: psql}
	return server, server.do("select 1")
}

// private makes and starts a cluster in a temporary folder.
func private(bin string) (*cluster, error) {
	dir, err := os.MkdirTemp("", "tamga-pg-")
	if err != nil {
		return nil, fmt.Errorf("make a cluster: %w", err)
	}
	who, err := unprivileged(dir)
	if err != nil {
		return nil, err
	}
	data := filepath.Join(dir, "data")
	initdb := exec.Command(filepath.Join(bin, "initdb"), "--pgdata="+data, "--username=tamga",
		"--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync", "--no-instructions")
	initdb.Dir, initdb.SysProcAttr = dir, who
	if said, err := initdb.CombinedOutput(); err != nil {
		return nil, errors.Join(fmt.Errorf("initdb: %w: %s", err, said), os.RemoveAll(dir))
	}
	if err := supervise(bin, dir, who); err != nil {
		return nil, errors.Join(err, os.RemoveAll(dir))
	}
	query := url.Values{"host": {dir}, "sslmode": {"disable"}}
	server := &cluster{
		address: &url.URL{Scheme: "postgres", User: url.User("tamga"), Path: "/postgres", RawQuery: query.Encode()},
		psql:    filepath.Join(bin, "psql"),
	}
	return server, server.wait(dir)
}

// The supervisor outlives the test binary by a moment: its standard input is a
// pipe only the binary holds, so it wakes when the binary ends (even by kill -9),
// stops the server without ceremony and removes the folder.
const supervisor = `"$1/postgres" -D "$2/data" -k "$2" -c listen_addresses= -c fsync=on -c max_connections=250 >"$2/log" 2>&1 &
server=$!
read -r _
kill -QUIT "$server"
wait "$server"
exec /bin/rm -rf "$2"`

// live keeps the writing ends of supervisors' pipes from being collected.
var live []*os.File

func supervise(bin, dir string, who *syscall.SysProcAttr) error {
	ends, holds, err := os.Pipe()
	if err != nil {
		return fmt.Errorf("start the server: %w", err)
	}
	command := exec.Command("/bin/sh", "-c", supervisor, "sh", bin, dir)
	command.Dir, command.Stdin, command.SysProcAttr = "/", ends, who
	// In a group of its own, so that an interrupt at the terminal does not kill
	// the supervisor before it has cleaned up.
	command.SysProcAttr.Setpgid = true
	err = command.Start()
	if closing := ends.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return fmt.Errorf("start the server: %w", err)
	}
	live = append(live, holds)
	return nil
}

// unprivileged gives the folder to the user the server may run as: PostgreSQL
// refuses root, so root hands over to "postgres", or to "nobody" without it.
func unprivileged(dir string) (*syscall.SysProcAttr, error) {
	if os.Geteuid() != 0 {
		return &syscall.SysProcAttr{}, nil
	}
	account, err := user.Lookup("postgres")
	if err != nil {
		account, err = user.Lookup("nobody")
	}
	if err != nil {
		return nil, fmt.Errorf("find a user for the server: %w", err)
	}
	uid, err := strconv.ParseUint(account.Uid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("find a user for the server: %w", err)
	}
	gid, err := strconv.ParseUint(account.Gid, 10, 32)
	if err != nil {
		return nil, fmt.Errorf("find a user for the server: %w", err)
	}
	if err := os.Chown(dir, int(uid), int(gid)); err != nil {
		return nil, fmt.Errorf("give the folder to the server: %w", err)
	}
	return &syscall.SysProcAttr{Credential: &syscall.Credential{Uid: uint32(uid), Gid: uint32(gid)}}, nil
}

// wait polls until the server answers; half a minute is for machines under load.
func (c *cluster) wait(dir string) error {
	var err error
	for range 600 {
		var socket net.Conn
		socket, err = net.Dial("unix", filepath.Join(dir, ".s.PGSQL.5432"))
		if err == nil {
			err = errors.Join(socket.Close(), c.do("select 1"))
		}
		if err == nil {
			return nil
		}
		time.Sleep(50 * time.Millisecond)
	}
	said, _ := os.ReadFile(filepath.Join(dir, "log"))
	return fmt.Errorf("wait for the server: %w\n%s", err, said)
}

// do runs one statement through psql, so that this package needs no driver.
func (c *cluster) do(statement string) error {
	run := exec.Command(c.psql, "--no-psqlrc", "--quiet", "--no-password",
		"--set=ON_ERROR_STOP=1", "--dbname="+c.address.String(), "--command="+statement)
	run.Dir = "/"
	if said, err := run.CombinedOutput(); err != nil {
		return fmt.Errorf("%s: %w: %s", statement, err, strings.TrimSpace(string(said)))
	}
	return nil
}

// binaries finds the folder with initdb, postgres and psql: the one on PATH, else
// the newest that Debian's packages put beside it.
func binaries() (string, error) {
	var folders []string
	if found, err := exec.LookPath("initdb"); err == nil {
		folders = append(folders, filepath.Dir(found))
	}
	packaged, err := filepath.Glob("/usr/lib/postgresql/*/bin")
	if err != nil {
		return "", fmt.Errorf("find PostgreSQL: %w", err)
	}
	slices.SortFunc(packaged, func(a, b string) int { return release(b) - release(a) })
	for _, folder := range append(folders, packaged...) {
		if complete(folder) {
			return folder, nil
		}
	}
	return "", errNoServer
}

// release is the number in /usr/lib/postgresql/15/bin, 0 when there is none.
func release(folder string) int {
	number, err := strconv.Atoi(filepath.Base(filepath.Dir(folder)))
	if err != nil {
		return 0
	}
	return number
}

func complete(folder string) bool {
	for _, name := range []string{"initdb", "postgres", "psql"} {
		if _, err := exec.LookPath(filepath.Join(folder, name)); err != nil {
			return false
		}
	}
	return true
}

func token() string {
	var random [8]byte
	// crypto/rand.Read never fails; it ends the program when the system cannot.
	_, _ = rand.Read(random[:])
	return hex.EncodeToString(random[:])
}
